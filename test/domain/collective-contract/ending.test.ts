import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { deadline } from '../../../domain/law/deadlines.ts';
import { law } from '../../../domain/law/profiles.ts';
import { given } from '../../support/stories/given.ts';
import { effect, filed, inForce, registered, signed, type Asked } from './facts.ts';

const shandong = 'shandong-wage-2017';
const inShandong: readonly ContractEvent[] = [
  signed({ profile: shandong }),
  filed('2026-06-01', shandong),
  effect('deemed', '2026-06-17', shandong),
];
const reportFrom = (on: string) => {
  const profile = law(shandong);
  if (!profile.reportEnd) throw new Error('Shandong asks for a report');
  return deadline({ rule: 'report-end', from: on, period: profile.reportEnd, profile });
};

describe('a rescission', () => {
  const data: Asked<'Rescind'> = { on: '2026-09-01', ground: 'agreement', because: 'plant closes' };
  const rescind = (over: Partial<Asked<'Rescind'>> = {}) =>
    ({ type: 'Rescind', data: { ...data, ...over } }) as const;
  const rescinded: ContractEvent = { type: 'ContractRescinded', data };

  it('ends the contract out from its day', () =>
    given(collectiveContract, ...inForce)
      .when(rescind())
      .thenRecords(rescinded));

  it('is recorded once', () =>
    given(collectiveContract, ...inForce, rescinded)
      .when(rescind())
      .thenRecords());

  it('ends nothing that has ended', () =>
    given(collectiveContract, ...inForce, rescinded)
      .when(rescind({ on: '2026-08-01' }))
      .thenRefuses('end-what-lives'));

  it.each(['2026-05-20', '2026-12-31'])('may fall on %s', (on) =>
    given(collectiveContract, ...inForce)
      .when(rescind({ on }))
      .thenRecordsTypes('ContractRescinded'),
  );

  it.each(['2026-05-19', '2027-01-01'])('may not fall on %s, outside the term', (on) =>
    given(collectiveContract, ...inForce)
      .when(rescind({ on }))
      .thenRefuses('end-within-term'),
  );

  it('dated in the term is still recorded after its end', () =>
    given(collectiveContract, ...inForce, { type: 'ContractExpired', data: { on: '2027-01-01' } })
      .when(rescind(), '2027-02-01T01:00:00.000Z')
      .thenRecords(rescinded));

  it.each([shandong, 'national-2004'] as const)(
    'has no more in favour than delegates: %s',
    (profile) =>
      given(collectiveContract, ...(profile === shandong ? inShandong : inForce))
        .when(rescind({ congress: { delegates: 100, inFavour: 101 } }))
        .thenRefuses('votes-add-up'),
  );

  it.each([50, 0])('by agreement fails in Shandong with %i of 100 in favour', (inFavour) =>
    given(collectiveContract, ...inShandong)
      .when(rescind({ congress: { delegates: 100, inFavour } }))
      .thenRefuses('congress-consents-to-rescission', law(shandong).rescissionVote?.article),
  );

  it('by agreement needs more than half of the congress in Shandong, and starts the report clock', () =>
    given(collectiveContract, ...inShandong)
      .when(rescind({ congress: { delegates: 100, inFavour: 51 } }))
      .thenRecords({
        type: 'ContractRescinded',
        data: {
          ...data,
          congress: { delegates: 100, inFavour: 51 },
          report: reportFrom('2026-09-01'),
        },
      }));

  it('by force majeure asks no congress', () =>
    given(collectiveContract, ...inShandong)
      .when(rescind({ ground: 'force-majeure' }))
      .thenRecordsTypes('ContractRescinded'));
});

describe('an agreed condition', () => {
  const terminate = {
    type: 'Terminate',
    data: { on: '2026-09-01', condition: 'relocation' },
  } as const;
  const terminated: ContractEvent = {
    type: 'ContractTerminated',
    data: { ...terminate.data, report: reportFrom('2026-09-01') },
  };

  it('ends the contract and starts the report clock', () =>
    given(collectiveContract, ...inShandong)
      .when(terminate)
      .thenRecords(terminated));

  it('ends it once', () =>
    given(collectiveContract, ...inShandong, terminated)
      .when(terminate)
      .thenRecords());

  it('is reported once it came about', () => {
    const report = { type: 'ReportEnd', data: { on: '2026-09-05' } } as const;
    const reported: ContractEvent = { type: 'EndReported', data: { on: '2026-09-05' } };
    given(collectiveContract, ...inShandong, terminated)
      .when(report, '2026-09-10T01:00:00.000Z')
      .thenRecords(reported);
    given(collectiveContract, ...inShandong, terminated, reported)
      .when(report, '2026-09-10T01:00:00.000Z')
      .thenRecords();
    given(collectiveContract, ...inShandong, terminated, reported)
      .when({ type: 'ReportEnd', data: { on: '2026-09-06' } }, '2026-09-10T01:00:00.000Z')
      .thenRefuses('end-reported-once');
    given(collectiveContract, ...inShandong)
      .when(report, '2026-09-10T01:00:00.000Z')
      .thenRefuses('report-what-ended');
  });
});

