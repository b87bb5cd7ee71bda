import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { contractStory } from '../../support/stories/contract-story.ts';
import { given, recorded } from '../../support/stories/given.ts';
import { amended, effect, filed, inForce, type Said } from './facts.ts';

const reason = '录错合同';
const at = '2027-06-01T01:00:00.000Z';
const back = { type: 'TakeBackAmendment', data: { case: 'case-9', reason } } as const;
/** For 2026, and by its amendment until June 2027. */
const prolonged = [
  ...inForce,
  amended({ termEnd: '2027-06-30' }),
  filed('2026-08-05'),
  effect('explicit', '2026-08-10'),
] as const;
const rescinded = (on: string): ContractEvent => ({
  type: 'ContractRescinded',
  data: { on, ground: 'law', because: 'x' },
});
const superseded = (on: string): ContractEvent => ({
  type: 'ContractSuperseded',
  data: { on, by: 'c2' },
});
const gone = (on: string, enterprise = 'looms'): ContractEvent => ({
  type: 'ContractEndedWithEmployer',
  data: { on, enterprise },
});
const passed = (on: string, from: string, to: string): ContractEvent => ({
  type: 'ContractPassedToSuccessor',
  data: { on, from, to, act: `merger-of-${from}` },
});

/** What taking the amendment back records, told shortly, and what the contract is then. */
const taken = (...since: ContractEvent[]) => {
  const facts = recorded<ContractEvent>([...prolonged, ...since]);
  const story = contractStory();
  story.have(facts);
  const types = story.order(at, back);
  const told = story.facts().slice(-types.length);
  return {
    types,
    takesBack: told.map(({ data }) => (data as Said<'AmendmentTakenBack'>).takesBack),
    clocks: Object.keys((told[0]?.data as Said<'AmendmentTakenBack'>).clocks),
    state: fold(collectiveContract, story.facts()),
    row: story.row(),
  };
};
const amendment = ['fact-3', 'fact-4', 'fact-5'];

describe('an amendment of a contract that was ended', () => {
  it('goes where its end stands without it, to the last day of the term before', () => {
    const { types, takesBack, state, clocks } = taken(rescinded('2026-12-31'));
    expect({ types, takesBack, clocks }).toStrictEqual({
      types: ['AmendmentTakenBack'],
      takesBack: [amendment],
      clocks: [],
    });
    expect(state).toMatchObject({ phase: 'ended', end: { on: '2026-12-31' } });
  });

  it('stays where a rescission or a condition was agreed beyond the term before', () => {
    const terminated: ContractEvent = {
      type: 'ContractTerminated',
      data: { on: '2027-03-01', condition: 'x' },
    };
    for (const end of [rescinded('2027-01-01'), terminated])
      given(collectiveContract, ...prolonged, end)
        .when(back, at)
        .thenRefuses('end-rests-on-amendment');
  });

  it('goes once that rescission was corrected into the term before, as the refusal says', () => {
    const story = contractStory();
    story.have(recorded<ContractEvent>([...prolonged, rescinded('2027-01-01')]));
    story.order(at, {
      type: 'CorrectRescission',
      data: { corrects: 'fact-6', reason, on: '2026-12-31', ground: 'law', because: 'x' },
    });
    expect(story.order(at, back)).toStrictEqual(['AmendmentTakenBack']);
    expect(story.row()).toMatchObject({ phase: 'ended', ended_on: '2026-12-31' });
  });

  it('goes where it had not taken effect: the end rests on another text', () =>
    given(
      collectiveContract,
      ...[...inForce, amended({ termEnd: '2027-06-30' }), rescinded('2027-01-01')],
    )
      .when(back, at)
      .thenRecordsTypes('AmendmentTakenBack'));

  it('takes an end along that a renewal or the employer brought after the term before', () => {
    for (const end of [superseded, gone]) {
      const beyond = taken(end('2027-01-01'));
      expect(beyond.takesBack).toStrictEqual([[...amendment, 'fact-6']]);
      expect(beyond.clocks).toContain('term-end');
      expect(beyond.state).toMatchObject({ phase: 'in-force', end: { on: '' } });
      expect(beyond.row).toMatchObject({ phase: 'in-force', force_to: '2026-12-31' });
      const within = taken(end('2026-12-31'));
      expect(within.takesBack).toStrictEqual([amendment]);
      expect(within.row).toMatchObject({ phase: 'ended', force_to: '2026-12-30' });
    }
  });

  it('takes every such end along, and leaves one within the term before', () => {
    const both = taken(superseded('2027-05-01'), gone('2027-03-01'));
    expect(both.takesBack).toStrictEqual([[...amendment, 'fact-6', 'fact-7']]);
    expect(both.state.phase).toBe('in-force');
    const one = taken(superseded('2027-05-01'), gone('2026-12-01'));
    expect(one.takesBack).toStrictEqual([[...amendment, 'fact-6']]);
    expect(one.clocks).toStrictEqual([]);
    expect(one.row).toMatchObject({ phase: 'ended', force_to: '2026-11-30' });
  });
});

describe('an heir', () => {
  it('that got the contract after the term before never had it', () => {
    const { types, takesBack, row } = taken(
      passed('2027-01-01', 'looms', 'weavers'),
      passed('2027-02-01', 'weavers', 'dyers'),
    );
    expect(types).toStrictEqual(['AmendmentTakenBack', 'SuccessionTakenBack']);
    expect(takesBack).toStrictEqual([amendment, ['fact-6', 'fact-7']]);
    expect(row).toMatchObject({ enterprise: 'looms', passed_from: null, force_to: '2026-12-31' });
  });

  it('that got it on the last day of the term before keeps it, and the next one never had it', () => {
    const { takesBack, row, state } = taken(
      passed('2026-12-31', 'looms', 'weavers'),
      passed('2027-02-01', 'weavers', 'dyers'),
      gone('2027-04-01', 'dyers'),
    );
    expect(takesBack).toStrictEqual([[...amendment, 'fact-8'], ['fact-7']]);
    expect(row).toMatchObject({ enterprise: 'weavers', former_employers: 'looms' });
    expect(state).toMatchObject({ phase: 'in-force', enterprise: 'weavers' });
  });

  it('does not get it again by the same merger, and has nothing to give back', () => {
    const after: ContractEvent[] = [...prolonged, passed('2027-02-01', 'looms', 'weavers')];
    const story = contractStory();
    story.have(recorded<ContractEvent>(after));
    story.order(at, back);
    const merger = { on: '2027-02-01', from: 'looms', to: 'weavers', act: 'merger-of-looms' };
    expect(story.order(at, { type: 'PassToSuccessor', data: merger })).toStrictEqual([]);
    const undone = { from: 'looms', act: 'merger-of-looms', reason };
    expect(story.order(at, { type: 'TakeBackSuccession', data: undone })).toStrictEqual([]);
  });
});
