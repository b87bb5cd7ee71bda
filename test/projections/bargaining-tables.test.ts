import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../domain/bargaining-case/commands.ts';
import { deadlines } from '../../projections/deadlines/deadlines.ts';
import { delegates } from '../../projections/bargaining/delegates.ts';
import { offers } from '../../projections/bargaining/offers.ts';
import { positions } from '../../projections/bargaining/positions.ts';
import { proposals } from '../../projections/bargaining/proposals.ts';
import { sessions } from '../../projections/bargaining/sessions.ts';
import { votes } from '../../projections/bargaining/votes.ts';
import {
  accepted,
  after,
  agree,
  bargaining,
  bargainingUnder,
  close,
  consent,
  drafted,
  end,
  hold,
  issue,
  leave,
  list,
  minutes,
  name,
  named,
  open,
  offered,
  publish,
  receive,
  replace,
  resume,
  suspend,
  under,
} from '../support/stories/bargaining.ts';
import { correcting } from '../support/stories/correcting.ts';
import { rowsAfter } from '../support/stories/row-after.ts';

type Commands = readonly BargainingCommand[];
const overdue = { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } } as const;

describe('the offers', () => {
  const timeliness = (...commands: Commands) =>
    [...rowsAfter(offers, after(...commands)).values()].map((row) => row.timeliness);
  it('say whether they were answered in time', () => {
    expect(timeliness(...offered)).toStrictEqual(['pending']);
    expect(timeliness(...offered, overdue)).toStrictEqual(['overdue']);
    expect(timeliness(...offered, overdue, consent({ on: '2026-03-23' }))).toStrictEqual([
      'timely',
    ]);
    expect(timeliness(...offered, overdue, consent({ on: '2026-03-24' }))).toStrictEqual(['late']);
    expect(timeliness(under('us-nlra'), issue(), receive())).toStrictEqual(['no-limit']);
  });
  it('are corrected with their receipt', () => {
    const correct: BargainingCommand = {
      type: 'CorrectReceipt',
      data: {
        corrects: 'fact-2',
        reason: '录入有误',
        offer: 'offer-1',
        on: '2026-03-12',
        receipt: '签收',
      },
    };
    const late = [...offered, overdue, consent({ on: '2026-03-24' })];
    expect(timeliness(...late, correct)).toStrictEqual(['timely']);
  });
});

describe('the proposals', () => {
  it('are the path of the concessions, clause by clause', () => {
    const clause = (value: number) =>
      ({
        id: 'raise',
        topic: 'wage-increase',
        title: '增幅',
        value,
        unit: 'basis-points',
      }) as const;
    const rows = rowsAfter(
      proposals,
      after(
        ...bargaining,
        {
          type: 'TableProposal',
          data: { proposal: 'p1', side: 'employees', on: '2026-04-02', clause: clause(800) },
        },
        {
          type: 'CounterProposal',
          data: {
            proposal: 'p2',
            counters: 'p1',
            side: 'employer',
            on: '2026-04-03',
            clause: clause(500),
          },
        },
        { type: 'AgreeTentatively', data: { proposals: ['p2'], on: '2026-04-04' } },
      ),
    );
    expect(
      [...rows.values()].map(({ round, side, value, status, countered_by, settled_on }) => [
        round,
        side,
        value,
        status,
        countered_by,
        settled_on,
      ]),
    ).toStrictEqual([
      [1, 'employees', 800, 'countered', 'p2', '2026-04-03'],
      [2, 'employer', 500, 'agreed', null, '2026-04-04'],
    ]);
  });
});

describe('the delegates', () => {
  it('sit, leave, are replaced or left out of a newer list', () => {
    const status = (...commands: Commands) =>
      [...rowsAfter(delegates, after(...commands)).values()]
        .filter(({ side }) => side === 'employees')
        .map((row) => [row.person, row.standing, row.status, row.replaced_by]);
    expect(status(...bargaining, leave(), replace())).toStrictEqual([
      ['w1', 'chief', 'left', 'w9'],
      ['w2', 'inside', 'sitting', null],
      ['w3', 'inside', 'sitting', null],
      ['w9', 'inside', 'sitting', null],
    ]);
    const other = [...list('w', 2), { person: 'w7', standing: 'inside' as const }];
    expect(status(...named, name('employees', { delegates: other })).at(2)).toStrictEqual([
      'w3',
      'inside',
      'dropped',
      null,
    ]);
  });
});

