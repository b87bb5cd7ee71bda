import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import {
  amended,
  amendment,
  clock,
  effect,
  filed,
  inForce,
  signed,
  terms,
  whose,
  type Asked,
  type Said,
} from './facts.ts';

const reason = 'the employer’s chief signed two days later';
const follow = (over: Partial<Asked<'Sign'>> = {}) =>
  ({ type: 'FollowSigning', data: { reason, ...terms, ...over } }) as const;
const corrected = (corrects: string, over: Partial<Asked<'Sign'>>): ContractEvent => ({
  type: 'SigningCorrected',
  data: { corrects, reason, ...(signed(over).data as Said<'ContractSigned'>) },
});

describe('a contract whose case was corrected', () => {
  it('says what the case says now, with the clocks that follow', () =>
    given(collectiveContract, signed())
      .when(follow({ signedOn: '2026-05-22' }))
      .thenRecords(corrected('fact-0', { signedOn: '2026-05-22' })));

  it('is to be filed within ten days of the notice of approval in Shanghai, and has no day for it before', () => {
    const shanghai = { profile: 'shanghai-2015', termEnd: '2027-06-30' } as const;
    expect(signed(shanghai).data).not.toHaveProperty('filing');
    given(collectiveContract, signed(shanghai))
      .when(follow({ ...shanghai, notifiedOn: '2026-05-25' }))
      .thenRecords(corrected('fact-0', { ...shanghai, notifiedOn: '2026-05-25' }));
    expect(clock('filing', '2026-05-25', 'shanghai-2015').due).toBe('2026-06-04');
  });

  it('says it once', () => {
    given(collectiveContract, signed()).when(follow()).thenRecords();
    given(collectiveContract, signed(), corrected('fact-0', { signedOn: '2026-05-22' }))
      .when(follow({ signedOn: '2026-05-22' }))
      .thenRecords();
  });

  it('follows nothing when the case of another contract was corrected, or none made it', () => {
    given(collectiveContract, signed())
      .when(follow({ case: 'case-8' }))
      .thenRefuses('text-of-that-case');
    given(collectiveContract).when(follow()).thenRefuses('contract-on-record');
  });

  it('is left alone when it was struck out', () =>
    given(collectiveContract, signed(), { type: 'ContractVoided', data: { reason: 'twice' } })
      .when(follow({ signedOn: '2026-05-22' }))
      .thenRecords());

  it('follows in the text of its amendment', () => {
    const past = [...inForce, amended()];
    const say = (over: Partial<Asked<'SignAmendment'>>) =>
      ({ type: 'FollowAmendment', data: { reason, ...amendment, ...over } }) as const;
    given(collectiveContract, ...past)
      .when(say({ signedOn: '2026-08-05' }), '2026-08-05T01:00:00.000Z')
      .thenRecords({
        type: 'AmendmentCorrected',
        data: {
          corrects: 'fact-3',
          reason,
          ...(amended({ signedOn: '2026-08-05' }).data as Said<'AmendmentSigned'>),
        },
      });
    given(collectiveContract, ...past)
      .when(say({ case: 'case-8' }))
      .thenRefuses('text-of-that-case');
  });
});

describe('an effect', () => {
  const us = { profile: 'us-nlra', predecessor: 'c0' } as const;
  type Replaces = NonNullable<Said<'ContractTookEffect'>['replaces']>;
  const on = (day: string, replaces?: Replaces): ContractEvent => ({
    type: 'ContractTookEffect',
    data: {
      ...(effect('explicit', day, 'us-nlra').data as Said<'ContractTookEffect'>),
      ...(replaces && { replaces }),
    },
  });

  it('that came with the signature moves with it, and with it what it replaces', () =>
    given(collectiveContract, signed(us), on('2026-05-20', { contract: 'c0', on: '2026-05-20' }))
      .when(follow({ ...us, signedOn: '2026-05-22' }))
      .thenRecords(corrected('fact-0', { ...us, signedOn: '2026-05-22' }), {
        type: 'EffectCorrected',
        data: {
          corrects: 'fact-1',
          reason,
          ...(on('2026-05-22', { contract: 'c0', on: '2026-05-22', whose })
            .data as Said<'ContractTookEffect'>),
        },
      }));

  it('releases the contract that it does not renew after all', () =>
    given(collectiveContract, signed(us), on('2026-05-20', { contract: 'c0', on: '2026-05-20' }))
      .when(follow({ ...us, predecessor: 'c00' }))
      .thenRecords(corrected('fact-0', { ...us, predecessor: 'c00' }), {
        type: 'EffectCorrected',
        data: {
          corrects: 'fact-1',
          reason,
          ...(on('2026-05-20', { contract: 'c00', on: '2026-05-20', whose })
            .data as Said<'ContractTookEffect'>),
          releases: 'c0',
        },
      }));

  it('recorded before it said for whom it is, is not said anew for that alone', () =>
    given(collectiveContract, signed(us), on('2026-05-20', { contract: 'c0', on: '2026-05-20' }))
      .when(follow({ ...us, workers: 121 }))
      .thenRecordsTypes('SigningCorrected'));

  it('says for whom it is when that was corrected', () =>
    given(
      collectiveContract,
      signed(us),
      on('2026-05-20', { contract: 'c0', on: '2026-05-20', whose }),
    )
      .when(follow({ ...us, enterprise: 'weavers' }))
      .thenRecords(corrected('fact-0', { ...us, enterprise: 'weavers' }), {
        type: 'EffectCorrected',
        data: {
          corrects: 'fact-1',
          reason,
          ...(on('2026-05-20', {
            contract: 'c0',
            on: '2026-05-20',
            whose: { ...whose, enterprise: 'weavers' },
          }).data as Said<'ContractTookEffect'>),
        },
      }));

  it('that the authority gave stays on its day', () =>
    given(collectiveContract, signed(), filed('2026-06-01'), effect('explicit', '2026-06-10'))
      .when(follow({ signedOn: '2026-05-22' }))
      .thenRecordsTypes('SigningCorrected'));
});
