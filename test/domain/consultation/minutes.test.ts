import { describe, it } from 'vitest';
import {
  close,
  closed,
  convene,
  defer,
  discussed,
  drawUp,
  everyone,
  issue,
  issued,
  minuted,
  open,
  reportUp,
  resolved,
  sign,
  signed,
  story,
  withdraw,
} from '../../support/stories/consulting.ts';

describe('the minutes', () => {
  it('are drawn up once, after the meeting', () => {
    story(...resolved)
      .when(drawUp())
      .thenRefuses('not-now');
    story(...closed)
      .when(drawUp('2026-03-15'))
      .thenRefuses('days-run-forward');
    story(...closed)
      .when(drawUp('2026-03-16'))
      .thenRecordsTypes('MinutesDrawnUp');
    story(...minuted)
      .when(drawUp())
      .thenRecords();
    story(...minuted)
      .when(drawUp('2026-03-19'))
      .thenRefuses('minutes-once');
  });
  it('are signed by each body that was there, once', () => {
    story(...closed)
      .when(sign('union'))
      .thenRefuses('minutes-first');
    story(...minuted)
      .when(sign('union', '2026-03-17'))
      .thenRefuses('days-run-forward');
    story(...minuted, sign('union'))
      .when(sign('union'))
      .thenRecords();
    story(...minuted, sign('union'))
      .when(sign('union', '2026-03-21'))
      .thenRefuses('present-bodies-sign');
    const three = everyone.slice(0, 3);
    story(convene(), open({ present: three }), close(), drawUp())
      .when(sign('industry-federation'))
      .thenRefuses('present-bodies-sign');
  });
});

describe('the joint document', () => {
  it('is issued when all have signed, and not when one has not', () => {
    story(...signed)
      .when(issue())
      .thenRecordsTypes('JointDocumentIssued');
    story(...minuted, ...everyone.slice(1).map((body) => sign(body)))
      .when(issue())
      .thenRefuses('minutes-signed-by-all');
  });
  it('is issued once, on or after the last signature', () => {
    story(...signed)
      .when(issue({ on: '2026-03-19' }))
      .thenRefuses('days-run-forward');
    story(...signed)
      .when(issue({ on: '2026-03-20' }))
      .thenRecordsTypes('JointDocumentIssued');
    story(...issued)
      .when(issue())
      .thenRecords();
    story(...issued)
      .when(issue({ number: '通三方〔2026〕2号' }))
      .thenRefuses('not-now');
  });
  it('says what was resolved', () => {
    const signatures = everyone.map((body) => sign(body));
    story(...discussed, defer(), close(), drawUp(), ...signatures)
      .when(issue())
      .thenRefuses('resolved-something');
    story(...signed, withdraw())
      .when(issue({ on: '2026-05-04' }))
      .thenRefuses('resolved-something');
  });
});

describe('the report upward', () => {
  it('goes to the next level', () => {
    const on = '2026-03-25';
    const office = '省三方会议办公室';
    story(...closed)
      .when(reportUp())
      .thenRecords({ type: 'ReportedUpward', data: { on, office, to: 'province' } });
    story(...issued)
      .when(reportUp())
      .thenRecordsTypes('ReportedUpward');
  });
  it('goes once, and after the meeting', () => {
    story(...issued, reportUp())
      .when(reportUp())
      .thenRecords();
    story(...issued, reportUp())
      .when(reportUp({ on: '2026-03-26' }))
      .thenRefuses('reported-upward-once');
    story(...resolved)
      .when(reportUp())
      .thenRefuses('not-now');
    story(...closed)
      .when(reportUp({ on: '2026-03-15' }))
      .thenRefuses('days-run-forward');
  });
  it('ends at the top', () =>
    story(convene({ level: 'national', division: 'CN' }), open(), close())
      .when(reportUp())
      .thenRefuses('level-above'));
});
