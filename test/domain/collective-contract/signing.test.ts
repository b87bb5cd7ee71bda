import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { given } from '../../support/stories/given.ts';
import {
  amended,
  amendment,
  effect,
  inForce,
  past,
  regional,
  registered,
  signed,
  terms,
} from './facts.ts';

const sign = (over: Partial<typeof terms> = {}) =>
  ({ type: 'Sign', data: { ...terms, ...over } }) as const;
const register = (over: Partial<typeof past> = {}) =>
  ({ type: 'RegisterAsHistory', data: { ...past, ...over } }) as const;

describe('a signed contract', () => {
  it('keeps the coverage and the filing clock of its law', () =>
    given(collectiveContract).when(sign()).thenRecords(signed()));

  it('is signed once, however often its case reports it', () =>
    given(collectiveContract, signed()).when(sign()).thenRecords());

  it('cannot be signed again from another case', () =>
    given(collectiveContract, signed())
      .when(sign({ case: 'case-8' }))
      .thenRefuses('signed-once'));

  it('ends after it begins', () =>
    given(collectiveContract)
      .when(sign({ termEnd: terms.termStart }))
      .thenRefuses('term-runs-forward'));

  it.each([
    ['2028-12-31', []],
    ['2026-12-31', []],
  ])('may end on %s under the national rules', (termEnd) =>
    given(collectiveContract)
      .when(sign({ profile: 'national-2004', termEnd }))
      .thenRecordsTypes('ContractSigned'),
  );

  it('does not run a day longer than three years', () =>
    given(collectiveContract)
      .when(sign({ profile: 'national-2004', termEnd: '2029-01-01' }))
      .thenRefuses('term-too-long', '集体合同规定 Art 38'));

  it('does not run a day less than one year', () =>
    given(collectiveContract)
      .when(sign({ profile: 'national-2004', termEnd: '2026-12-30' }))
      .thenRefuses('term-too-short', '集体合同规定 Art 38'));

  it('takes effect at once where the law knows no review', () =>
    given(collectiveContract)
      .when(sign({ profile: 'us-nlra' }))
      .thenRecords(signed({ profile: 'us-nlra' }), effect('explicit', terms.signedOn, 'us-nlra')));

  it('names its enterprise at enterprise level', () =>
    given(collectiveContract)
      .when(sign({ enterprise: undefined }))
      .thenRefuses('enterprise-level-names-enterprise'));

  it('names no scope at enterprise level', () =>
    given(collectiveContract)
      .when(sign({ scope: { divisions: ['320681'], industries: [] } }))
      .thenRefuses('enterprise-level-names-enterprise'));
});

describe('a contract above the enterprise', () => {
  it('binds only those that accede, where its law says so', () =>
    given(collectiveContract).when({ type: 'Sign', data: regional }).thenRecords(signed(regional)));

  it('names a scope', () =>
    given(collectiveContract)
      .when({ type: 'Sign', data: { ...regional, scope: undefined } })
      .thenRefuses('level-above-needs-scope'));

  it('names no single enterprise', () =>
    given(collectiveContract)
      .when({ type: 'Sign', data: { ...regional, enterprise: 'looms' } })
      .thenRefuses('level-above-needs-scope'));

  it.each(['999999', 'US-ZZ'])('is for no division that cannot be: %s', (division) =>
    given(collectiveContract)
      .when({
        type: 'Sign',
        data: { ...regional, scope: { divisions: [division], industries: [] } },
      })
      .thenRefuses('division-exists'),
  );

  it('is for a division that was retired', () =>
    given(collectiveContract)
      .when({
        type: 'Sign',
        data: { ...regional, scope: { divisions: ['320602'], industries: [] } },
      })
      .thenRecordsTypes('ContractSigned'));

  it.each([
    ['C', '17', 'C1711'],
    // The section of health: another division in each edition of the standard.
    ['84', '83'],
  ])('is for industries of the standard: %s, %s', (...industries) =>
    given(collectiveContract)
      .when({
        type: 'Sign',
        data: { ...regional, scope: { divisions: ['310104'], industries } },
      })
      .thenRecordsTypes('ContractSigned'),
  );

  it.each(['ZZZ', '98', 'C66', 'U'])('is for no industry that there is not: %s', (industry) =>
    given(collectiveContract)
      .when({
        type: 'Sign',
        data: { ...regional, scope: { divisions: ['310104'], industries: ['C', industry] } },
      })
      .thenRefuses('industry-in-its-scheme'),
  );

  it.each(['31', '3206', '320600', 'CN'])('is not concluded for %s, above a county', (division) =>
    given(collectiveContract)
      .when({
        type: 'Sign',
        data: { ...regional, scope: { divisions: [division], industries: [] } },
      })
      .thenRefuses('county-level-and-below', '劳动合同法 Art 53'),
  );

  it.each(['320681', '320681101', '320681101001'])('is concluded for %s', (division) =>
    given(collectiveContract)
      .when({
        type: 'Sign',
        data: { ...regional, scope: { divisions: [division], industries: [] } },
      })
      .thenRecordsTypes('ContractSigned'),
  );
});

