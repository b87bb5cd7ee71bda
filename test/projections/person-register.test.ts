import { describe, expect, it } from 'vitest';
import type { PersonEvent } from '../../domain/person/events.ts';
import { personRegister } from '../../projections/person-register.ts';
import { rowAfter } from '../support/stories/row-after.ts';

const sealed = {
  keyId: '3f2b6f0e-7c1d-4c55-9b2a-2d8f5f0a1c11',
  iv: 'AAECAwQFBgcICQoL',
  tag: 'AAECAwQFBgcICQoLDA0ODw==',
  sealed: 'c2VhbGVk',
};
const registered: PersonEvent = { type: 'PersonRegistered', data: { details: sealed } };
const row = (...facts: PersonEvent[]) => rowAfter(personRegister, [registered, ...facts], 'p1');

describe('the register of people', () => {
  it('knows only that someone is on record', () => {
    const at = '2026-01-01T00:00:00.000Z';
    expect(row()).toStrictEqual({
      id: 'p1',
      status: 'registered',
      registered_at: at,
      details_at: at,
      erased_on: null,
      erasure_reason: null,
      duplicate_of: null,
    });
  });
  it('knows when someone was erased, also after the record was struck out', () => {
    const erased: PersonEvent = {
      type: 'PersonErased',
      data: { on: '2026-05-31', reason: 'on-request' },
    };
    expect(row({ type: 'PersonFoundDuplicate', data: { of: 'p2' } }, erased)).toMatchObject({
      status: 'erased',
      erased_on: '2026-05-31',
      duplicate_of: 'p2',
    });
  });
  it('holds nothing that was sealed', () => {
    const text = JSON.stringify(row({ type: 'DetailsCorrected', data: { details: sealed } }));
    for (const value of Object.values(sealed)) expect(text).not.toContain(value);
  });
});
