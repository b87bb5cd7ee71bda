import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { amended, effect, filed, past, registered, termClocks, type Asked } from './facts.ts';

const reason = 'a slip';
const at = '2026-06-01T01:00:00.000Z';
const correct = (over: Partial<Asked<'RegisterAsHistory'>>) =>
  ({ type: 'CorrectHistory', data: { corrects: 'fact-0', reason, ...past, ...over } }) as const;
const corrected = (over: Partial<Asked<'RegisterAsHistory'>>): ContractEvent => {
  const said = { ...past, ...over };
  const { termStart = '', termEnd = '' } = said;
  const { term } = termClocks({ termStart, termEnd }, past.profile);
  return {
    type: 'HistoryCorrected',
    data: {
      corrects: 'fact-0',
      reason,
      ...said,
      coverage: 'ALL_IN_SCOPE',
      ...(termEnd && { term }),
    },
  };
};
const recomputed = (termEnd: string, rules = ['renewal', 'term'] as const): ContractEvent[] => {
  const clocks = termClocks({ termStart: '2025-01-01', termEnd }, past.profile);
  return rules.flatMap((rule) => {
    const { [rule]: deadline } = clocks;
    return deadline ? [{ type: 'DeadlineRecomputed', data: { deadline } } as const] : [];
  });
};
const expired = (on: string): ContractEvent => ({ type: 'ContractExpired', data: { on } });
const rescinded: ContractEvent = {
  type: 'ContractRescinded',
  data: { on: '2026-05-05', ground: 'law', because: 'closing' },
};
const longer = [
  registered(),
  amended({ signedOn: '2026-02-10', termEnd: '2028-12-31' }),
  filed('2026-02-12'),
  effect('explicit', '2026-02-14'),
] as const;

describe('a contract from an older register, said anew', () => {
  it('sets the clocks of its term anew where the term moved', () =>
    given(collectiveContract, registered())
      .when(correct({ termEnd: '2026-12-31' }))
      .thenRecords(corrected({ termEnd: '2026-12-31' }), ...recomputed('2026-12-31')));

  it('leaves them alone where something else was wrong', () =>
    given(collectiveContract, registered())
      .when(correct({ source: 'another binder' }))
      .thenRecords(corrected({ source: 'another binder' })));

  it('says nothing where it says the same, before a correction and after one', () => {
    given(collectiveContract, registered()).when(correct({})).thenRecords();
    const again = { source: 'another binder' };
    given(collectiveContract, registered(), corrected(again)).when(correct(again)).thenRecords();
  });

  it('waits for nothing once the contract was ended', () =>
    given(collectiveContract, registered(), rescinded)
      .when(correct({ termEnd: '2027-11-30' }))
      .thenRecordsTypes('HistoryCorrected'));

  it('leaves the term of an amendment that binds', () => {
    given(collectiveContract, ...longer)
      .when(correct({ termEnd: '2026-11-30' }))
      .thenRecordsTypes('HistoryCorrected');
    // An unknown term waits for nothing: the amendment says that its own does.
    given(collectiveContract, ...longer)
      .when(correct({ termEnd: undefined }))
      .thenRecordsTypes('HistoryCorrected', 'DeadlineRecomputed', 'DeadlineRecomputed');
  });

  it('begins to wait for a term that was unknown', () =>
    given(collectiveContract, registered({ termEnd: undefined }))
      .when(correct({}))
      .thenRecords(corrected({}), ...recomputed('2027-12-31')));

  // It was put on record on 1 January 2026.
  it('ran out by itself where it still ran on the day it was put on record', () => {
    given(collectiveContract, registered())
      .when(correct({ termEnd: '2026-01-01' }), at)
      .thenRecords(corrected({ termEnd: '2026-01-01' }), ...recomputed('2026-01-01'));
    given(collectiveContract, registered())
      .when(correct({ termEnd: '2025-12-31' }), at)
      .thenRecords(
        corrected({ termEnd: '2025-12-31' }),
        ...recomputed('2025-12-31', ['term'] as never),
        expired('2026-01-01'),
      );
    given(collectiveContract, registered({ termEnd: '2025-11-30' }))
      .when(correct({ termEnd: '2025-12-31' }), at)
      .thenRecordsTypes('HistoryCorrected');
  });

  it('that had run out ran out on the earlier day', () => {
    const facts = [registered({ termEnd: '2026-05-31' }), expired('2026-06-01')];
    const moved = given(collectiveContract, ...facts);
    moved
      .when(correct({ termEnd: '2026-04-30' }), at)
      .thenRecords(
        corrected({ termEnd: '2026-04-30' }),
        ...recomputed('2026-04-30'),
        expired('2026-05-01'),
      );
    moved
      .when(correct({ termEnd: '2026-06-15' }), at)
      .thenRecords(corrected({ termEnd: '2026-06-15' }), ...recomputed('2026-06-15'));
  });
});
