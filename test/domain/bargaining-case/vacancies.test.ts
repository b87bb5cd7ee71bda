import { describe, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import {
  accepted,
  appoint,
  bargaining,
  leave,
  list,
  minutes,
  name,
  named,
  open,
  replace,
  story,
} from '../../support/stories/bargaining.ts';

const vacancy = {
  rule: 'vacancy',
  from: '2026-04-10',
  due: '2026-04-27',
  period: '15 days',
  article: '集体合同规定 Art 31',
  calendar: 'final',
  calendarVersion: 'CN-2026a',
} as const;

describe('a delegate who leaves', () => {
  it('leaves an empty seat with fifteen days to fill it', () => {
    const data = {
      side: 'employees',
      person: 'w1',
      on: '2026-04-10',
      because: 'resigned',
    } as const;
    story(...bargaining)
      .when(leave())
      .thenRecords({ type: 'DelegateLeft', data: { ...data, vacancy } });
    story(...bargaining, leave())
      .when(leave())
      .thenRecords();
    story(...bargaining, leave())
      .when(leave({ on: '2026-04-11' }))
      .thenRefuses('delegate-of-the-side');
    story(...bargaining)
      .when(leave({ side: 'employer' }))
      .thenRefuses('delegate-of-the-side');
  });
  it('is replaced once, by somebody who sits on neither side', () => {
    story(...bargaining)
      .when(replace())
      .thenRefuses('no-vacancy');
    story(...bargaining, leave())
      .when(replace())
      .thenRecordsTypes('DelegateReplaced');
    story(...bargaining, leave(), replace())
      .when(replace())
      .thenRecords();
    const by = (person: string, standing: 'chief' | 'inside' = 'inside') =>
      story(...bargaining, leave()).when(replace({ delegate: { person, standing } }));
    by('w2').thenRefuses('delegate-once');
    by('m2').thenRefuses('one-side-only');
    by('w9', 'chief').thenRecordsTypes('DelegateReplaced');
    story(...bargaining, leave({ person: 'w2' }))
      .when(replace({ leaves: 'w2', delegate: { person: 'w9', standing: 'chief' } }))
      .thenRefuses('one-chief');
    story(...bargaining, leave())
      .when(replace({ on: '2026-04-09' }))
      .thenRefuses('days-run-forward');
  });
  it('stops the sessions only when the seat is empty past its term', () => {
    const meet = (on: string) =>
      story(...bargaining, leave({ person: 'w3' })).when(
        open({ session: 'session-2', on, chairedBy: 'employer' }),
      );
    meet('2026-04-27').thenRecordsTypes('SessionOpened');
    meet('2026-04-28').thenRefuses('vacancy-open', '集体合同规定 Art 31');
  });
});

describe('the chief', () => {
  it('is appointed from the delegates of the side who are no outsiders, when there is none', () => {
    story(...bargaining)
      .when(appoint())
      .thenRefuses('one-chief');
    story(...bargaining, leave())
      .when(appoint())
      .thenRecordsTypes('ChiefAppointed');
    story(...bargaining, leave(), appoint())
      .when(appoint())
      .thenRecords();
    story(...bargaining, leave())
      .when(appoint({ person: 'm2' }))
      .thenRefuses('delegate-of-the-side');
    const outside = [...accepted, name('employees', { delegates: list('w', 3, 1) }), leave()];
    story(...outside)
      .when(appoint({ person: 'w3' }))
      .thenRefuses('chief-is-insider');
  });
  it('has a deputy for sessions by a written authorisation, never himself', () => {
    const deputy = (person: string, over = {}): BargainingCommand => ({
      type: 'AuthoriseDeputy' as const,
      data: {
        side: 'employees',
        person,
        on: '2026-04-01',
        until: '2026-04-30',
        authorisation: [minutes],
        ...over,
      },
    });
    const second = open({
      session: 'session-2',
      on: '2026-04-30',
      chairedBy: 'employer',
      present: ['m1', 'w2'],
    });
    story(...named)
      .when(deputy('w1'))
      .thenRefuses('deputy-is-another');
    story(...named)
      .when(deputy('w8'))
      .thenRefuses('delegate-of-the-side');
    story(...named, deputy('w2'))
      .when(deputy('w2'))
      .thenRecords();
    story(...bargaining)
      .when(second)
      .thenRefuses('chiefs-present');
    story(...bargaining, deputy('w2'))
      .when(second)
      .thenRecordsTypes('SessionOpened');
    story(...bargaining, deputy('w2', { until: '2026-04-29' }))
      .when(second)
      .thenRefuses('chiefs-present');
  });
});
