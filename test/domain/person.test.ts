import { describe, expect, it } from 'vitest';
import { person } from '../../domain/person/decider.ts';
import type { PersonEvent, Sealed } from '../../domain/person/events.ts';
import { given } from '../support/stories/given.ts';

const sealed = (tag: string): Sealed => ({
  keyId: '3f2b6f0e-7c1d-4c55-9b2a-2d8f5f0a1c11',
  iv: 'AAECAwQFBgcICQoL',
  tag,
  sealed: 'c2VhbGVk',
});
const [first, second] = [sealed('Zmlyc3QtdGFnLTE2Ynl0ZQ=='), sealed('c2Vjb25kLXRhZy0xNmJ5dA==')];
const registered: PersonEvent = { type: 'PersonRegistered', data: { details: first } };
const erasure = { on: '2026-05-31', reason: 'on-request' } as const;
const erased: PersonEvent = { type: 'PersonErased', data: erasure };
const note = { note: 'n1', kind: 'reason', text: first } as const;

describe('a person', () => {
  it('is registered once', () => {
    given(person)
      .when({ type: 'Register', data: { details: first } })
      .thenRecords(registered);
    given(person, registered)
      .when({ type: 'Register', data: { details: first } })
      .thenRecords();
    given(person, registered)
      .when({ type: 'Register', data: { details: second } })
      .thenRefuses('person-registered-once');
  });
  it('has details that can be corrected, to something else', () => {
    given(person, registered)
      .when({ type: 'CorrectDetails', data: { details: second } })
      .thenRecords({ type: 'DetailsCorrected', data: { details: second } });
    given(person, registered)
      .when({ type: 'CorrectDetails', data: { details: first } })
      .thenRecords();
    given(person)
      .when({ type: 'CorrectDetails', data: { details: first } })
      .thenRefuses('person-on-record');
  });
  it('has notes, each sealed once', () => {
    given(person, registered)
      .when({ type: 'SealNote', data: note })
      .thenRecords({ type: 'NoteSealed', data: note });
    given(person, registered, { type: 'NoteSealed', data: note })
      .when({ type: 'SealNote', data: note })
      .thenRecords();
  });
  it('is erased once and for ever', () => {
    given(person, registered).when({ type: 'Erase', data: erasure }).thenRecords(erased);
    given(person, registered, erased).when({ type: 'Erase', data: erasure }).thenRecords();
    given(person, registered, erased)
      .when({ type: 'SealNote', data: note })
      .thenRefuses('person-on-record');
    given(person, registered, erased)
      .when({ type: 'Register', data: { details: second } })
      .thenRefuses('person-registered-once');
  });
  it('is not erased tomorrow', () => {
    given(person, registered)
      .when({ type: 'Erase', data: { ...erasure, on: '2026-06-02' } }, '2026-06-01T09:59:59.999Z')
      .thenRefuses('erased-by-today');
    given(person, registered)
      .when({ type: 'Erase', data: { ...erasure, on: '2026-06-02' } }, '2026-06-01T10:00:00.000Z')
      .thenRecordsTypes('PersonErased');
  });
  it('registered in error is struck out, and can still be erased', () => {
    const reason = 'registered-in-error';
    const voided: PersonEvent = { type: 'PersonVoided', data: { reason } };
    given(person, registered).when({ type: 'Void', data: { reason } }).thenRecords(voided);
    given(person, registered, voided).when({ type: 'Void', data: { reason } }).thenRecords();
    given(person, registered, voided).when({ type: 'Erase', data: erasure }).thenRecords(erased);
  });
  it('found twice is another person’s duplicate, not its own', () => {
    const when = (duplicateOf: string) =>
      given(person, registered).when(
        { type: 'Void', data: { reason: 'duplicate', duplicateOf } },
        '2026-06-01T01:00:00.000Z',
        'p1',
      );
    when('p2').thenRecords({ type: 'PersonFoundDuplicate', data: { of: 'p2' } });
    when('p1').thenRefuses('another-person');
  });
});

it('no fact about a person has room for words', () => {
  const free = { ...erased, data: { ...erasure, reason: '张三本人要求' } };
  expect(person.event.safeParse(free).success).toBe(false);
  const clear = { type: 'PersonRegistered', data: { details: { ...first, sealed: '张三' } } };
  expect(person.event.safeParse(clear).success).toBe(false);
});
