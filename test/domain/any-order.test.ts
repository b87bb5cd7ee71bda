import fc from 'fast-check';
import { expect, it } from 'vitest';
import { enterprise } from '../../domain/enterprise/decider.ts';
import type { EnterpriseCommand } from '../../domain/enterprise/commands.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import type { PersonCommand } from '../../domain/person/commands.ts';
import { person } from '../../domain/person/decider.ts';
import { fold } from '../../domain/shared/decider.ts';
import { numberedDay } from '../../domain/shared/calendar.ts';
import {
  enterpriseSpells,
  learnEnterprise,
  unknownEnterprise,
} from '../../projections/accounts/enterprise-life.ts';
import { enterpriseRegister, type EnterpriseRow } from '../../projections/enterprise-register.ts';
import type { Seen } from '../../projections/projection.ts';
import { inOrder } from '../support/books/bookkeeping.ts';
import { mill } from '../support/books/mill.ts';
import { recorded } from '../support/stories/given.ts';
import { history } from '../support/stories/history.ts';
import { rowAfter } from '../support/stories/row-after.ts';

const mills = { at: '2026-06-01T01:00:00.000Z', subject: 'mill' };

const on = fc.constantFrom('2019-01-01', '2020-03-01', '2021-05-01', '2022-01-01', '2024-05-01');
const few = fc.integer({ min: 0, max: 3 });
const other = fc.constantFrom('a', 'b', 'mill');
const text = fc.constantFrom('甲', '乙');
const corrects = fc.nat(8).map((n) => `fact-${String(n)}`);

const asked = <T extends string>(type: T, data: Record<string, fc.Arbitrary<unknown>>) =>
  fc.record({ type: fc.constant(type), data: fc.record(data) });
const headcount = { asOf: on, workers: few, women: few };
const move = { on, division: fc.constantFrom('210902', '320602') };
const industry = {
  on,
  industry: fc.constantFrom('C17', '98'),
  industryScheme: fc.constant('gb4754-2017'),
};
const registration = on.map((registeredOn) => ({ ...mill, registeredOn }));
const federation = { on, federation: text };
const ending = { on };
const merger = { on, successor: other };
const split = {
  on,
  successors: fc.uniqueArray(other, { minLength: 1 }),
  contractsTo: other,
  origin: fc.constantFrom('remains', 'ceases'),
};
const again = { corrects, reason: text };

const anyAct = fc.oneof(
  fc.record({ type: fc.constant('Register'), data: registration }),
  asked('Rename', { on, name: text }),
  asked('Move', move),
  asked('Reclassify', industry),
  asked('ReportHeadcount', headcount),
  asked('FoundUnion', { on }),
  asked('FederateUnion', federation),
  asked('DissolveUnion', { on, reason: text }),
  asked('CountMembers', { asOf: on, members: few, women: few }),
  asked('Suspend', ending),
  asked('Resume', ending),
  asked('Revoke', ending),
  fc.record({
    type: fc.constant('CorrectRegistration'),
    data: fc.record({ ...again, registration }).map(({ registration: said, ...rest }) => ({
      ...said,
      ...rest,
    })),
  }),
  asked('CorrectEnterpriseKnownEarlier', { since: on, ...again }),
  asked('CorrectUnionKnownEarlier', { since: on, ...again }),
  asked('CorrectMove', { ...move, ...again }),
  asked('CorrectHeadcount', { ...headcount, ...again }),
  asked('CorrectUnionFounding', { on, ...again }),
  asked('CorrectUnionFederation', { ...federation, ...again }),
  asked('CorrectUnionDissolution', { on, ...again }),
  asked('CorrectDeregistration', { on, ...again }),
  asked('CorrectMerger', { ...merger, ...again }),
  asked('CorrectSplit', { ...split, ...again }),
  asked('TakeBackDeregistration', { takesBack: corrects, reason: text }),
  asked('TakeBackMerger', { takesBack: corrects, reason: text }),
  asked('TakeBackSplit', { takesBack: corrects, reason: text }),
);
const anyEnd = fc.oneof(
  asked('Deregister', ending),
  asked('MergeInto', merger),
  asked('SplitInto', split),
  asked('Void', { reason: text, duplicateOf: fc.option(other, { nil: undefined }) }),
);
// Ends are rare, or no history would grow long.
const anyCommand = fc.oneof(
  { weight: 24, arbitrary: anyAct },
  { weight: 1, arbitrary: anyEnd },
) as fc.Arbitrary<EnterpriseCommand>;

const start = { type: 'Register', data: mill } as const;

/** What the register says of its days and its union is what the figures count. */
const expectSameInTheBooks = (
  row: EnterpriseRow | undefined,
  events: readonly EnterpriseEvent[],
): void => {
  const seen = inOrder(
    events.map((event) => ({ ...event, category: 'enterprise', subject: 'mill' })),
  ) as Seen<EnterpriseEvent>[];
  const facts = seen.map((fact, i) => ({ ...fact, id: `fact-${String(i)}` }));
  const spells = enterpriseSpells(facts.reduce(learnEnterprise, unknownEnterprise));
  const [first, last] = [spells[0], spells.at(-1)];
  if (!first || !last || last.to !== null) return;
  expect(numberedDay(first.from)).toBe(row?.known_since);
  expect(last.unionised).toBe(row?.union_kind);
  // The first union of two that follow on the same day is not told apart in the books.
  const onItsDay = spells.findLast(({ from }) => numberedDay(from) <= (row?.union_since ?? ''));
  if (onItsDay) expect(onItsDay.unionised).not.toBe('none');
};

it('any history of an enterprise folds, and nothing in it is recorded twice', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { minLength: 10, maxLength: 40 }), (commands) => {
      const events: EnterpriseEvent[] = history(enterprise, [start, ...commands], mills);
      for (const event of events) expect(enterprise.event.parse(event)).toStrictEqual(event);
      const row = rowAfter(enterpriseRegister, events, 'mill');
      const { phase, endedOn, since } = fold(enterprise, recorded(events));
      expect(row?.known_since).toBe(since);
      if (phase === 'ended') expect(row?.ended_on).toBe(endedOn);
      expect(row?.status === 'void').toBe(phase === 'void');
      if (phase !== 'void') expectSameInTheBooks(row, events);
    }),
    { seed: 20260601, numRuns: 500 },
  );
});

const sealed = fc.constantFrom('QQ==', 'Qg==').map((tag) => ({
  keyId: '3f2b6f0e-7c1d-4c55-9b2a-2d8f5f0a1c11',
  iv: tag,
  tag,
  sealed: tag,
}));
const anyPersonCommand = fc.oneof(
  asked('Register', { details: sealed }),
  asked('CorrectDetails', { details: sealed }),
  asked('SealNote', { note: fc.constantFrom('n1', 'n2'), kind: fc.constant('note'), text: sealed }),
  asked('Erase', { on, reason: fc.constant('on-request') }),
  asked('Void', { reason: fc.constant('duplicate'), duplicateOf: other }),
) as fc.Arbitrary<PersonCommand>;

it('any history of a person folds, and nothing in it is recorded twice', () => {
  fc.assert(
    fc.property(fc.array(anyPersonCommand, { maxLength: 15 }), (commands) => {
      history(person, commands, mills);
    }),
    { seed: 20260601, numRuns: 300 },
  );
});
