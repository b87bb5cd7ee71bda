import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { learnDispute, unknownDispute } from '../../../projections/accounts/dispute-dossier.ts';
import { disputeSpells } from '../../../projections/accounts/dispute-life.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import { proceedings } from '../../../projections/disputes/proceedings.ts';
import { dayNumber } from '../../../domain/shared/calendar.ts';
import { file } from '../../support/stories/arbitrations.ts';
import {
  after,
  agreeTo,
  conclude,
  declineIt,
  join,
  mediating,
  receive,
  saidAnew,
  reopen,
  stateAfter,
  story,
  transfer,
} from '../../support/stories/disputes.ts';
import { recorded } from '../../support/stories/given.ts';
import { rowAfter, rowsAfter } from '../../support/stories/row-after.ts';

type Told = readonly DisputeCommand[];
type End = { readonly proceeding: string; readonly on: string; readonly outcome: string };

const reason = '录入有误';
const left = (over: Partial<End> = {}) => ({
  proceeding: 'street',
  on: '2026-03-10',
  outcome: 'failed',
  ...over,
});
const endAnew = (past: Told, over: Partial<End>) =>
  saidAnew(past, 'ProceedingEnded', 'CorrectProceedingEnd', left(over));

const passedAnew = (past: Told, over: object) =>
  saidAnew(past, 'DisputeTransferred', 'CorrectTransfer', {
    ...after(...past).findLast(({ type }) => type === 'DisputeTransferred')?.data,
    ...over,
  });

/** The street centre fails on 10 March, and the committee, which joined on the 5th, goes on. */
const goesOn: Told = [...mediating, join(), conclude({ on: '2026-03-10' })];
const concluded: Told = [...goesOn, conclude({ proceeding: 'committee', on: '2026-03-20' })];

const bodies = (commands: Told) =>
  [...rowsAfter(proceedings, after(...commands)).values()].map(
    ({ proceeding, left_on, outcome }) => `${proceeding} ${outcome ?? ''} ${left_on ?? ''}`,
  );

/** With which body the books see it, from which day to which. */
const spells = (commands: Told) =>
  disputeSpells(
    recorded(after(...commands))
      .map((fact, i) => ({
        ...fact,
        category: 'dispute' as const,
        subject: 'c1',
        revision: BigInt(i),
        position: BigInt(i + 1),
      }))
      .reduce(learnDispute, unknownDispute),
  ).map(({ proceeding, from, went, left: to }) => ({ proceeding, from, went, to }));

