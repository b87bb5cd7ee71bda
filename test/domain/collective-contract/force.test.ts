import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { amended, clock, effect, filed, inForce, registered, signed } from './facts.ts';

const later = '2026-08-01T01:00:00.000Z';
const publish = (on: string) => ({ type: 'Publish', data: { on, means: 'notice board' } }) as const;
const published = (on: string): ContractEvent => ({
  type: 'ContractPublished',
  data: { on, means: 'notice board' },
});
const overdue = { type: 'RecordPublicationOverdue', data: {} } as const;

describe('publication', () => {
  it('follows effect', () =>
    given(collectiveContract, ...inForce)
      .when(publish('2026-06-17'), later)
      .thenRecords(published('2026-06-17')));

  it('is recorded once', () =>
    given(collectiveContract, ...inForce, published('2026-06-20'))
      .when(publish('2026-06-20'), later)
      .thenRecords());

  it('is of one day, by whatever means: a wrong one is corrected', () =>
    given(collectiveContract, ...inForce, published('2026-06-20'))
      .when(publish('2026-06-22'), later)
      .thenRefuses('published-once'));

  it('does not precede effect', () =>
    given(collectiveContract, ...inForce)
      .when(publish('2026-06-16'), later)
      .thenRefuses('publish-what-is-in-effect'));

  it('has no place before effect', () =>
    given(collectiveContract, signed())
      .when(publish('2026-06-17'), later)
      .thenRefuses('publish-what-is-in-effect'));

  it('is overdue on the day after its last day', () =>
    // Five days from 17 June end on Monday 22 June.
    given(collectiveContract, ...inForce)
      .when(overdue, '2026-06-22T16:00:00.000Z')
      .thenRecords({ type: 'PublicationFellOverdue', data: { due: '2026-06-22' } }));

  it('is not overdue on its last day', () =>
    given(collectiveContract, ...inForce)
      .when(overdue, '2026-06-22T15:59:59.999Z')
      .thenRefuses('deadline-must-pass'));

  it('falls overdue once, and not at all once published', () => {
    given(collectiveContract, ...inForce, {
      type: 'PublicationFellOverdue',
      data: { due: '2026-06-22' },
    })
      .when(overdue, later)
      .thenRecords();
    given(collectiveContract, ...inForce, published('2026-06-20'))
      .when(overdue, later)
      .thenRecords();
  });

  it('is accepted after it fell overdue', () =>
    given(collectiveContract, ...inForce, {
      type: 'PublicationFellOverdue',
      data: { due: '2026-06-22' },
    })
      .when(publish('2026-06-25'), later)
      .thenRecords(published('2026-06-25')));
});

describe('filing', () => {
  const fell = { type: 'RecordFilingOverdue', data: {} } as const;

  it('is overdue on the day after its last day', () =>
    given(collectiveContract, signed())
      .when(fell, '2026-05-27T16:00:00.000Z')
      .thenRecords({ type: 'FilingFellOverdue', data: { due: '2026-05-27' } }));

  it('is not overdue on its last day', () =>
    given(collectiveContract, signed())
      .when(fell, '2026-05-27T15:59:59.999Z')
      .thenRefuses('deadline-must-pass'));

  it('falls overdue once', () =>
    given(collectiveContract, signed(), { type: 'FilingFellOverdue', data: { due: '2026-05-27' } })
      .when(fell, later)
      .thenRecords());
});

