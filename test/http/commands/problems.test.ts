import express from 'express';
import { pino } from 'pino';
import request from 'supertest';
import { expect, test } from 'vitest';
import { Refusal } from '../../../domain/shared/rules.ts';
import { TooManyRows } from '../../../src/export/selection.ts';
import { NoSuchFigure, WrongQuestion } from '../../../src/figures.ts';
import { Busy, KeyReused, Stale } from '../../../src/command/asked.ts';
import { requestLog } from '../../../src/http/log.ts';
import { problemCodes } from '../../../src/http/answers/problem-codes.ts';
import { notFound, Problem, problems } from '../../../src/http/answers/problem.ts';
import { KeysElsewhere } from '../../../src/people/keys-elsewhere.ts';
import { Corrupt, StoreUnavailable, TooLarge } from '../../../src/store/event-store.ts';

const answering = (error: unknown, language = 'en') => {
  const server = express()
    .use(requestLog(pino({ level: 'silent' })))
    .use(() => {
      throw error;
    })
    .use(problems);
  return request(server).get('/').set('Accept-Language', language);
};

const cases: [string, unknown, number][] = [
  ['refused', new Refusal('no-quorum', { zh: '人数不足。', en: 'Too few.' }, 'Art. 36'), 409],
  ['changed-meanwhile', new Stale('contract-1', 4n), 412],
  ['key-reused', new KeyReused('k'), 422],
  ['busy', new Busy('b'), 503],
  ['store-unavailable', new StoreUnavailable('gone', 'unknown'), 503],
  ['keys-elsewhere', new KeysElsewhere('k'), 503],
  ['body-too-large', new TooLarge('t'), 413],
  ['wrong-question', new WrongQuestion([{ path: 'on', message: 'is a day' }]), 400],
  ['no-such-figure', new NoSuchFigure('x'), 404],
  ['too-many-rows', new TooManyRows(10), 400],
  ['not-found', notFound('contracts/1'), 404],
  ['wrong-host', new Problem('wrong-host'), 421],
  ['internal', new Corrupt('the secret place'), 500],
  ['internal', new Error('the secret place'), 500],
  ['internal', 'thrown text', 500],
  ['invalid-request', Object.assign(new Error('bad'), { status: 400 }), 400],
];

test.each(cases)(
  '%s is told as RFC 9457 and blames the right party',
  async (code, error, status) => {
    const answer = await answering(error);
    expect(answer.status).toBe(status);
    expect(answer.type).toBe('application/problem+json');
    expect(answer.body).toMatchObject({
      type: `urn:concord:problem:${code}`,
      code,
      status,
      title: expect.any(String) as string,
      detail: expect.any(String) as string,
      violations: expect.any(Array) as unknown[],
      requestId: answer.headers['x-request-id'],
    });
  },
);

test('what is our fault says nothing of the inside', async () => {
  expect((await answering(new Corrupt('the secret place'))).text).not.toContain('secret');
});

test('a refusal carries its rule, its article and the sentence of the language', async () => {
  const refusal = new Refusal('no-quorum', { zh: '人数不足。', en: 'Too few.' }, 'Art. 36');
  expect((await answering(refusal, 'zh')).body).toMatchObject({
    rule: 'no-quorum',
    article: 'Art. 36',
    detail: '人数不足。',
  });
  expect((await answering(refusal, 'fr, de')).body).toMatchObject({ detail: 'Too few.' });
});

test('what may pass says when to come again, and whether it may have been recorded', async () => {
  const busy = await answering(new Busy('b'));
  const gone = await answering(new StoreUnavailable('gone', 'unknown'));
  expect([busy.headers['retry-after'], gone.headers['retry-after']]).toStrictEqual(['1', '5']);
  expect([busy.body, gone.body]).toMatchObject([
    { outcome: 'not-recorded' },
    { outcome: 'unknown' },
  ]);
});

test('every code has a title in both languages', () => {
  for (const { title } of Object.values(problemCodes)) {
    expect(title.zh).toMatch(/[一-龥]/);
    expect(title.en).toMatch(/^[\x20-\x7e]+$/);
  }
});
