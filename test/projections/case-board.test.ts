import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../domain/bargaining-case/commands.ts';
import { caseBoard } from '../../projections/bargaining/case-board.ts';
import {
  accepted,
  after,
  bargainingUnder,
  deadlock,
  end,
  idOf,
  offered,
  prepare,
  resume,
  signed,
  suspend,
} from '../support/stories/bargaining.ts';
import { rowAfter } from '../support/stories/row-after.ts';

const board = (...commands: readonly BargainingCommand[]) =>
  rowAfter(caseBoard, after(...commands));

describe('the board of cases', () => {
  it('shows whom a case is for, where it stands and since when', () => {
    expect(board(...accepted)).toMatchObject({
      phase: 'accepted',
      phase_since: '2026-03-10',
      origin: 'case',
      kind: 'comprehensive',
      level: 'enterprise',
      enterprise: 'mill',
      contract: 'contract-1',
      topics: 'wage-increase working-hours',
      accepted_on: '2026-03-10',
      workers: 200,
    });
    expect(board(...signed)).toMatchObject({
      phase: 'signed',
      phase_since: '2026-05-14',
      sessions: 1,
      draft: 'draft-1',
      approved_on: '2026-05-12',
      signed_on: '2026-05-14',
      next_clock: null,
    });
  });
  it('shows the clock that ends next, and none while it stands still', () => {
    const next = (...commands: readonly BargainingCommand[]) => {
      const row = board(...commands);
      return [row?.next_clock, row?.next_due];
    };
    expect(next(...offered)).toStrictEqual(['reply:offer-1', '2026-03-23']);
    const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;
    expect(next(...offered, overdue)).toStrictEqual(['reply:offer-1', '2026-03-23']);
    expect(next(...accepted)).toStrictEqual([null, null]);
    const shandong = bargainingUnder('shandong-wage-2017');
    expect(next(...shandong)).toStrictEqual(['publish:employees', '2026-03-17']);
    const henan = bargainingUnder('henan-wage-2014');
    const published = (['employer', 'employees'] as const).map(
      (side) =>
        ({ type: 'PublishDelegates', data: { side, on: '2026-03-13', means: '公告栏' } }) as const,
    );
    const storm = suspend({ ground: 'force-majeure' });
    expect(next(...henan, ...published)).toStrictEqual(['window', '2026-05-06']);
    expect(next(...henan, ...published, storm)).toStrictEqual([null, null]);
    expect(next(...henan, ...published, storm, resume())).toStrictEqual(['window', '2026-05-13']);
    expect(next(...henan, ...published, deadlock())).toStrictEqual(['application', '2026-04-27']);
  });
  it('shows the clocks again that stopped with a closing that is taken back', () => {
    const silent = [...bargainingUnder('henan-wage-2014'), deadlock()];
    const apply = { type: 'ApplyForCoordination', data: { on: '2026-04-20', by: 'employees' } };
    const next = (...commands: readonly object[]) =>
      board(...(commands as BargainingCommand[]))?.next_clock;
    expect(next(...silent)).toBe('publish:employees');
    expect(next(...silent, { type: 'RecordNoApplication', data: {} })).toBeNull();
    expect(next(...silent, { type: 'RecordNoApplication', data: {} }, apply)).toBe(
      'publish:employees',
    );
  });
  it('goes back to where the case stood after a suspension, and shows why it was closed', () => {
    const row = board(...bargainingUnder('shandong-wage-2017'), suspend(), resume());
    expect(row).toMatchObject({ phase: 'bargaining', phase_since: '2026-04-16' });
    expect(board(...accepted, end())).toMatchObject({
      phase: 'closed',
      closed_on: '2026-06-01',
      ground: 'both-agree',
    });
  });
  it('moves the day of a phase with the correction of its fact', () => {
    const past = after(...accepted);
    const command = {
      type: 'CorrectAcceptance',
      data: {
        corrects: idOf(past, 'OfferAccepted'),
        reason: '录入有误',
        offer: 'offer-1',
        on: '2026-03-11',
      },
    } as const;
    expect(board(...accepted, command)?.phase_since).toBe('2026-03-11');
  });
  it('keeps cases of the past apart', () => {
    const row = board({
      type: 'RegisterCaseAsHistory',
      data: {
        profile: 'us-nlra',
        kind: 'comprehensive',
        level: 'enterprise',
        contract: 'contract-1',
        enterprise: 'mill',
        noticeOn: '2003-09-30',
        expiresOn: '2003-10-31',
        source: 'FMCS F-7',
      },
    });
    expect(row).toMatchObject({
      phase: 'history',
      phase_since: '2003-09-30',
      origin: 'history',
      notice_on: '2003-09-30',
      expires_on: '2003-10-31',
    });
  });
  it('follows a corrected preparation', () => {
    const past = after(prepare());
    const { data } = prepare({ employees: 210 });
    const command = {
      type: 'CorrectPreparation',
      data: { ...data, corrects: idOf(past, 'CasePrepared'), reason: '录入有误' },
    } as BargainingCommand;
    expect(board(prepare(), command)).toMatchObject({ phase: 'prepared', workers: 210 });
  });
});
