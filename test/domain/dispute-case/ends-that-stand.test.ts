import { describe, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  after,
  agreeTo,
  conclude,
  declineIt,
  join,
  mediating,
  receive,
  saidAnew,
  story,
  transfer,
} from '../../support/stories/disputes.ts';

type Told = readonly DisputeCommand[];

const endAnew = (past: Told, over: object) =>
  saidAnew(past, 'ProceedingEnded', 'CorrectProceedingEnd', {
    ...{ proceeding: 'street', on: '2026-03-10', outcome: 'failed', ...over },
  });
const passedAnew = (past: Told, over: object) =>
  saidAnew(past, 'DisputeTransferred', 'CorrectTransfer', {
    ...after(...past).findLast(({ type }) => type === 'DisputeTransferred')?.data,
    ...over,
  });
const refusedAnew = (past: Told, on: string) =>
  saidAnew(past, 'ConsentRefused', 'CorrectConsentRefusal', { ...declineIt().data, on });

/** The street centre fails on 10 March, and the committee, which joined on the 5th, goes on. */
const goesOn: Told = [...mediating, join(), conclude({ on: '2026-03-10' })];
/** The employer refuses the street centre on 4 March, and the committee goes on. */
const refused: Told = [
  receive(),
  join({ on: '2026-03-03' }),
  agreeTo({ proceeding: 'committee' }),
  declineIt(),
];

describe('the day on which the dispute passed on because the earlier body ended', () => {
  it('is that of the end, also where it had been said otherwise', () => {
    for (const on of ['2026-03-09', '2026-03-11'])
      story(...goesOn)
        .when(passedAnew(goesOn, { on }))
        .thenRefuses('passes-as-it-ended');
    const ended = [...goesOn, endAnew(goesOn, { on: '2026-03-12' })];
    story(...ended)
      .when(passedAnew(ended, { on: '2026-03-12' }))
      .thenRecords();
  });
  it('is that of its coming to the next body, where that was later', () => {
    const early = [...goesOn, endAnew(goesOn, { on: '2026-03-04' })];
    story(...early)
      .when(passedAnew(early, { on: '2026-03-04' }))
      .thenRefuses('passes-as-it-ended');
    story(...early)
      .when(passedAnew(early, { on: '2026-03-05' }))
      .thenRecords();
  });
  it('stays so, and no other transfer becomes one of these', () => {
    story(...goesOn)
      .when(passedAnew(goesOn, { because: 'escalated' }))
      .thenRefuses('passes-as-it-ended');
    const passedOn: Told = [...mediating, transfer()];
    const passedTo = (over: object) =>
      saidAnew(passedOn, 'DisputeTransferred', 'CorrectTransfer', { ...transfer().data, ...over });
    story(...passedOn)
      .when(passedTo({ because: 'earlier-body-ended' }))
      .thenRefuses('passes-as-it-ended');
    story(...passedOn)
      .when(passedTo({ because: 'referred', on: '2026-03-09' }))
      .thenRecordsTypes('TransferCorrected');
  });
});

describe('an end that a refused consent was', () => {
  it('is where its day is corrected: the end stays on it, and stays a refusal', () => {
    const end = { on: '2026-03-04', outcome: 'refused' };
    for (const over of [{ on: '2026-03-03' }, { on: '2026-03-05' }, { outcome: 'failed' }])
      story(...refused)
        .when(endAnew(refused, { ...end, ...over }))
        .thenRefuses('refusal-stands');
    const moved = [...refused, refusedAnew(refused, '2026-03-06')];
    story(...moved)
      .when(endAnew(moved, end))
      .thenRefuses('refusal-stands');
    story(...moved)
      .when(endAnew(moved, { ...end, on: '2026-03-06' }))
      .thenRecords();
  });
  it('keeps the conclusion that it was, too', () => {
    const only: Told = [receive(), declineIt()];
    const concludedOn = (past: Told, over: object) =>
      saidAnew(past, 'DisputeConcluded', 'CorrectConclusion', {
        ...{ proceeding: 'street', on: '2026-03-04', outcome: 'refused' },
        ...{ ending: 'other-side-refused', ...over },
      });
    story(...only)
      .when(concludedOn(only, { on: '2026-03-05' }))
      .thenRefuses('refusal-stands');
    story(...only)
      .when(concludedOn(only, { outcome: 'failed', ending: 'no-agreement' }))
      .thenRefuses('refusal-stands');
    story(...only)
      .when(refusedAnew(only, '2026-03-05'))
      .thenRecordsTypes('ConsentRefusalCorrected', 'ConclusionCorrected');
  });
});

describe('a body that did not accept one of two applications', () => {
  const declined: Told = [
    ...[receive(), join({ on: '2026-03-03' })],
    {
      type: 'RefuseAcceptance',
      data: { proceeding: 'street', on: '2026-03-04', because: '不属于劳动争议' },
    },
  ];
  it('has its end said anew on another day, as a refusal', () => {
    const refused = { outcome: 'refused', on: '2026-03-05' };
    story(...declined)
      .when(endAnew(declined, refused))
      .thenRecordsTypes('ProceedingEndCorrected', 'TransferCorrected');
    story(...declined)
      .when(endAnew(declined, { ...refused, outcome: 'failed' }))
      .thenRefuses('refusal-stands');
  });
});

describe('an end by nobody’s refusal', () => {
  it('does not become a refusal, unless it was said to be one', () => {
    story(...goesOn)
      .when(endAnew(goesOn, { outcome: 'refused' }))
      .thenRefuses('refusal-stands');
    const told = conclude({ on: '2026-03-10', outcome: 'refused', ending: 'other' });
    const toldSo: Told = [...mediating, join(), told];
    story(...toldSo)
      .when(endAnew(toldSo, { outcome: 'refused', on: '2026-03-11' }))
      .thenRecordsTypes('ProceedingEndCorrected', 'TransferCorrected');
    story(...toldSo)
      .when(endAnew(toldSo, { outcome: 'failed' }))
      .thenRecordsTypes('ProceedingEndCorrected');
  });
});
