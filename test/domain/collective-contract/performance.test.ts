import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { inForce, regional, registered, signed, type Asked } from './facts.ts';

const later = '2026-10-01T01:00:00.000Z';

describe('the roster of a contract that binds those that accede', () => {
  const accede = (over: Partial<Asked<'Accede'>> = {}) =>
    ({ type: 'Accede', data: { enterprise: 'mill', from: '2025-08-01', ...over } }) as const;
  const acceded = (over: Partial<Asked<'Accede'>> = {}): ContractEvent => ({
    type: 'EnterpriseAcceded',
    data: { enterprise: 'mill', from: '2025-08-01', ...over },
  });
  const withdraw = (on: string, enterprise = 'mill') =>
    ({ type: 'Withdraw', data: { enterprise, on, because: 'sold' } }) as const;
  const withdrew = (on: string, accession = 'fact-1'): ContractEvent => ({
    type: 'EnterpriseWithdrew',
    data: { enterprise: 'mill', on, because: 'sold', accession },
  });

  it('grows when an enterprise accedes', () =>
    given(collectiveContract, signed(regional)).when(accede()).thenRecords(acceded()));

  it('says it once', () =>
    given(collectiveContract, signed(regional), acceded()).when(accede()).thenRecords());

  it('holds nobody twice on one day', () =>
    given(collectiveContract, signed(regional), acceded({ to: '2026-06-30' }))
      .when(accede({ from: '2026-06-30' }))
      .thenRefuses('accede-once'));

  it('takes an enterprise again from the day after', () =>
    given(collectiveContract, signed(regional), acceded({ to: '2026-06-30' }))
      .when(accede({ from: '2026-07-01' }))
      .thenRecords(acceded({ from: '2026-07-01' })));

  it.each([
    ['2025-07-01', '2028-06-30'],
    ['2028-06-30', undefined],
  ])('takes an accession from %s to %s', (from, to) =>
    given(collectiveContract, signed(regional))
      .when(accede(to ? { from, to } : { from }))
      .thenRecordsTypes('EnterpriseAcceded'),
  );

  it.each([
    ['2025-06-30', '2026-06-30'],
    ['2025-08-01', '2028-07-01'],
    ['2028-07-01', undefined],
    ['2026-06-30', '2026-06-29'],
  ])('refuses one from %s to %s', (from, to) =>
    given(collectiveContract, signed(regional))
      .when(accede(to ? { from, to } : { from }))
      .thenRefuses('accede-within-term'),
  );

  it('is not kept where the law binds everyone in scope', () =>
    given(collectiveContract, signed()).when(accede()).thenRefuses('accession-not-here'));

  it('is not kept by a contract that does not live', () =>
    given(collectiveContract).when(accede()).thenRefuses('accede-to-a-living-contract'));

  it('lets an enterprise out from the day it withdraws', () =>
    given(collectiveContract, signed(regional), acceded())
      .when(withdraw('2026-03-01'))
      .thenRecords(withdrew('2026-03-01')));

  it('says so once', () =>
    given(collectiveContract, signed(regional), acceded(), withdrew('2026-03-01'))
      .when(withdraw('2026-03-01'))
      .thenRecords());

  it('lets nobody out who is not in', () => {
    given(collectiveContract, signed(regional), acceded())
      .when(withdraw('2025-07-31'))
      .thenRefuses('withdraw-what-acceded');
    given(collectiveContract, signed(regional), acceded())
      .when(withdraw('2026-03-01', 'forge'))
      .thenRefuses('withdraw-what-acceded');
    given(collectiveContract, signed(regional), acceded({ to: '2026-02-28' }))
      .when(withdraw('2026-03-01'))
      .thenRefuses('withdraw-what-acceded');
  });
});

describe('an inspection', () => {
  const inspection = (over: Partial<Asked<'HoldInspection'>> = {}) =>
    ({
      inspection: 'i1',
      on: '2026-09-01',
      results: [
        { clause: 'raise', result: 'fulfilled' },
        { clause: 'payday', result: 'not-due' },
      ],
      ...over,
    }) satisfies Asked<'HoldInspection'>;
  const hold = (over: Partial<Asked<'HoldInspection'>> = {}) =>
    ({ type: 'HoldInspection', data: inspection(over) }) as const;
  const held: ContractEvent = { type: 'InspectionHeld', data: inspection() };

  it('gives each clause a result', () =>
    given(collectiveContract, ...inForce)
      .when(hold(), later)
      .thenRecords(held));

  it('is recorded once', () =>
    given(collectiveContract, ...inForce, held)
      .when(hold(), later)
      .thenRecords());

  it('is not recorded otherwise under the same id', () =>
    given(collectiveContract, ...inForce, held)
      .when(hold({ on: '2026-09-02' }), later)
      .thenRefuses('inspection-once'));

  it('knows the clauses of its contract only', () =>
    given(collectiveContract, ...inForce)
      .when(hold({ results: [{ clause: 'housing', result: 'fulfilled' }] }), later)
      .thenRefuses('clause-of-contract'));

  it('takes any clause where the record names none', () =>
    given(collectiveContract, registered())
      .when(hold({ results: [{ clause: 'housing', result: 'fulfilled' }] }), later)
      .thenRecordsTypes('InspectionHeld'));

  it('gives a clause one result', () =>
    given(collectiveContract, ...inForce)
      .when(
        hold({
          results: [
            { clause: 'raise', result: 'fulfilled' },
            { clause: 'raise', result: 'unfulfilled' },
          ],
        }),
        later,
      )
      .thenRefuses('clause-once'));

  it('lies in the days in force, the first included', () => {
    given(collectiveContract, ...inForce)
      .when(hold({ on: '2026-06-16' }), later)
      .thenRefuses('inspect-while-in-force');
    given(collectiveContract, ...inForce)
      .when(hold({ on: '2026-06-17' }), later)
      .thenRecordsTypes('InspectionHeld');
  });

  it('of the last day is still recorded after the term', () => {
    const over = [...inForce, { type: 'ContractExpired', data: { on: '2027-01-01' } }] as const;
    given(collectiveContract, ...over)
      .when(hold({ on: '2026-12-31' }), '2027-02-01T01:00:00.000Z')
      .thenRecordsTypes('InspectionHeld');
    given(collectiveContract, ...over)
      .when(hold({ on: '2027-01-01' }), '2027-02-01T01:00:00.000Z')
      .thenRefuses('inspect-while-in-force');
  });

  it('is not held on what never took effect', () =>
    given(collectiveContract, signed()).when(hold(), later).thenRefuses('perform-what-binds'));

  it('is not recorded before it happened', () =>
    given(collectiveContract, ...inForce)
      .when(hold({ on: '2026-10-02' }), later)
      .thenRefuses('not-in-the-future'));
});

