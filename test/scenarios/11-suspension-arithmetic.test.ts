import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../domain/bargaining-case/commands.ts';
import {
  bargainingUnder,
  resume,
  stateAfter,
  story,
  suspend,
} from '../support/stories/bargaining.ts';

const hangzhou = bargainingUnder('hangzhou-wage-2014');
const shandong = bargainingUnder('shandong-wage-2017');
const first = suspend({ on: '2026-04-06', until: '2026-04-26' });
const again = (until: string) => suspend({ on: '2026-04-27', until });
const windowOf = (...commands: readonly BargainingCommand[]) =>
  stateAfter(...commands).clocks.window?.due;

describe('11. The arithmetic of suspensions', () => {
  it('Hangzhou: sixty days from the issue of the offer', () => {
    expect(windowOf(...hangzhou)).toBe('2026-05-06');
  });
  it('Hangzhou: thirty days in all, so twenty and twenty are refused, twenty and ten are not', () => {
    const resumed = [...hangzhou, first, resume('2026-04-26')];
    story(...resumed)
      .when(again('2026-05-17'))
      .thenRefuses('suspension-cap', '杭州市企业工资集体协商条例 Art 27');
    story(...resumed)
      .when(again('2026-05-07'))
      .thenRecordsTypes('BargainingSuspended');
    story(...resumed)
      .when(again('2026-05-08'))
      .thenRefuses('suspension-cap');
  });
  it('Hangzhou: only days that were used count when a suspension ended early', () => {
    story(...hangzhou, first, resume('2026-04-16'))
      .when(again('2026-05-17'))
      .thenRecordsTypes('BargainingSuspended');
  });
  it('Hangzhou: its days count against the window', () => {
    expect(windowOf(...hangzhou, first, resume('2026-04-26'))).toBe('2026-05-06');
  });
  it('Shandong: days of force majeure are out of the sixty, ordinary breaks are not', () => {
    expect(windowOf(...shandong)).toBe('2026-05-09');
    expect(windowOf(...shandong, first, resume('2026-04-26'))).toBe('2026-05-09');
    const storm = suspend({ ground: 'force-majeure', until: '2026-04-26', consents: [] });
    expect(windowOf(...shandong, storm, resume('2026-04-26'))).toBe('2026-05-29');
    const second = suspend({
      on: '2026-05-06',
      until: '2026-05-08',
      ground: 'force-majeure',
      consents: [],
    });
    expect(windowOf(...shandong, storm, resume('2026-04-26'), second, resume('2026-05-08'))).toBe(
      '2026-06-01',
    );
  });
});
