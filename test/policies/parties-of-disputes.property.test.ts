import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { disputeCase } from '../../domain/dispute-case/decider.ts';
import { enterprisesOf } from '../../domain/dispute-case/steps/following-employers.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { policies } from '../../domain/policies/all.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { decide, fold, pastOf, type Decider } from '../../domain/shared/decider.ts';
import type { Fact, Message } from '../../domain/shared/message.ts';
import type { Ask, Category, EmployerChange } from '../../domain/shared/policy.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { disputeDocket } from '../../projections/disputes/dispute-docket.ts';
import { asEmployerChange, employerChanges } from '../../projections/employer-changes.ts';
import { mill } from '../support/books/mill.ts';
import { conclude, receive, reopen } from '../support/stories/disputes.ts';
import { rowsAfter } from '../support/stories/row-after.ts';

const at = '2026-12-01T01:00:00.000Z';
const FIRMS = ['A', 'B', 'C', 'D', 'E'] as const;
const deciders = { enterprise, dispute: disputeCase } as unknown as Readonly<
  Record<string, Decider<{ phase: string }, Message, Message>>
>;
type Named = { readonly category: Category; readonly id: string; readonly command: Message };

/** The facts as `rowsAfter` numbers them, with the names of their ids there. */
const renamed = (facts: readonly Fact[]) => {
  const places = new Map(facts.map(({ id }, place) => [id, `fact-${String(place)}`]));
  return facts.map(({ type, data }) => {
    const text = JSON.stringify(data).replaceAll(/event-\d+/gu, (id) => places.get(id) ?? id);
    return { type, data: JSON.parse(text) as unknown };
  });
};

/** Enterprises and disputes in memory, with the policies that bind them. */
const world = () => {
  const streams = new Map<string, readonly Fact[]>();
  const of = (category: string, id: string) => streams.get(`${category}-${id}`) ?? [];
  const state = (id: string) => fold(disputeCase, of('dispute', id) as never);
  const disputes = () =>
    [...streams.keys()].filter((name) => name.startsWith('dispute-')).map((name) => name.slice(8));
  const row = (id: string) =>
    rowsAfter(disputeDocket, renamed(of('dispute', id)) as DisputeEvent[], id).get(id);

  const changes = (): EmployerChange[] =>
    FIRMS.flatMap((firm) => {
      const facts = of('enterprise', firm);
      const rows = [...rowsAfter(employerChanges, renamed(facts) as never, firm).values()];
      return rows.map((one) => {
        const id = facts[Number(one.id.replace('fact-', ''))]?.id ?? '';
        return { ...asEmployerChange(one), id };
      });
    }).toSorted((a, b) => a.on.localeCompare(b.on));
  const found = (ask: Ask): unknown[] => {
    if (ask.list !== 'changes-of-parties') return [];
    const concerned = disputes().filter((id) =>
      ask.of === 'dispute' ? id === ask.id : enterprisesOf(state(id)).includes(ask.id),
    );
    // The register may well tell of more enterprises than of those that matter.
    return concerned.map((dispute) => ({ dispute, changes: changes() }));
  };

  /** Decides and records, and carries out what follows from it. */
  const run = ({ category, id, command }: Named): void => {
    const decider = deciders[category];
    if (!decider) return;
    const past = of(category, id);
    const moment = { at, by: 'clerk-1', subject: id, past: pastOf(past) };
    const decided = decide(decider, decider.command.parse(command), fold(decider, past), moment);
    const count = [...streams.values()].flat().length;
    const facts = decided.map((event, i) => ({
      ...event,
      ...{ id: `event-${String(count + i)}`, at, by: 'clerk-1' },
    }));
    streams.set(`${category}-${id}`, [...past, ...facts]);
    for (const fact of facts) follow(category, id, fact);
  };
  const follow = (category: Category, id: string, fact: Fact): void => {
    for (const policy of policies.filter(({ on }) => on === category)) {
      const ask = policy.asks?.(fact, id);
      for (const order of policy.orders(fact, id, ask ? found(ask) : [])) run(order);
    }
  };
  return { run, of, state, row, disputes, changes };
};
type World = ReturnType<typeof world>;

/** Who is a party by the register alone, and since when: the least days that satisfy it. */
const partiesBy = (
  named: readonly string[],
  since: string,
  changes: readonly EmployerChange[],
): Readonly<Record<string, string>> => {
  const days: Record<string, string> = Object.fromEntries(named.map((one) => [one, since]));
  const steps = changes.flatMap(({ enterprise: from, on, heirs }) =>
    heirs.map((to) => ({ from, on, to })),
  );
  for (let round = 0; round < FIRMS.length; round += 1)
    for (const { from, on, to } of steps) {
      const came = days[from];
      if (came === undefined) continue;
      const day = on > came ? on : came;
      if (day < (days[to] ?? '9999-12-31')) days[to] = day;
    }
  return days;
};

