import { describe, it } from 'vitest';
import {
  callOff,
  carrying,
  convene,
  conveneJoint,
  everyone,
  open,
  opened,
  story,
  strike,
} from '../../support/stories/consulting.ts';

const seats = (...bodies: readonly (typeof everyone)[number][]) =>
  bodies.map((body) => ({ body, name: body }));

describe('convening', () => {
  it('calls the three parties, in four bodies', () => {
    story().when(convene()).thenRecordsTypes('MeetingConvened');
    story()
      .when(convene({ seats: seats('labor-administration', 'union', 'industry-federation') }))
      .thenRecordsTypes('MeetingConvened');
  });
  it('is for a division that can be: a retired one, too', () => {
    story()
      .when(convene({ division: '999999' }))
      .thenRefuses('division-exists');
    story()
      .when(convene({ division: '320602' }))
      .thenRecordsTypes('MeetingConvened');
  });
  it('leaves no party out', () => {
    story()
      .when(convene({ seats: seats('labor-administration', 'union') }))
      .thenRefuses('every-party-convened', '工会法 Art 35(2)');
    story()
      .when(conveneJoint({ seats: [{ body: 'government', name: '市人民政府' }] }))
      .thenRefuses('every-party-convened', '工会法 Art 35(1)');
  });
  it('seats the bodies of its forum, each once', () => {
    story()
      .when(conveneJoint({ seats: seats(...everyone), convenor: 'union' }))
      .thenRefuses('seats-of-the-forum', '工会法 Art 35(1)');
    story()
      .when(convene({ seats: seats(...everyone, 'union') }))
      .thenRefuses('seats-of-the-forum');
    story()
      .when(convene({ convenor: 'government' }))
      .thenRefuses('body-of-the-meeting');
  });
  it('says what calls for an extraordinary meeting', () => {
    const because = '某厂停工';
    story()
      .when(convene({ kind: 'extraordinary', because }))
      .thenRecordsTypes('MeetingConvened');
    story()
      .when(convene({ kind: 'extraordinary' }))
      .thenRefuses('extraordinary-says-why');
    story().when(convene({ because })).thenRefuses('extraordinary-says-why');
  });
  it('carries over what another meeting resolved', () => {
    story().when(carrying).thenRecordsTypes('MeetingConvened');
    story()
      .when(convene({ carried: ['r0'] }))
      .thenRefuses('carried-from-a-meeting');
    story()
      .when(convene({ previous: 'meeting-1', carried: ['r0', 'r0'] }))
      .thenRefuses('carried-from-a-meeting');
    story()
      .when(convene({ previous: 'meeting-2' }))
      .thenRefuses('carried-from-a-meeting');
  });
  it('happens once, on a day that has come, for a day after it', () => {
    story(convene()).when(convene()).thenRecords();
    story(convene())
      .when(convene({ level: 'county' }))
      .thenRefuses('convened-once');
    story().when(convene(), '2026-03-01T15:59:59.000Z').thenRefuses('not-in-the-future');
    story().when(convene(), '2026-03-01T16:00:00.000Z').thenRecordsTypes('MeetingConvened');
    story()
      .when(convene({ meetsOn: '2026-03-01' }))
      .thenRefuses('days-run-forward');
  });
  it('can be called off until the meeting opens', () => {
    story(convene()).when(callOff).thenRecordsTypes('MeetingCalledOff');
    story(convene(), callOff).when(callOff).thenRecords();
    story(convene(), callOff).when(open()).thenRefuses('not-now');
    story(...opened)
      .when(callOff)
      .thenRefuses('not-now');
  });
  it('is struck out where it was recorded by mistake', () => {
    story(convene(), callOff)
      .when(strike())
      .thenRecords({ type: 'MeetingVoided', data: { reason: '重复录入', stops: [] } });
    story(convene(), strike()).when(strike()).thenRecords();
    story().when(strike()).thenRefuses('not-now');
    story(convene())
      .when(strike({ duplicateOf: 'meeting-2' }))
      .thenRefuses('another-meeting');
  });
});
