import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { delegates } from '../../../projections/bargaining/delegates.ts';
import { positions } from '../../../projections/bargaining/positions.ts';
import { proposals } from '../../../projections/bargaining/proposals.ts';
import { sessions } from '../../../projections/bargaining/sessions.ts';
import {
  agree,
  appoint,
  bargaining,
  close,
  leave,
  minutes,
  named,
  open,
} from '../../support/stories/bargaining.ts';
import { corrected } from '../../support/stories/correcting.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

// The first session was held and closed on 2026-04-01; delegates sit from 2026-03-12.

const runsForward = 'days-run-forward';
const second = open({ session: 'session-2', on: '2026-04-08', chairedBy: 'employer' });

describe('the closing of a session', () => {
  const closing = (past: readonly BargainingCommand[], over: Parameters<typeof close>[0]) =>
    corrected(past, 'SessionClosed', 'CorrectSessionClosing', close(over));

  it('lies between the session and the next one', () => {
    closing(bargaining, { on: '2026-04-02' }).thenRecordsTypes('SessionClosingCorrected');
    closing(bargaining, { on: '2026-03-31' }).thenRefuses(runsForward);
    closing([...bargaining, second], { on: '2026-04-08' }).thenRecordsTypes(
      'SessionClosingCorrected',
    );
    closing([...bargaining, second], { on: '2026-04-09' }).thenRefuses(runsForward);
    closing(bargaining, { on: '2026-04-02' }).again().thenRecords();
  });
  it('is signed by those who were there, and shown with its day', () => {
    closing(bargaining, { signedBy: ['m9'] }).thenRefuses('minutes-signed-by-those-present');
    const { story } = closing(bargaining, { on: '2026-04-02' });
    expect(rowsAfter(sessions, story()).get('c1/session-1')?.closed_on).toBe('2026-04-02');
  });
});

describe('what is on the table', () => {
  const clause = { id: 'raise', topic: 'wage-increase', title: '增幅', value: 800 } as const;
  const tableOne = (proposal: string, id = 'raise'): BargainingCommand => ({
    type: 'TableProposal',
    data: { proposal, side: 'employees', on: '2026-04-01', clause: { ...clause, id } },
  });
  const rowOf = (id: string, story: Parameters<typeof rowsAfter>[1]) =>
    rowsAfter(proposals, story as never).get(`c1/${id}`);

  it('a position is said anew under its item, side and session', () => {
    const position = (value: number, item = 'i1'): BargainingCommand => ({
      type: 'TablePosition',
      data: {
        session: 'session-2',
        side: 'employees',
        item,
        topic: 'wage-increase',
        position: '增长',
        value,
      },
    });
    const past = [...bargaining, second, position(800)];
    const anew = (value: number, item?: string) =>
      corrected(past, 'PositionTabled', 'CorrectPosition', position(value, item));
    anew(700, 'i2').thenRefuses('corrects-a-fact');
    anew(800).thenRecords();
    expect(rowsAfter(positions, anew(700).story()).get('c1/session-2/employees/i1')?.value).toBe(
      700,
    );
    expect(rowsAfter(sessions, anew(700).story()).get('c1/session-2')?.positions).toBe(1);
  });
  it('a proposal is withdrawn or agreed on its day or later', () => {
    const end = (on: string): BargainingCommand => ({
      type: 'WithdrawProposal',
      data: { proposal: 'p1', on },
    });
    const withdrawn = [...bargaining, tableOne('p1'), end('2026-04-03')];
    const withdrawal = (on: string) =>
      corrected(withdrawn, 'ProposalWithdrawn', 'CorrectWithdrawal', end(on));
    withdrawal('2026-04-01').thenRecordsTypes('WithdrawalCorrected');
    withdrawal('2026-03-31').thenRefuses(runsForward);
    expect(rowOf('p1', withdrawal('2026-04-02').story())).toMatchObject({
      status: 'withdrawn',
      settled_on: '2026-04-02',
    });
    const agreed: BargainingCommand[] = [
      ...bargaining,
      tableOne('p1'),
      { type: 'AgreeTentatively', data: { proposals: ['p1'], on: '2026-04-03' } },
    ];
    const agreement = (on: string) =>
      corrected(agreed, 'ProposalTentativelyAgreed', 'CorrectTentativeAgreement', end(on));
    agreement('2026-04-01').thenRecordsTypes('TentativeAgreementCorrected');
    agreement('2026-03-31').thenRefuses(runsForward);
    expect(rowOf('p1', agreement('2026-04-02').story())?.settled_on).toBe('2026-04-02');
  });
  it('a proposal was countered on the day that the counter-proposal bears now', () => {
    const counter = (proposal: string, counters: string, on: string): BargainingCommand => ({
      type: 'CounterProposal',
      data: { proposal, counters, side: 'employer', on, clause: { ...clause, value: 300 } },
    });
    const past = [...bargaining, tableOne('p1'), counter('p2', 'p1', '2026-04-03')];
    const anew = (on: string) =>
      corrected(past, 'ProposalCountered', 'CorrectCounter', counter('p2', 'p1', on)).story();
    expect(rowOf('p1', anew('2026-04-02'))).toMatchObject({
      ...{ status: 'countered', countered_by: 'p2', settled_on: '2026-04-02' },
    });
    expect(rowOf('p2', anew('2026-04-02'))).toMatchObject({
      ...{ status: 'open', proposed_on: '2026-04-02', settled_on: null },
    });
  });
  it('a package is said anew with its proposals', () => {
    const pack = (on: string, list = ['p1', 'p2']): BargainingCommand => ({
      type: 'PackageProposals',
      data: { package: 'k1', side: 'employees', on, proposals: list },
    });
    const past = [...bargaining, tableOne('p1'), tableOne('p2', 'hours'), pack('2026-04-03')];
    const anew = (on: string, list?: string[]) =>
      corrected(past, 'ProposalsPackaged', 'CorrectPackage', pack(on, list));
    anew('2026-04-01').thenRecordsTypes('PackageCorrected');
    anew('2026-03-31').thenRefuses(runsForward);
    anew('2026-04-03', ['p2', 'p3']).thenRefuses('corrects-a-fact');
  });
});

