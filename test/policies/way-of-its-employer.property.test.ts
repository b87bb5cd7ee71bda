import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { policies } from '../../domain/policies/all.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { decide, fold, pastOf, type Decider } from '../../domain/shared/decider.ts';
import type { Fact, Message } from '../../domain/shared/message.ts';
import type { Ask, Category, EmployerChange } from '../../domain/shared/policy.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { asEmployerChange, employerChanges } from '../../projections/employer-changes.ts';
import { old } from '../support/concord.ts';
import { mill } from '../support/books/mill.ts';
import { rowsAfter } from '../support/stories/row-after.ts';

const at = '2026-06-01T01:00:00.000Z';
const FIRMS = ['A', 'B', 'C', 'D', 'E'] as const;
const deciders = { enterprise, contract: collectiveContract } as unknown as Readonly<
  Record<string, Decider<{ phase: string }, Message, Message>>
>;
type Streams = ReadonlyMap<string, readonly Fact[]>;
type Named = { readonly category: Category; readonly id: string; readonly command: Message };

/** Enterprises and contracts in memory, with the policies that bind them. */
const world = () => {
  const streams = new Map<string, readonly Fact[]>();
  const refused: string[] = [];
  const of = (category: string, id: string) => streams.get(`${category}-${id}`) ?? [];
  const state = (id: string) => fold(collectiveContract, of('contract', id) as never);
  const contracts = () =>
    [...streams.keys()].filter((name) => name.startsWith('contract-')).map((name) => name.slice(9));

  const changes = (): EmployerChange[] =>
    FIRMS.flatMap((firm) => {
      // The rows go by the ids that facts have here, not by their places.
      const facts = of('enterprise', firm);
      const ids = new Map(facts.map(({ id }, place) => [`fact-${String(place)}`, id]));
      const places = new Map(facts.map(({ id }, place) => [id, `fact-${String(place)}`]));
      const local = facts.map(({ type, data }) => {
        const text = JSON.stringify(data).replaceAll(/event-\d+/gu, (id) => places.get(id) ?? id);
        return { type, data: JSON.parse(text) as unknown };
      });
      const rows = [...rowsAfter(employerChanges, local as never, firm).values()];
      return rows.map((row) => ({ ...asEmployerChange(row), id: ids.get(row.id) ?? '' }));
    }).toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const found = (ask: Ask): unknown[] => {
    if (ask.list === 'changes-of-employer')
      return changes().filter((change) => ask.among.includes(change.enterprise));
    if (ask.list !== 'contracts-of-enterprise') return [];
    return contracts().filter((id) => {
      const { enterprise: employer, passed } = state(id);
      return employer === ask.enterprise || passed.some(({ from }) => from === ask.enterprise);
    });
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
  const carryOut = (order: Named, from: string): void => {
    try {
      run(order);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${from} ${error.rule} ${JSON.stringify(order)}`);
    }
  };
  const follow = (category: Category, id: string, fact: Fact): void => {
    for (const policy of policies.filter(({ on }) => on === category)) {
      const ask = policy.asks?.(fact, id);
      const orders = policy.orders(fact, id, ask ? found(ask) : []);
      for (const order of orders) carryOut(order, policy.name);
    }
  };
  return { run, of, state, contracts, changes, refused, streams: streams as Streams };
};

type Way = { readonly passed: readonly string[]; readonly ended: string };

/** Where a contract went by the register alone: from each employer by its first change since it came. */
const way = (signedOn: string, by: string, changes: readonly EmployerChange[]): Way => {
  const passed: string[] = [];
  let [who, since] = [by, signedOn];
  for (;;) {
    const next = changes.find((change) => change.enterprise === who && change.on > since);
    if (!next) return { passed, ended: '' };
    if (next.to === null) return { passed, ended: next.on };
    passed.push(`${who}>${next.to} ${next.on}`);
    [who, since] = [next.to, next.on];
  }
};

/** Nothing happens on the same day as something else, nor to an enterprise that is no more. */
const isSound = (
  changes: readonly EmployerChange[],
  signings: readonly { readonly by: string; readonly on: string }[],
): boolean => {
  const days = [...changes, ...signings].map(({ on }) => on);
  const endOf = (firm: string | null) =>
    changes.find(({ enterprise: one, goesOn }) => one === firm && !goesOn)?.on ?? '9999-12-31';
  return (
    new Set(days).size === days.length &&
    changes.every(({ to, on }) => on < endOf(to)) &&
    signings.every(({ by, on }) => on < endOf(by))
  );
};

const day = fc.nat(300).map((n) => plusDays('2024-01-01', n));
const firm = fc.constantFrom(...FIRMS);
const step = fc.record({
  kind: fc.constantFrom(
    ...([
      'sign',
      'sign',
      'split',
      'split',
      'merge',
      'end',
      'correct',
      'correct',
      'take-back',
    ] as const),
  ),
  of: firm,
  to: firm,
  on: day,
  origin: fc.constantFrom('remains', 'ceases'),
  nth: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const reason = '登记机关更正';
const acts: Readonly<Record<string, readonly [correct: string, takeBack: string]>> = {
  EnterpriseSplitInto: ['CorrectSplit', 'TakeBackSplit'],
  EnterpriseMergedInto: ['CorrectMerger', 'TakeBackMerger'],
  EnterpriseDeregistered: ['CorrectDeregistration', 'TakeBackDeregistration'],
};

const splitting = ({ of, to, on, origin }: Step) => {
  const other = FIRMS.find((one) => one !== of) ?? 'A';
  return { on, successors: [to === of ? other : to], contractsTo: to, origin };
};

const anew = (one: Step, type: string): object => {
  if (type === 'EnterpriseSplitInto') return splitting(one);
  const { on, to } = one;
  return type === 'EnterpriseMergedInto' ? { on, successor: to } : { on };
};

const sign = ({ of, on }: Step, id: string): Named => {
  const paper = old('comprehensive', [on, '2099-12-31'], { enterprise: of, signedOn: on });
  return { category: 'contract', id, command: { type: 'RegisterAsHistory', data: paper } };
};

/** What is said of an act on record. */
const ofAct = (one: Step, facts: readonly Fact[]): Message | undefined => {
  const done = facts.filter(({ type }) => type in acts);
  const act = done[one.nth % Math.max(done.length, 1)];
  const [correct = '', takeBack = ''] = acts[act?.type ?? ''] ?? [];
  if (!act) return undefined;
  return one.kind === 'take-back'
    ? { type: takeBack, data: { takesBack: act.id, reason } }
    : { type: correct, data: { corrects: act.id, reason, ...anew(one, act.type) } };
};

/** The command that a step means, if there is something that it could mean. */
const meant = (one: Step, { of: facts, contracts }: ReturnType<typeof world>) => {
  const { kind, of, to, on } = one;
  if (kind === 'sign') return sign(one, `K${String(contracts().length)}`);
  const acting: Readonly<Record<string, Message>> = {
    split: { type: 'SplitInto', data: splitting(one) },
    merge: { type: 'MergeInto', data: { on, successor: to } },
    end: { type: 'Deregister', data: { on } },
  };
  const command = acting[kind] ?? ofAct(one, facts('enterprise', of));
  return command && ({ category: 'enterprise', id: of, command } satisfies Named);
};

/** Lives through the steps, leaving out those that cannot be. */
const lived = (steps: readonly Step[]) => {
  let told: Named[] = [];
  const replay = (commands: readonly Named[]) => {
    const they = world();
    for (const id of FIRMS) {
      const command = { type: 'Register', data: { ...mill, registeredOn: '2020-01-01', name: id } };
      they.run({ category: 'enterprise', id, command });
    }
    for (const command of commands) they.run(command);
    return they;
  };
  const signings: { id: string; by: string; on: string }[] = [];
  let they = replay([]);
  for (const one of steps) {
    const command = meant(one, they);
    if (!command) continue;
    const signing =
      one.kind === 'sign' ? [{ id: command.id, by: one.of as string, on: one.on }] : [];
    try {
      they.run(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      continue;
    }
    if (isSound(they.changes(), [...signings, ...signing])) {
      told = [...told, command];
      signings.push(...signing);
    } else they = replay(told);
  }
  return { they, signings };
};

it('a contract goes where the register says its employers went, in whatever order that was said', () => {
  let went = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), (steps) => {
      const { they, signings } = lived(steps);
      for (const { id, by, on } of signings) {
        const { passed, end } = they.state(id);
        const is = {
          passed: passed.map((one) => `${one.from}>${one.to} ${one.on}`),
          ended: end.by === 'employer' ? end.on : '',
        };
        expect(is).toStrictEqual(way(on, by, they.changes()));
        went += passed.length;
      }
      expect(they.refused).toStrictEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(went).toBeGreaterThan(200);
});