describe('the renewal window', () => {
  const open = { type: 'OpenRenewalWindow', data: {} } as const;
  const opened: ContractEvent = {
    type: 'RenewalWindowOpened',
    data: { on: '2026-11-01', article: '工资集体协商试行办法 Art 24' },
  };

  it('opens sixty days before the end of the term, counted backwards', () =>
    given(collectiveContract, ...inForce)
      .when(open, '2026-10-31T16:00:00.000Z')
      .thenRecords(opened));

  it('does not open a day earlier', () =>
    given(collectiveContract, ...inForce)
      .when(open, '2026-10-31T15:59:59.999Z')
      .thenRefuses('renewal-not-yet'));

  it('opens once', () =>
    given(collectiveContract, ...inForce, opened)
      .when(open, '2026-11-05T01:00:00.000Z')
      .thenRecords());

  it('opens three months before a term that ends on 31 May: on 28 February', () =>
    given(collectiveContract, registered({ termEnd: '2027-05-31' }))
      .when(open, '2027-03-01T01:00:00.000Z')
      .thenRecords({
        type: 'RenewalWindowOpened',
        data: { on: '2027-02-28', article: '集体合同规定 Art 38' },
      }));

  it('is unknown where the law sets none', () =>
    given(collectiveContract, registered({ profile: 'us-nlra' }))
      .when(open, later)
      .thenRefuses('no-renewal-here'));

  it('belongs to a contract in force', () =>
    given(collectiveContract, signed()).when(open, later).thenRefuses('renew-what-is-in-force'));
});

describe('the end of the term', () => {
  const expire = { type: 'RecordExpiry', data: {} } as const;
  const expired: ContractEvent = { type: 'ContractExpired', data: { on: '2027-01-01' } };

  it('is not before its last day is over', () =>
    given(collectiveContract, ...inForce)
      .when(expire, '2026-12-31T15:59:59.999Z')
      .thenRefuses('term-still-runs'));

  it('takes the contract out of force from the day after', () =>
    given(collectiveContract, ...inForce)
      .when(expire, '2027-01-04T01:00:00.000Z')
      .thenRecords(expired));

  it('is recorded once', () =>
    given(collectiveContract, ...inForce, expired)
      .when(expire, '2027-01-05T01:00:00.000Z')
      .thenRecords());

  it('waits for the outcome of an amendment under review', () =>
    given(collectiveContract, ...inForce, amended({ termEnd: '2027-06-30' }), filed('2026-12-20'))
      .when(expire, '2027-01-10T01:00:00.000Z')
      .thenRefuses('review-before-expiry'));

  it('is recorded again when the term was corrected since', () =>
    given(collectiveContract, ...inForce, expired, {
      type: 'SigningCorrected',
      data: {
        ...signed({ termEnd: '2027-06-30' }).data,
        corrects: 'fact-0',
        reason: 'a slip',
      } as Extract<ContractEvent, { type: 'SigningCorrected' }>['data'],
    })
      .when(expire, '2027-07-01T01:00:00.000Z')
      .thenRecords({ type: 'ContractExpired', data: { on: '2027-07-01' } }));
});

describe('a newly published calendar', () => {
  const recompute = { type: 'RecomputeDeadlines', data: {} } as const;
  const old = { ...clock('review', '2026-06-01', 'national-wage-2000'), calendarVersion: 'before' };

  it('sets the running clock anew', () =>
    given(collectiveContract, signed(), {
      type: 'ContractFiled',
      data: { receiptNo: 'A1', filedOn: '2026-06-01', receivedOn: '2026-06-01', review: old },
    })
      .when(recompute)
      .thenRecords({
        type: 'DeadlineRecomputed',
        data: { clock: 'review', deadline: clock('review', '2026-06-01', 'national-wage-2000') },
      }));

  it('changes nothing that stands', () =>
    given(collectiveContract, signed(), filed('2026-06-01')).when(recompute).thenRecords());

  it('has nothing to say about a contract nobody knows', () =>
    given(collectiveContract).when(recompute).thenRefuses('contract-on-record'));

  it('decides the legal day of silence from the clock set anew', () =>
    given(
      collectiveContract,
      signed(),
      {
        type: 'ContractFiled',
        data: {
          receiptNo: 'A1',
          filedOn: '2026-06-01',
          receivedOn: '2026-06-01',
          review: { ...old, due: '2026-06-15' },
        },
      },
      {
        type: 'DeadlineRecomputed',
        data: { clock: 'review', deadline: clock('review', '2026-06-01', 'national-wage-2000') },
      },
    )
      .when({ type: 'RecordSilence', data: {} }, later)
      .thenRecords(effect('deemed', '2026-06-17')));
});