const day = fc.nat(300).map((n) => plusDays('2026-01-10', n));
const firm = fc.constantFrom(...FIRMS);
const step = fc.record({
  kind: fc.constantFrom(
    ...(['receive', 'receive', 'join', 'merge', 'merge', 'merge', 'split'] as const),
    ...(['correct', 'correct', 'take-back', 'receipt', 'conclude', 'reopen'] as const),
  ),
  of: firm,
  to: firm,
  on: day,
  origin: fc.constantFrom('remains', 'ceases'),
  nth: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const reason = '登记机关更正';
const splitting = ({ to, nth, on, of, origin }: Step) => {
  const others = FIRMS.filter((one) => one !== of);
  const second = others[nth % others.length] ?? to;
  return { on, successors: [...new Set([to, second])], contractsTo: to, origin };
};

/** What is said of a merger or split on record. */
const ofAct = (one: Step, facts: readonly Fact[]): Message | undefined => {
  const done = facts.filter(({ type }) => /^Enterprise(MergedInto|SplitInto)$/.test(type));
  const act = done[one.nth % Math.max(done.length, 1)];
  if (!act) return undefined;
  const isSplit = act.type === 'EnterpriseSplitInto';
  const what = isSplit ? 'Split' : 'Merger';
  if (one.kind === 'take-back')
    return { type: `TakeBack${what}`, data: { takesBack: act.id, reason } };
  const anew = isSplit ? splitting(one) : { on: one.on, successor: one.to };
  return { type: `Correct${what}`, data: { corrects: act.id, reason, ...anew } };
};

const receipt = ({ of, on }: Step) =>
  receive({ on, employers: [{ enterprise: of, role: 'employer' }] }).data;
const concluded = (on: string, proceeding: string) =>
  conclude({ on, proceeding, outcome: 'withdrawn', ending: 'applicant-withdrew' });

/** What is said of a dispute. */
const ofDispute = (one: Step, id: string, { of: facts, state }: World): Message => {
  const { kind, on, to } = one;
  const { standing } = state(id);
  const corrects = facts('dispute', id)[0]?.id;
  const saying: Readonly<Record<string, Message>> = {
    join: { type: 'JoinEmployer', data: { on, employer: { enterprise: to, role: 'investor' } } },
    conclude: concluded(on, standing),
    reopen: reopen({ on, proceeding: `${standing}x` }),
  };
  const anew = { ...receipt(one), corrects, reason };
  return saying[kind] ?? { type: 'CorrectReceipt', data: anew };
};

/** The command that a step means, if there is something that it could mean. */
const meant = (one: Step, they: World): Named | undefined => {
  const { kind, of, to, on, nth } = one;
  const ids = they.disputes();
  if (kind === 'receive')
    return {
      category: 'dispute',
      id: `d${String(ids.length)}`,
      command: { type: 'ReceiveDispute', data: receipt(one) },
    };
  if (['join', 'conclude', 'reopen', 'receipt'].includes(kind)) {
    const id = ids[nth % Math.max(ids.length, 1)];
    return id === undefined
      ? undefined
      : { category: 'dispute', id, command: ofDispute(one, id, they) };
  }
  const acting: Readonly<Record<string, Message>> = {
    split: { type: 'SplitInto', data: splitting(one) },
    merge: { type: 'MergeInto', data: { on, successor: to } },
  };
  const command = acting[kind] ?? ofAct(one, they.of('enterprise', of));
  return command && { category: 'enterprise', id: of, command };
};

/** Lives through the steps, leaving out those that are refused; what was decided gains no party. */
const lived = (steps: readonly Step[]): World => {
  const they = world();
  for (const id of FIRMS) {
    const command = { type: 'Register', data: { ...mill, registeredOn: '2020-01-01', name: id } };
    they.run({ category: 'enterprise', id, command });
  }
  for (const one of steps) {
    const command = meant(one, they);
    if (!command) continue;
    const closed = they.disputes().filter((id) => they.state(id).phase === 'concluded');
    const before = closed.map((id) => enterprisesOf(they.state(id)));
    try {
      they.run(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      continue;
    }
    if (!['enterprise'].includes(command.category)) continue;
    closed.forEach((id, i) => {
      expect(before[i]).toStrictEqual(expect.arrayContaining([...enterprisesOf(they.state(id))]));
    });
  }
  return they;
};

it('the parties of a dispute are those the register tells, in whatever order that was said', () => {
  let joined = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), (steps) => {
      const they = lived(steps);
      for (const id of they.disputes()) {
        const { phase, standing } = they.state(id);
        if (phase === 'concluded')
          they.run({
            category: 'dispute',
            id,
            command: reopen({ on: '2026-11-30', proceeding: `${standing}z` }),
          });
        const { about, succeeding } = they.state(id);
        const named = about.employers.flatMap((one) => one.enterprise ?? []);
        const told = partiesBy(named, about.on, they.changes());
        const is = [
          ...named.map((one) => [one, about.on]),
          ...succeeding.map((one) => [one.enterprise, one.on]),
        ] as const;
        expect(Object.fromEntries(is)).toStrictEqual(told);
        expect(succeeding.length).toBe(Object.keys(told).length - new Set(named).size);
        expect(they.row(id)?.enterprises?.split(' ').toSorted()).toStrictEqual(
          Object.keys(told).toSorted(),
        );
        joined += succeeding.length;
      }
    }),
    { numRuns: 300 },
  );
  expect(joined).toBeGreaterThan(200);
});