describe('who speaks for a side', () => {
  it('a chief was a delegate before, alone, and led what he led', () => {
    // The chief left on 2026-04-10; w2 was appointed on the 13th, and led the session of the 20th.
    const led = open({
      session: 'session-2',
      on: '2026-04-20',
      chairedBy: 'employer',
      present: ['m1', 'w2'],
    });
    const past = [...bargaining, leave(), appoint({ person: 'w2', on: '2026-04-13' }), led];
    const chief = (on: string) =>
      corrected(past, 'ChiefAppointed', 'CorrectChief', appoint({ person: 'w2', on }));
    chief('2026-04-10').thenRecordsTypes('ChiefCorrected');
    chief('2026-04-09').thenRefuses('one-chief');
    chief('2026-04-20').thenRecordsTypes('ChiefCorrected');
    chief('2026-04-21').thenRefuses('chiefs-present');
    corrected(past, 'ChiefAppointed', 'CorrectChief', appoint({ person: 'w3' })).thenRefuses(
      'corrects-a-fact',
    );
  });
  it('a deputy stays authorised for the sessions at which he spoke', () => {
    const deputy = (on: string, until: string): BargainingCommand => ({
      type: 'AuthoriseDeputy',
      data: { side: 'employees', person: 'w2', on, until, authorisation: [minutes] },
    });
    const spoke = open({
      session: 'session-2',
      on: '2026-04-20',
      chairedBy: 'employer',
      present: ['m1', 'w2'],
    });
    const past = [...bargaining, deputy('2026-04-15', '2026-04-30'), spoke];
    const anew = (on: string, until: string) =>
      corrected(past, 'DeputyAuthorised', 'CorrectDeputy', deputy(on, until));
    anew('2026-04-20', '2026-04-20').thenRecordsTypes('DeputyCorrected');
    anew('2026-04-21', '2026-04-30').thenRefuses('chiefs-present');
    anew('2026-04-15', '2026-04-19').thenRefuses('chiefs-present');
    anew('2026-04-15', '2026-04-14').thenRefuses(runsForward);
    anew('2026-03-11', '2026-04-30').thenRefuses('delegate-of-the-side');
    expect(
      [...rowsAfter(delegates, anew('2026-04-15', '2026-05-31').story()).values()].find(
        ({ person }) => person === 'w2',
      )?.deputy_until,
    ).toBe('2026-05-31');
  });
});

it('the closing of a session is said anew also after a draft was agreed', () => {
  corrected([...named, open(), close(), agree()], 'SessionClosed', 'CorrectSessionClosing', {
    ...close({ on: '2026-04-02' }),
  }).thenRecordsTypes('SessionClosingCorrected');
});