describe('the end of the employer', () => {
  const end = (on = '2026-09-01', enterprise = 'looms') =>
    ({ type: 'EndWithEmployer', data: { on, enterprise } }) as const;
  const ended: ContractEvent = {
    type: 'ContractEndedWithEmployer',
    data: { on: '2026-09-01', enterprise: 'looms' },
  };

  it('ends its contract that day', () =>
    given(collectiveContract, ...inForce)
      .when(end())
      .thenRecords(ended));

  it('ends it once', () =>
    given(collectiveContract, ...inForce, ended)
      .when(end())
      .thenRecords());

  it('moves when the register corrects the day', () =>
    given(collectiveContract, ...inForce, ended)
      .when(end('2026-08-15'))
      .thenRecords({
        type: 'EmployerEndCorrected',
        data: {
          corrects: 'fact-3',
          reason: '用人单位终止日更正 / the day the employer ended was corrected',
          on: '2026-08-15',
          enterprise: 'looms',
        },
      }));

  it('leaves alone what ran out before', () =>
    given(collectiveContract, ...inForce)
      .when(end('2027-01-01'))
      .thenRecords());

  it('ends what ran to its last day', () =>
    given(collectiveContract, ...inForce)
      .when(end('2026-12-31'))
      .thenRecordsTypes('ContractEndedWithEmployer'));

  it('is not that of another enterprise', () =>
    given(collectiveContract, ...inForce)
      .when(end('2026-09-01', 'forge'))
      .thenRefuses('employer-of-contract'));

  it('ends no contract that nobody knows', () =>
    given(collectiveContract).when(end()).thenRefuses('contract-on-record'));
});

describe('a merger', () => {
  const pass = (over: Partial<Asked<'PassToSuccessor'>> = {}) =>
    ({
      type: 'PassToSuccessor',
      data: { on: '2026-09-01', from: 'looms', to: 'weavers', ...over },
    }) as const;
  const passed: ContractEvent = { type: 'ContractPassedToSuccessor', data: pass().data };

  it('passes the contract to the successor, once', () => {
    given(collectiveContract, ...inForce)
      .when(pass())
      .thenRecords(passed);
    given(collectiveContract, ...inForce, passed)
      .when(pass())
      .thenRecords();
  });

  it('corrected, passes it on another day or to another', () =>
    given(collectiveContract, ...inForce, passed)
      .when(pass({ to: 'spinners' }))
      .thenRecords({
        type: 'SuccessionCorrected',
        data: {
          corrects: 'fact-3',
          reason: '承继更正 / the succession was corrected',
          ...pass({ to: 'spinners' }).data,
        },
      }));

  it('does not end the contract with the employer it left', () =>
    given(collectiveContract, ...inForce, passed)
      .when({ type: 'EndWithEmployer', data: { on: '2026-09-01', enterprise: 'looms' } })
      .thenRecords());

  it('passes nothing that is not the employer’s', () =>
    given(collectiveContract, ...inForce)
      .when(pass({ from: 'forge' }))
      .thenRefuses('employer-of-contract'));

  it('passes nothing that ran out before', () =>
    given(collectiveContract, ...inForce)
      .when(pass({ on: '2027-01-01' }))
      .thenRecords());
});

describe('a void record', () => {
  const voiding = { type: 'Void', data: { reason: 'entered twice', duplicateOf: 'c2' } } as const;
  const voided: ContractEvent = { type: 'ContractVoided', data: voiding.data };

  it('is voided once', () => {
    given(collectiveContract, registered()).when(voiding).thenRecords(voided);
    given(collectiveContract, registered(), voided).when(voiding).thenRecords();
  });

  it('was recorded', () =>
    given(collectiveContract).when(voiding).thenRefuses('contract-on-record'));

  it('hears nothing any more', () => {
    given(collectiveContract, registered(), voided)
      .when({ type: 'RecordExpiry', data: {} })
      .thenRecords();
    given(collectiveContract, registered(), voided)
      .when({ type: 'EndWithEmployer', data: { on: '2026-01-01', enterprise: 'looms' } })
      .thenRecords();
    given(collectiveContract, registered(), voided)
      .when({ type: 'RecomputeDeadlines', data: {} })
      .thenRefuses('contract-on-record');
  });
});
