import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { rowAfter } from '../../support/stories/row-after.ts';
import { after, conclude, receive, story } from '../../support/stories/disputes.ts';

type Change = Extract<DisputeCommand, { type: 'FollowEmployers' }>['data']['changes'][number];
const merged = (enterprise: string, on: string, ...heirs: string[]): Change => ({
  ...{ act: `end-of-${enterprise}`, enterprise, on, heirs },
});
const follow = (changes: readonly Change[], released?: string): DisputeCommand => ({
  type: 'FollowEmployers',
  data: { changes: [...changes], ...(released && { released }) },
});
/** As it was recorded before a joining said by which merger it was, or by hand. */
const heirJoins: DisputeCommand = {
  type: 'JoinEmployer',
  data: { on: '2026-03-10', employer: { enterprise: 'heir', role: 'successor' } },
};
const joinedAs = (enterprise: string, on: string, act: string): DisputeEvent => ({
  type: 'EmployerJoined',
  data: { on, employer: { enterprise, role: 'successor' }, act },
});

describe('a dispute that follows its employers', () => {
  const toHeir = merged('mill', '2026-03-10', 'heir');

  it('says by which merger each of them came, and says it once', () => {
    const chain = follow([toHeir, merged('heir', '2026-03-20', 'last')]);
    story(receive())
      .when(chain)
      .thenRecords(
        joinedAs('heir', '2026-03-10', 'end-of-mill'),
        joinedAs('last', '2026-03-20', 'end-of-heir'),
      );
    story(receive(), chain).when(chain).thenRecords();
  });

  it('takes the first of two mergers into the same one', () => {
    story(
      receive({
        employers: ['mill', 'dyers'].map((enterprise) => ({ enterprise, role: 'employer' })),
      }),
    )
      .when(follow([merged('dyers', '2026-03-09', 'heir'), toHeir]))
      .thenRecords(joinedAs('heir', '2026-03-09', 'end-of-dyers'));
  });

  it('leaves a joining as it is that does not say by what, while a merger bears it out', () => {
    story(receive(), heirJoins)
      .when(follow([toHeir]))
      .thenRecords();
    story(receive(), heirJoins)
      .when(follow([merged('dyers', '2026-03-10', 'heir')]))
      .thenRecordsTypes('EmployerJoiningTakenBack');
  });

  it('takes it back where the register had said so until now, and leaves what it never said', () => {
    const toOther = follow([merged('mill', '2026-03-10', 'other')], 'heir');
    story(receive(), heirJoins)
      .when(toOther)
      .thenRecordsTypes('EmployerJoiningTakenBack', 'EmployerJoined');
    story(receive(), heirJoins).when(follow([])).thenRecords();
    story(receive(), heirJoins, conclude()).when(toOther).thenRecords();
  });

  it('follows whoever joined by hand, and nobody joins twice', () => {
    const onward = merged('heir', '2026-03-20', 'last');
    story(receive(), heirJoins)
      .when(follow([onward]))
      .thenRecords(joinedAs('last', '2026-03-20', 'end-of-heir'));
    story(receive(), follow([toHeir]))
      .when(heirJoins)
      .thenRecords();
  });

  it('says nothing of one that was struck out', () => {
    story(receive(), { type: 'Void', data: { reason: '重复' } })
      .when(follow([toHeir]))
      .thenRecords();
  });
});

it('the docket shows each party once, also where an earlier joining named one that was there', () => {
  const employers = ['mill', 'heir'].map(
    (enterprise) => ({ enterprise, role: 'employer' }) as const,
  );
  const joined = joinedAs('heir', '2026-03-10', 'end-of-mill');
  const facts = [...after(receive({ employers })), joined];
  expect(rowAfter(disputeDocket, facts)).toMatchObject({
    enterprises: 'mill heir',
    employers: 'mill; heir',
  });
  const undone: DisputeEvent = {
    type: 'EmployerJoiningTakenBack',
    data: {
      takesBack: [`fact-${String(facts.length - 1)}`],
      reason: '合并未获批准',
      employer: { enterprise: 'heir', role: 'successor' },
    },
  };
  expect(rowAfter(disputeDocket, [...facts, undone])).toMatchObject({
    enterprises: 'mill heir',
    employers: 'mill; heir',
  });
});
