import { describe, expect, it } from 'vitest';
import {
  after,
  bargaining,
  bargainingUnder,
  named,
  resume,
  signed,
  stateAfter,
  story,
  suspend,
} from '../../support/stories/bargaining.ts';

const over = { type: 'RecordWindowOver', data: {} } as const;

describe('a suspension', () => {
  it('is agreed by both sides nationally, and recorded once', () => {
    story(...bargaining)
      .when(suspend({ consents: ['employees'] }))
      .thenRefuses('suspension-consent', '集体合同规定 Art 35');
    story(...bargaining)
      .when(suspend())
      .thenRecordsTypes('BargainingSuspended');
    story(...bargaining, suspend())
      .when(suspend())
      .thenRecords();
    story(...named)
      .when(suspend())
      .thenRecordsTypes('BargainingSuspended');
  });
  it('needs the employees in Zhejiang, nobody in Shanghai, force majeure or both in Shandong', () => {
    const asked = (profile: Parameters<typeof bargainingUnder>[0], data: object) =>
      story(...bargainingUnder(profile)).when(suspend(data));
    asked('zhejiang-2011', { consents: ['employer'] }).thenRefuses('suspension-consent');
    asked('zhejiang-2011', { consents: ['employees'] }).thenRecordsTypes('BargainingSuspended');
    asked('shandong-wage-2017', { consents: [] }).thenRefuses('suspension-consent');
    asked('shandong-wage-2017', { consents: [], ground: 'force-majeure' }).thenRecordsTypes(
      'BargainingSuspended',
    );
    asked('shanghai-2015', { consents: [] }).thenRecordsTypes('BargainingSuspended');
  });
  it('is sixty days at most in Ningbo', () => {
    const long = (until: string) =>
      story(...bargainingUnder('ningbo-wage-2014')).when(suspend({ until, consents: [] }));
    long('2026-06-05').thenRecordsTypes('BargainingSuspended');
    long('2026-06-06').thenRefuses('suspension-cap', '宁波市企业工资集体协商条例 Art 19');
  });
  it('may pass thirty days in Chongqing when both agree', () => {
    const until = '2026-05-07';
    const long = (consents: ('employer' | 'employees')[]) =>
      story(...bargainingUnder('chongqing-2017')).when(suspend({ until, consents }));
    long(['employees']).thenRefuses('suspension-cap');
    long(['employer', 'employees']).thenRecordsTypes('BargainingSuspended');
  });
  it('runs forward, and ends once', () => {
    story(...bargaining)
      .when(suspend({ until: '2026-04-05' }))
      .thenRefuses('days-run-forward');
    story(...bargaining, suspend())
      .when(resume('2026-04-05'))
      .thenRefuses('days-run-forward');
    story(...bargaining)
      .when(resume())
      .thenRefuses('not-now');
    story(...bargaining, suspend(), resume())
      .when(resume())
      .thenRecords();
  });
  it('goes back to where the case stood', () => {
    expect(stateAfter(...named, suspend(), resume()).phase).toBe('accepted');
    expect(stateAfter(...bargaining, suspend(), resume()).phase).toBe('bargaining');
  });
});

describe('the window to bargain', () => {
  const shandong = bargainingUnder('shandong-wage-2017');
  it('runs out on its day, once, and closes nothing', () => {
    story(...shandong)
      .when(over, '2026-05-09T15:59:59.999Z')
      .thenRefuses('clock-must-run');
    story(...shandong)
      .when(over, '2026-05-09T16:00:00.000Z')
      .thenRecords({ type: 'WindowRanOut', data: { due: '2026-05-09' } });
    story(...shandong, over)
      .when(over)
      .thenRecords();
    expect(stateAfter(...shandong, over).phase).toBe('bargaining');
  });
  it('does not run where the place has none, nor while it stands still, nor for a signed case', () => {
    story(...bargaining)
      .when(over)
      .thenRefuses('clock-must-run');
    story(...signed)
      .when(over)
      .thenRecords();
    story(...shandong, suspend({ ground: 'force-majeure' }))
      .when(over)
      .thenRefuses('clock-must-run');
    story(...shandong, suspend())
      .when(over)
      .thenRecordsTypes('WindowRanOut');
  });
  it('is given its days back when a suspension that was over comes to be recorded late', () => {
    const past = after(
      ...shandong,
      over,
      suspend({ ground: 'force-majeure' }),
      resume('2026-04-16'),
    );
    expect(past.at(-1)).toMatchObject({ data: { excluded: 10, window: { due: '2026-05-19' } } });
    story(...shandong, over, suspend({ ground: 'force-majeure' }), resume('2026-04-16'))
      .when(over)
      .thenRecords({ type: 'WindowRanOut', data: { due: '2026-05-19' } });
  });
  it('is two months from receipt in Henan, and its days stand with force majeure', () => {
    const henan = bargainingUnder('henan-wage-2014');
    const window = (past: ReturnType<typeof after>) =>
      past.flatMap((fact) => ('window' in fact.data ? [fact.data.window?.due] : []));
    expect(window(after(...henan))).toStrictEqual(['2026-05-06']);
    expect(
      window(after(...henan, suspend({ ground: 'force-majeure' }), resume('2026-04-16'))),
    ).toStrictEqual(['2026-05-06', '2026-05-13']);
  });
});
