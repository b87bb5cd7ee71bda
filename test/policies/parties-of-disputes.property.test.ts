import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DisputeEvent } from '../../domain/dispute-case/events.ts';
import { disputeCase } from '../../domain/dispute-case/decider.ts';
import { enterprisesOf } from '../../domain/dispute-case/steps/receipt/following-employers.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { fold } from '../../domain/shared/decider.ts';
import type { Message } from '../../domain/shared/message.ts';
import type { EmployerChange } from '../../domain/shared/policy.ts';
import { disputeDocket } from '../../projections/disputes/dispute-docket.ts';
import { conclude, receive, reopen } from '../support/stories/disputes.ts';
import { ofEnterprise, reason } from '../support/stories/acts.ts';
import { bound, renamed, type Named } from '../support/stories/bound.ts';
import { rowsAfter } from '../support/stories/row-after.ts';

const FIRMS = ['A', 'B', 'C', 'D', 'E'] as const;
const stateOf = ({ of }: Pick<World, 'of'>, id: string) =>
  fold(disputeCase, of('dispute', id) as never);
const rowOf = ({ of }: World, id: string) =>
  rowsAfter(disputeDocket, renamed(of('dispute', id)) as DisputeEvent[], id).get(id);

/** Enterprises and disputes, with the policies that bind them. */
const world = () =>
  bound({
    ...{ firms: FIRMS, at: '2026-12-01T01:00:00.000Z', decider: disputeCase },
    found: (ask, they) => {
      if (ask.list !== 'changes-of-parties') return [];
      const concerned = they
        .ids()
        .filter((id) =>
          ask.of === 'dispute' ? id === ask.id : enterprisesOf(stateOf(they, id)).includes(ask.id),
        );
      // The register may well tell of more enterprises than of those that matter.
      return concerned.map((id) => ({ id, changes: they.changes() }));
    },
  });
type World = ReturnType<typeof bound>;

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
    ...(['receive', 'receive', 'join', 'leave', 'merge', 'merge', 'merge', 'split'] as const),
    ...(['correct', 'correct', 'take-back', 'receipt', 'conclude', 'reopen'] as const),
    'strike-out' as const,
  ),
  of: firm,
  to: firm,
  on: day,
  origin: fc.constantFrom('remains', 'ceases'),
  nth: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** In two: the parts are parties jointly. */
const inTwo = ({ to, nth, on, of, origin }: Step) => {
  const others = FIRMS.filter((one) => one !== of);
  const second = others[nth % others.length] ?? to;
  return { on, successors: [...new Set([to, second])], contractsTo: to, origin };
};

const receipt = ({ of, on }: Step) =>
  receive({ on, employers: [{ enterprise: of, role: 'employer' }] }).data;
const concluded = (on: string, proceeding: string) =>
  conclude({ on, proceeding, outcome: 'withdrawn', ending: 'applicant-withdrew' });

/** The last that somebody had join by hand. */
const byHand = (id: string, they: World): string =>
  they
    .of('dispute', id)
    .findLast(({ type, data }) => type === 'EmployerJoined' && !('act' in (data as object)))?.id ??
  'none';

/** What is said of a dispute. */
const ofDispute = (one: Step, id: string, they: World): Message => {
  const { kind, on, to } = one;
  const { standing } = stateOf(they, id);
  const corrects = they.of('dispute', id)[0]?.id;
  const saying: Readonly<Record<string, Message>> = {
    join: { type: 'JoinEmployer', data: { on, employer: { enterprise: to, role: 'investor' } } },
    leave: { type: 'TakeBackJoinedEmployer', data: { takesBack: byHand(id, they), reason } },
    conclude: concluded(on, standing),
    reopen: reopen({ on, proceeding: `${standing}x` }),
  };
  const anew = { ...receipt(one), corrects, reason };
  return saying[kind] ?? { type: 'CorrectReceipt', data: anew };
};

/** The command that a step means, if there is something that it could mean. */
const meant = (one: Step, they: World): Named | undefined => {
  const { kind, of, nth } = one;
  const ids = they.ids();
  if (kind === 'receive')
    return {
      category: 'dispute',
      id: `d${String(ids.length)}`,
      command: { type: 'ReceiveDispute', data: receipt(one) },
    };
  if (['join', 'leave', 'conclude', 'reopen', 'receipt'].includes(kind)) {
    const id = ids[nth % Math.max(ids.length, 1)];
    return id === undefined
      ? undefined
      : { category: 'dispute', id, command: ofDispute(one, id, they) };
  }
  const command = ofEnterprise(one, they.of('enterprise', of), inTwo(one));
  return command && { category: 'enterprise', id: of, command };
};

/** Lives through the steps, leaving out those that are refused; what was decided gains no party. */
const lived = (steps: readonly Step[]): World => {
  const they = world();
  for (const one of steps) {
    const command = meant(one, they);
    if (!command) continue;
    const closed = they.ids().filter((id) => stateOf(they, id).phase === 'concluded');
    const before = closed.map((id) => enterprisesOf(stateOf(they, id)));
    if (!they.tries(command) || command.category !== 'enterprise') continue;
    closed.forEach((id, i) => {
      expect(before[i]).toStrictEqual(
        expect.arrayContaining([...enterprisesOf(stateOf(they, id))]),
      );
    });
  }
  return they;
};

it('the parties of a dispute are those the register tells, in whatever order that was said', () => {
  let joined = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), (steps) => {
      const they = lived(steps);
      for (const id of they.ids()) {
        const { phase, standing } = stateOf(they, id);
        if (phase === 'concluded')
          they.run({
            category: 'dispute',
            id,
            command: reopen({ on: '2026-11-30', proceeding: `${standing}z` }),
          });
        const { about, succeeding } = stateOf(they, id);
        const named = about.employers.flatMap((one) => one.enterprise ?? []);
        const told = partiesBy(named, about.on, they.changes());
        const is = [
          ...named.map((one) => [one, about.on]),
          ...succeeding.map((one) => [one.enterprise, one.on]),
        ] as const;
        expect(Object.fromEntries(is)).toStrictEqual(told);
        expect(succeeding.length).toBe(Object.keys(told).length - new Set(named).size);
        expect(rowOf(they, id)?.enterprises?.split(' ').toSorted()).toStrictEqual(
          Object.keys(told).toSorted(),
        );
        joined += succeeding.length;
      }
      expect(they.refused).toStrictEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(joined).toBeGreaterThan(200);
});