describe('a breach', () => {
  const finding: Asked<'FindBreach'> = {
    breach: 'b1',
    on: '2026-09-01',
    clause: 'payday',
    finding: 'paid on the twentieth',
  };
  const found: ContractEvent = { type: 'BreachFound', data: finding };
  const demand = { breach: 'b1', on: '2026-09-05', due: '2026-09-20' };
  const demanded: ContractEvent = { type: 'RectificationDemanded', data: demand };
  const rectified: ContractEvent = {
    type: 'BreachRectified',
    data: { breach: 'b1', on: '2026-09-18' },
  };
  const find = { type: 'FindBreach', data: finding } as const;

  it('is found, its rectification demanded, and rectified', () => {
    given(collectiveContract, ...inForce)
      .when(find, later)
      .thenRecords(found);
    given(collectiveContract, ...inForce, found)
      .when({ type: 'DemandRectification', data: demand }, later)
      .thenRecords(demanded);
    given(collectiveContract, ...inForce, found, demanded)
      .when({ type: 'RecordRectification', data: rectified.data }, later)
      .thenRecords(rectified);
  });

  it('is recorded once at every step', () => {
    const all = [...inForce, found, demanded, rectified];
    given(collectiveContract, ...all)
      .when(find, later)
      .thenRecords();
    given(collectiveContract, ...all)
      .when({ type: 'DemandRectification', data: demand }, later)
      .thenRecords();
    given(collectiveContract, ...all)
      .when({ type: 'RecordRectification', data: { breach: 'b1', on: '2026-09-18' } }, later)
      .thenRecords();
  });

  it('is not found otherwise under the same id', () =>
    given(collectiveContract, ...inForce, found)
      .when({ type: 'FindBreach', data: { ...finding, clause: 'raise' } }, later)
      .thenRefuses('breach-once'));

  it('is of a clause that the contract has', () =>
    given(collectiveContract, ...inForce)
      .when({ type: 'FindBreach', data: { ...finding, clause: 'housing' } }, later)
      .thenRefuses('clause-of-contract'));

  it('names an inspection that is on record', () =>
    given(collectiveContract, ...inForce)
      .when({ type: 'FindBreach', data: { ...finding, inspection: 'i9' } }, later)
      .thenRefuses('inspection-on-record'));

  it('must be on record before anything is demanded', () =>
    given(collectiveContract, ...inForce)
      .when({ type: 'DemandRectification', data: demand }, later)
      .thenRefuses('breach-on-record'));

  it('is said anew before anything was demanded of it, of a clause and an inspection on record', () => {
    const anew = (over: object) =>
      given(collectiveContract, ...inForce, found, demanded).when(
        {
          type: 'CorrectBreach',
          data: { ...finding, corrects: 'fact-3', reason: 'a slip', ...over },
        },
        later,
      );
    anew({ on: '2026-09-05', finding: '未足额支付' }).thenRecordsTypes('BreachCorrected');
    anew({ on: '2026-09-06' }).thenRefuses('breach-in-order');
    anew({ clause: 'housing' }).thenRefuses('clause-of-contract');
    anew({ inspection: 'i9' }).thenRefuses('inspection-on-record');
    anew({ breach: 'b2' }).thenRefuses('correct-what-is-recorded');
    anew({}).thenRecords();
  });

  it('goes forward in time', () => {
    given(collectiveContract, ...inForce, found)
      .when({ type: 'DemandRectification', data: { ...demand, on: '2026-08-31' } }, later)
      .thenRefuses('breach-in-order');
    given(collectiveContract, ...inForce, found, demanded)
      .when({ type: 'RecordRectification', data: { breach: 'b1', on: '2026-09-04' } }, later)
      .thenRefuses('breach-in-order');
    given(collectiveContract, ...inForce, found, rectified)
      .when({ type: 'DemandRectification', data: demand }, later)
      .thenRefuses('breach-in-order');
  });
});

describe('a fulfilment report', () => {
  const report = { on: '2026-09-30', from: '2026-06-17', to: '2026-09-30' };

  it('covers days up to the day it is made', () =>
    given(collectiveContract, ...inForce)
      .when({ type: 'ReportFulfilment', data: report }, later)
      .thenRecords({ type: 'FulfilmentReported', data: report }));

  it('is recorded once', () =>
    given(collectiveContract, ...inForce, { type: 'FulfilmentReported', data: report })
      .when({ type: 'ReportFulfilment', data: report }, later)
      .thenRecords());

  it('does not cover the day after', () =>
    given(collectiveContract, ...inForce)
      .when({ type: 'ReportFulfilment', data: { ...report, to: '2026-10-01' } }, later)
      .thenRefuses('report-runs-forward'));
});