describe('the end of a proceeding, said anew', () => {
  it('has another day, and the dispute stands with the other body from that day', () => {
    story(...goesOn)
      .when(endAnew(goesOn, { on: '2026-03-12' }))
      .thenRecords(
        {
          type: 'ProceedingEndCorrected',
          data: {
            corrects: 'fact-6',
            reason,
            proceeding: 'street',
            on: '2026-03-12',
            outcome: 'failed',
          },
        },
        {
          type: 'TransferCorrected',
          data: {
            corrects: 'fact-8',
            reason,
            from: 'street',
            proceeding: 'committee',
            level: 'enterprise',
            body: '纺织厂调解委员会',
            on: '2026-03-12',
            because: 'earlier-body-ended',
          },
        },
      );
    const corrected = [...goesOn, endAnew(goesOn, { on: '2026-03-12' })];
    expect(bodies(corrected)).toStrictEqual(['street failed 2026-03-12', 'committee  ']);
    expect(spells(corrected)).toStrictEqual([
      {
        proceeding: 'street',
        from: dayNumber('2026-03-02'),
        went: 'transferred',
        to: dayNumber('2026-03-12'),
      },
      { proceeding: 'committee', from: dayNumber('2026-03-12'), went: 'open', to: null },
    ]);
    story(...corrected)
      .when(endAnew(goesOn, { on: '2026-03-12' }))
      .thenRecords();
  });
  it('has another outcome, whatever became of the dispute since', () => {
    const corrected = [...concluded, endAnew(concluded, { outcome: 'withdrawn' })];
    expect(bodies(corrected)).toStrictEqual([
      'street withdrawn 2026-03-10',
      'committee failed 2026-03-20',
    ]);
    expect(stateAfter(...corrected).proceedings.street?.ended).toBe('withdrawn');
    expect(rowAfter(disputeDocket, after(...corrected))).toMatchObject({
      outcome: 'failed',
      concluded_on: '2026-03-20',
    });
    story(...concluded)
      .when(endAnew(concluded, { outcome: 'withdrawn' }))
      .thenRecordsTypes('ProceedingEndCorrected');
    story(...concluded)
      .when(endAnew(concluded, { outcome: 'settled' }))
      .thenRefuses('settle-by-agreement');
  });
  it('moves the day since when the dispute is only received', () => {
    const row = (commands: Told) => rowAfter(disputeDocket, after(...commands));
    expect(row(goesOn)).toMatchObject({ phase: 'received', phase_since: '2026-03-10' });
    expect(row([...goesOn, endAnew(goesOn, { on: '2026-03-12' })])).toMatchObject({
      phase: 'received',
      phase_since: '2026-03-12',
    });
  });
  it('before the other body joined leaves the dispute with that body from its joining', () => {
    const early = [...goesOn, endAnew(goesOn, { on: '2026-03-04' })];
    expect(bodies(early)).toStrictEqual(['street failed 2026-03-04', 'committee  ']);
    expect(spells(early).map(({ to }) => to)).toStrictEqual([dayNumber('2026-03-05'), null]);
  });
  it('comes after the acceptance, and before what came to the dispute since', () => {
    const on = (commands: Told, day: string) =>
      story(...commands).when(endAnew(commands, { on: day }));
    on(goesOn, '2026-03-03').thenRefuses('days-run-forward');
    on(goesOn, '2026-03-04').thenRecordsTypes('ProceedingEndCorrected', 'TransferCorrected');
    on(concluded, '2026-03-20').thenRecordsTypes('ProceedingEndCorrected', 'TransferCorrected');
    on(concluded, '2026-03-21').thenRefuses('days-run-forward');
    on([...concluded, reopen()], '2026-04-21').thenRefuses('days-run-forward');
    const passedOn = [...goesOn, transfer({ from: 'committee', on: '2026-03-16' })];
    on(passedOn, '2026-03-16').thenRecordsTypes('ProceedingEndCorrected', 'TransferCorrected');
    on(passedOn, '2026-03-17').thenRefuses('days-run-forward');
    on([...goesOn, file({ on: '2026-03-18' })], '2026-03-19').thenRefuses('days-run-forward');
  });
  it('may come after the day on which the body had the dispute from another one', () => {
    const city = conclude({ proceeding: 'city', on: '2026-03-10' });
    const passed: Told = [...mediating, join(), transfer(), city];
    story(...passed)
      .when(endAnew(passed, { proceeding: 'city', on: '2026-03-11' }))
      .thenRecordsTypes('ProceedingEndCorrected', 'TransferCorrected');
  });
  it('leaves the body of a transfer that was corrected itself', () => {
    const named = [...goesOn, passedAnew(goesOn, { body: '厂调解委员会' })];
    story(...named)
      .when(endAnew(named, { outcome: 'withdrawn' }))
      .thenRecordsTypes('ProceedingEndCorrected');
    const moved = after(...named, endAnew(named, { on: '2026-03-12' })).at(-1);
    expect(moved?.data).toMatchObject({ on: '2026-03-12', body: '厂调解委员会' });
  });
  it('is a day that has come', () => {
    story(...goesOn)
      .when(endAnew(goesOn, { on: '2026-03-12' }), '2026-03-11T01:00:00.000Z')
      .thenRefuses('not-in-the-future');
  });
  it('names an end on record, of that body', () => {
    story(...mediating)
      .when({
        type: 'CorrectProceedingEnd',
        data: { corrects: 'fact-3', reason, ...left(), outcome: 'failed' },
      })
      .thenRefuses('corrects-a-fact');
    story(...goesOn)
      .when(endAnew(goesOn, { proceeding: 'committee' }))
      .thenRefuses('corrects-a-fact');
  });
  it('of a body where the dispute did not stand passes it to nobody', () => {
    const other = conclude({ proceeding: 'committee', on: '2026-03-10', outcome: 'withdrawn' });
    const aside: Told = [
      ...mediating,
      join(),
      { ...other, data: { ...other.data, ending: 'applicant-withdrew' } } as DisputeCommand,
    ];
    story(...aside)
      .when(endAnew(aside, { proceeding: 'committee', outcome: 'withdrawn', on: '2026-03-11' }))
      .thenRecordsTypes('ProceedingEndCorrected');
    const corrected = [
      ...aside,
      endAnew(aside, { proceeding: 'committee', outcome: 'withdrawn', on: '2026-03-11' }),
    ];
    expect(bodies(corrected)).toStrictEqual(['street  ', 'committee withdrawn 2026-03-11']);
  });
});

describe('a consent refused to one of two bodies, said anew', () => {
  const refused: Told = [
    receive(),
    join({ on: '2026-03-03' }),
    agreeTo({ proceeding: 'committee' }),
    declineIt(),
  ];
  const refusedAnew = (on: string) =>
    saidAnew(refused, 'ConsentRefused', 'CorrectConsentRefusal', { ...declineIt().data, on });

  it('moves the end of that body’s proceeding, and with whom the dispute stands', () => {
    story(...refused)
      .when(refusedAnew('2026-03-06'))
      .thenRecordsTypes('ConsentRefusalCorrected', 'ProceedingEndCorrected', 'TransferCorrected');
    expect(bodies([...refused, refusedAnew('2026-03-06')])).toStrictEqual([
      'street refused 2026-03-06',
      'committee  ',
    ]);
  });
  it('does not come after the conclusion elsewhere', () => {
    const over = [...refused, conclude({ proceeding: 'committee', on: '2026-03-05' })];
    story(...over)
      .when(refusedAnew('2026-03-06'))
      .thenRefuses('days-run-forward');
  });
});
