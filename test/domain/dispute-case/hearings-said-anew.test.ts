import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { arbitrating, hearing } from '../../support/stories/arbitrations.ts';
import {
  after,
  dueAfter,
  resume,
  saidAnew,
  story,
  suspend,
} from '../../support/stories/disputes.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const serve = (on: string): DisputeCommand => ({
  type: 'ServeApplication',
  data: { arbitration: 'arb', on },
});
const defend = (on: string): DisputeCommand => ({
  type: 'FileDefence',
  data: { arbitration: 'arb', on },
});
const longer = (on: string): DisputeCommand => ({
  type: 'ExtendAwardPeriod',
  data: { arbitration: 'arb', on, because: 'complex', approvedBy: 'director' },
});

/** The first fact of a type said anew, as this command would say it. */
const anew = (
  past: readonly DisputeCommand[],
  fact: DisputeEvent['type'],
  type: DisputeCommand['type'],
  said: DisputeCommand,
): DisputeCommand => saidAnew(past, fact, type, said.data);

const listed = (clock: string, ...commands: readonly DisputeCommand[]) =>
  [
    ...rowsAfter({ ...deadlines, categories: ['dispute'] as const }, after(...commands)).values(),
  ].find(({ id }) => id.endsWith(`/${clock}`));

describe('said anew', () => {
  it('a service of the application gives other days for the defence', () => {
    const past = [...arbitrating, serve('2026-05-11')];
    const correction = (on: string) =>
      anew(past, 'ApplicationServed', 'CorrectApplicationService', serve(on));
    expect(dueAfter('defence', ...past)).toBe('2026-05-25');
    expect(dueAfter('defence', ...past, correction('2026-05-12'))).toBe('2026-05-26');
    expect(listed('defence', ...past, correction('2026-05-12'))?.due_on).toBe('2026-05-26');
    expect(listed('service', ...past, correction('2026-05-12'))?.met_on).toBe('2026-05-12');
    story(...past)
      .when(correction('2026-05-07'))
      .thenRefuses('days-run-forward');
    story(...past, correction('2026-05-12'))
      .when(correction('2026-05-12'))
      .thenRecords();
  });
  it('a service that was repeated since is over', () => {
    const past = [...arbitrating, serve('2026-05-11'), serve('2026-05-13')];
    story(...past)
      .when(anew(past, 'ApplicationServed', 'CorrectApplicationService', serve('2026-05-12')))
      .thenRefuses('not-now');
  });
  it('a defence gives other days to forward it, and came before that', () => {
    const past = [...arbitrating, serve('2026-05-11'), defend('2026-05-20')];
    const correction = (on: string, before = past) =>
      anew(before, 'DefenceFiled', 'CorrectDefence', defend(on));
    expect(dueAfter('defence-forward', ...past)).toBe('2026-05-27');
    expect(dueAfter('defence-forward', ...past, correction('2026-05-21'))).toBe('2026-05-28');
    expect(listed('defence-forward', ...past, correction('2026-05-21'))?.due_on).toBe('2026-05-28');
    expect(listed('defence', ...past, correction('2026-05-21'))?.met_on).toBe('2026-05-21');
    const forwarded = [
      ...past,
      { type: 'ForwardDefence', data: { arbitration: 'arb', on: '2026-05-22' } } as const,
    ];
    story(...forwarded)
      .when(correction('2026-05-23', forwarded))
      .thenRefuses('days-run-forward');
  });
  it('a hearing has another day, and another last day to put it off', () => {
    const past = [...arbitrating, hearing()];
    const correction = (over: Parameters<typeof hearing>[0], before = past) =>
      anew(before, 'HearingScheduled', 'CorrectHearing', hearing(over));
    expect(dueAfter('postponement:h1', ...past)).toBe('2026-05-27');
    const later = correction({ heldOn: '2026-06-02' });
    expect(dueAfter('postponement:h1', ...past, later)).toBe('2026-05-28');
    expect(listed('postponement:h1', ...past, later)?.due_on).toBe('2026-05-28');
    story(...past, later)
      .when(later)
      .thenRecords();
    story(...past)
      .when(correction({ on: '2026-05-28' }))
      .thenRefuses('hearing-told-in-time', '劳动争议调解仲裁法 Art 35');
    const of = { arbitration: 'arb', hearing: 'h1' };
    const held = [...past, { type: 'HoldHearing', data: { ...of, on: '2026-06-01' } } as const];
    story(...held)
      .when(correction({ heldOn: '2026-06-02' }, held))
      .thenRefuses('days-run-forward');
    const putOff = [
      ...past,
      { type: 'PostponeHearing', data: { ...of, on: '2026-05-27' } } as const,
    ];
    story(...putOff)
      .when(correction({ heldOn: '2026-05-29' }, putOff))
      .thenRefuses('postpone-in-time', '劳动争议调解仲裁法 Art 35');
  });
  it('a longer award period has another ground, and was approved before the time ran out', () => {
    const past = [...arbitrating, longer('2026-06-20')];
    const correction = (on: string) =>
      anew(past, 'AwardPeriodExtended', 'CorrectAwardPeriod', longer(on));
    story(...past)
      .when(correction('2026-06-22'))
      .thenRecordsTypes('AwardPeriodCorrected');
    expect(dueAfter('award', ...past, correction('2026-06-22'))).toBe(dueAfter('award', ...past));
    const stood = [...past, suspend({ on: '2026-06-22' }), resume('2026-06-26')];
    const after4Days = [dueAfter('award', ...stood), listed('award', ...stood)?.due_on];
    const said = [...stood, correction('2026-06-21')];
    expect([dueAfter('award', ...said), listed('award', ...said)?.due_on]).toStrictEqual(
      after4Days,
    );
    story(...past)
      .when(correction('2026-06-23'))
      .thenRefuses('award-period-longer-once', '劳动争议调解仲裁法 Art 43');
    story(...past)
      .when(correction('2026-05-07'))
      .thenRefuses('days-run-forward');
  });
});
