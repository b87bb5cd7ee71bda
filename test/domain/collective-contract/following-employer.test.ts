import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { inForce } from './facts.ts';

const reason = '登记机关更正';
const [first, second] = ['2026-09-01', '2026-10-01'];
type Change = { act: string; enterprise: string; on: string; to?: string; ownFrom?: string };
const split = (act: string, on: string, to: string): Change => ({
  ...{ act, enterprise: 'looms', on, to, ownFrom: on },
});
const follow = (...changes: Change[]) => ({ type: 'FollowEmployer', data: { changes } }) as const;
/** Of the employer something is said anew. */
const anew = (...changes: Change[]) =>
  ({ type: 'FollowEmployer', data: { changes, released: 'looms', reason } }) as const;
const passing = (act?: string): ContractEvent => ({
  type: 'ContractPassedToSuccessor',
  data: { on: first, from: 'looms', to: 'weavers', ...(act && { act }) },
});
const ended: ContractEvent = {
  type: 'ContractEndedWithEmployer',
  data: { on: first, enterprise: 'looms' },
};

describe('a contract whose employer did it not after all', () => {
  it('returns, and stays where the register still says it was passed on', () => {
    given(collectiveContract, ...inForce, passing('s1'))
      .when(anew())
      .thenRecords({
        type: 'SuccessionTakenBack',
        data: { takesBack: ['fact-3'], reason, from: 'looms', to: 'weavers' },
      });
    given(collectiveContract, ...inForce, passing('s1'))
      .when(anew(split('s1', first, 'weavers'), split('s2', second, 'dyers')))
      .thenRecords();
  });

  it('returns by another split than the one it went by', () => {
    given(collectiveContract, ...inForce, passing('s1'))
      .when(anew(split('s2', second, 'dyers')))
      .thenRecordsTypes('SuccessionTakenBack');
  });

  it('returns from a passing that does not say by what, if the employer has no act left', () => {
    given(collectiveContract, ...inForce, passing())
      .when(anew())
      .thenRecordsTypes('SuccessionTakenBack');
    given(collectiveContract, ...inForce, passing())
      .when(anew(split('s1', first, 'weavers')))
      .thenRecords();
  });

  it('has not ended with it', () => {
    given(collectiveContract, ...inForce, ended)
      .when(anew())
      .thenRecordsTypes('EmployerEndTakenBack');
    given(collectiveContract, ...inForce, ended)
      .when(anew({ act: 'd', enterprise: 'looms', on: first }))
      .thenRecords();
    given(collectiveContract, ...inForce, ended)
      .when(anew({ act: 'd', enterprise: 'looms', on: second }))
      .thenRecordsTypes('EmployerEndCorrected');
  });
});

it('what was recorded by hand stays as long as nothing is said anew of that employer', () => {
  for (const fact of [passing(), passing('s1'), ended])
    given(collectiveContract, ...inForce, fact)
      .when(follow())
      .thenRecords();
});

it('an employer that changed before the contract came to it keeps nothing else from being told', () => {
  const tooEarly: Change = { act: 'd', enterprise: 'weavers', on: '2026-08-31' };
  given(collectiveContract, ...inForce, passing('s1'))
    .when(follow(tooEarly, split('s1', first, 'dyers')))
    .thenRecordsTypes('SuccessionCorrected');
  given(collectiveContract, ...inForce, passing('s1'))
    .when(follow(tooEarly, split('s1', first, 'weavers')))
    .thenRefuses('end-after-succession');
});
