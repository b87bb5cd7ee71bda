import { describe, it } from 'vitest';
import {
  agree,
  appoint,
  bargaining,
  hold,
  leave,
  list,
  name,
  open,
  close,
  replace,
  sign,
  story,
} from '../support/stories/bargaining.ts';

/** Four delegates a side; among the employees' one outsider. */
const begun = [
  ...bargaining.slice(0, 4),
  name('employer', { delegates: list('m', 4) }),
  name('employees', { delegates: list('w', 4, 1) }),
  open(),
  close(),
];
const meetOn = (on: string) =>
  open({ session: 'session-2', on, chairedBy: 'employer', present: ['m1', 'w2'] });
const meeting = meetOn('2026-04-20');
const outsider = replace({ delegate: { person: 'w9', standing: 'outside' } });

describe('8. The employees’ chief resigns in the middle of a round', () => {
  it('without a chief or deputy there is no session', () => {
    story(...begun, leave())
      .when(meeting)
      .thenRefuses('chiefs-present');
  });
  it('an outsider as the substitute makes two of four: the session waits until that is mended', () => {
    story(...begun, leave(), outsider)
      .when(meeting)
      .thenRefuses('one-chief');
    story(...begun, leave(), outsider, appoint())
      .when(meeting)
      .thenRefuses('too-many-outsiders', '集体合同规定 Art 23');
    const mended = [
      ...begun,
      leave(),
      outsider,
      appoint(),
      leave({ person: 'w9', on: '2026-04-16' }),
      replace({ leaves: 'w9', delegate: { person: 'w8', standing: 'inside' }, on: '2026-04-17' }),
    ];
    story(...mended)
      .when(meeting)
      .thenRecordsTypes('SessionOpened');
  });
  it('the seat is filled within fifteen days, or the sessions stop', () => {
    const headless = [...begun, leave(), appoint()];
    story(...headless)
      .when(meetOn('2026-04-27'))
      .thenRecordsTypes('SessionOpened');
    story(...headless)
      .when(meetOn('2026-04-28'))
      .thenRefuses('vacancy-open');
  });
  it('who signed as chief before leaving has signed; after that only the new chief can', () => {
    const ready = [...begun, agree(), hold(), leave({ on: '2026-05-15' })];
    story(...ready)
      .when(sign('employees', { on: '2026-05-14' }))
      .thenRecordsTypes('ChiefSigned');
    story(...ready)
      .when(sign('employees', { on: '2026-05-15' }))
      .thenRefuses('chief-signs');
    const after = [...ready, appoint({ on: '2026-05-16' })];
    story(...after)
      .when(sign('employees', { person: 'w2', on: '2026-05-15' }))
      .thenRefuses('chief-signs');
    story(...after)
      .when(sign('employees', { person: 'w2', on: '2026-05-16' }))
      .thenRecordsTypes('ChiefSigned');
  });
});