describe('the sessions and positions', () => {
  const stand = {
    type: 'TablePosition',
    data: {
      session: 'session-1',
      side: 'employees',
      item: 'raise',
      topic: 'wage-increase',
      position: '增长百分之八',
      value: 800,
      unit: 'basis-points',
    },
  } as const;
  it('are numbered, minuted and counted', () => {
    const past = after(...named, open(), stand, close());
    expect([...rowsAfter(sessions, past).values()]).toMatchObject([
      {
        number: 1,
        held_on: '2026-04-01',
        chaired_by: 'employees',
        present: 4,
        positions: 1,
        closed_on: '2026-04-01',
        minutes: minutes.sha256,
      },
    ]);
    expect([...rowsAfter(positions, past).values()]).toMatchObject([
      { item: 'raise', side: 'employees', value: 800 },
    ]);
  });
});

describe('the votes', () => {
  it('say why a draft was rejected', () => {
    const vote = (...commands: Commands) => [...rowsAfter(votes, after(...commands)).values()];
    expect(vote(...drafted)).toMatchObject([{ version: 1, outcome: 'pending', cause: null }]);
    expect(vote(...drafted, hold({ yes: 49 }))).toMatchObject([
      { outcome: 'rejected', cause: 'votes', total: 100, present: 80, yes: 49 },
    ]);
    expect(vote(...drafted, hold())).toMatchObject([{ outcome: 'approved', cause: null }]);
  });
});

describe('the deadlines of a case', () => {
  const clocks = (...commands: Commands) =>
    Object.fromEntries(
      [...rowsAfter(deadlines, after(...commands)).values()].map((row) => [
        row.id,
        [row.status, row.due_on, row.met_on],
      ]),
    );
  const id = (clock: string) => `bargainingCase/c1/${clock}`;
  it('run, and are met by the act', () => {
    expect(clocks(...offered)).toStrictEqual({
      [id('reply:offer-1')]: ['running', '2026-03-23', null],
    });
    expect(clocks(...accepted)).toStrictEqual({
      [id('reply:offer-1')]: ['met', '2026-03-23', '2026-03-10'],
    });
  });
  it('are met on the day that a correction gives the act', () => {
    const shandong = [
      ...bargainingUnder('shandong-wage-2017'),
      { type: 'PublishDelegates', data: { side: 'employees', on: '2026-03-14', means: '公告栏' } },
    ] as const satisfies Commands;
    const anew = correcting(
      after(...shandong),
      'DelegatesPublished',
      'CorrectDelegatePublication',
      publish({ on: '2026-03-16' }),
    );
    const metOn = (...commands: Commands) => clocks(...commands)[id('publish:employees')]?.[2];
    expect(metOn(...shandong)).toBe('2026-03-14');
    expect(metOn(...shandong, anew)).toBe('2026-03-16');
  });
  it('name their rule and what they are about', () => {
    const [row] = rowsAfter(deadlines, after(...offered)).values();
    expect(row).toMatchObject({
      category: 'bargainingCase',
      subject: 'c1',
      rule: 'reply',
      about: 'offer-1',
      from_on: '2026-03-03',
      period: '20 days',
      article: '集体合同规定 Art 32',
      calendar: 'final',
      calendar_version: 'CN-2026a',
    });
  });
  it('stand still with the suspension that stops them', () => {
    const shandong = [
      ...bargainingUnder('shandong-wage-2017'),
      suspend({ ground: 'force-majeure' }),
    ];
    expect(clocks(...shandong)[id('window')]).toStrictEqual(['suspended', '2026-05-09', null]);
    expect(clocks(...shandong, resume())[id('window')]).toStrictEqual([
      'running',
      '2026-05-19',
      null,
    ]);
  });
  it('are cancelled when the case is closed, and what was met stays met', () => {
    const closed = clocks(
      ...bargainingUnder('hangzhou-wage-2014'),
      leave({ person: 'w3' }),
      agree(),
      end(),
    );
    expect(closed[id('reply:offer-1')]?.[0]).toBe('met');
    expect(closed[id('window')]?.[0]).toBe('cancelled');
    expect(closed[id('vacancy:w3')]?.[0]).toBe('cancelled');
    expect(closed[id('congress:draft-1')]?.[0]).toBe('cancelled');
  });
  it('of a case closed for want of an application run again when one was made in time', () => {
    const henan: Commands = [
      ...bargainingUnder('henan-wage-2014'),
      { type: 'DeclareDeadlock', data: { on: '2026-04-10', issues: '工资增幅' } },
      { type: 'RecordNoApplication', data: {} },
    ];
    expect(clocks(...henan)[id('application')]?.[0]).toBe('cancelled');
    const applied = clocks(...henan, {
      type: 'ApplyForCoordination',
      data: { on: '2026-04-27', by: 'employees' },
    });
    expect(applied[id('application')]).toStrictEqual(['met', '2026-04-27', '2026-04-27']);
    expect(applied[id('window')]?.[0]).toBe('running');
  });
});