describe('a contract registered as history', () => {
  it('starts no clock', () => given(collectiveContract).when(register()).thenRecords(registered()));

  it('is registered once', () =>
    given(collectiveContract, registered()).when(register()).thenRecords());

  it('is not registered again with another term', () =>
    given(collectiveContract, registered())
      .when(register({ termEnd: '2026-12-31' }))
      .thenRefuses('signed-once'));

  it('is taken with a term that ended before it took effect, as the source has it', () =>
    given(collectiveContract)
      .when(register({ termStart: undefined, termEnd: '2024-06-30' }))
      .thenRecordsTypes('ContractRegisteredAsHistory'));

  it('is not taken with a term that runs backwards', () =>
    given(collectiveContract)
      .when(register({ termEnd: '2024-12-31' }))
      .thenRefuses('term-runs-forward'));

  it('gets no expiry from the clock when its term ended before it was recorded', () =>
    given(collectiveContract, registered({ termStart: '2022-01-01', termEnd: '2024-12-31' }))
      .when({ type: 'RecordExpiry', data: {} })
      .thenRecords());

  it('never expires when its term is unknown', () =>
    given(collectiveContract, registered({ termEnd: undefined }))
      .when({ type: 'RecordExpiry', data: {} })
      .thenRefuses('expire-what-is-in-force'));
});

describe('an amendment', () => {
  it('is made to a contract in force only', () =>
    given(collectiveContract, signed())
      .when({ type: 'SignAmendment', data: amendment })
      .thenRefuses('amend-what-is-in-force'));

  it('has a term that runs forward', () =>
    given(collectiveContract, ...inForce)
      .when(
        {
          type: 'SignAmendment',
          data: { ...amendment, termStart: '2026-12-31', termEnd: '2026-01-01' },
        },
        '2026-08-03T01:00:00.000Z',
      )
      .thenRefuses('term-runs-forward'));
});

/** The last moment of the first of June in Shanghai, and the one after. */
const beforeMidnight = '2026-06-01T15:59:59.999Z';
const midnight = '2026-06-01T16:00:00.000Z';

describe('a day on which somebody signs or registers has come:', () => {
  const on = '2026-06-02';
  it.each([
    ['a signature', [], sign({ signedOn: on }), signed({ signedOn: on })],
    [
      'an amendment',
      inForce,
      { type: 'SignAmendment', data: { ...amendment, signedOn: on } },
      amended({ signedOn: on }),
    ],
    ['a registration', [], register({ registeredOn: on }), registered({ registeredOn: on })],
    [
      'the signature that a registration names',
      [],
      register({ signedOn: on }),
      registered({ signedOn: on }),
    ],
  ] as const)('%s', (_, facts, command, fact) => {
    given(collectiveContract, ...facts)
      .when(command, beforeMidnight)
      .thenRefuses('not-in-the-future');
    given(collectiveContract, ...facts)
      .when(command, midnight)
      .thenRecords(fact);
  });

  it('terms may begin and end later', () => {
    const term = { termStart: '2026-07-01', termEnd: '2027-06-30' } as const;
    given(collectiveContract).when(sign(term)).thenRecords(signed(term));
    given(collectiveContract).when(register(term)).thenRecords(registered(term));
  });
});
