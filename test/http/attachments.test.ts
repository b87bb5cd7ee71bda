import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, expect, test } from 'vitest';
import writeXlsx from 'write-excel-file/node';
import { cleanIncoming } from '../../src/attachments/attachments.ts';
import { httpApp } from '../../src/http/server.ts';
import { serving } from './serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeEach(async () => {
  on = await serving({ ATTACHMENT_LIMIT: '1kb' });
});
afterEach(() => on.end());

const pdf = Buffer.from('%PDF-1.7\nminutes of the third session\n%%EOF');
const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
const named = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

const hand = (bytes: Buffer, type: string, sha256 = named(bytes)) =>
  request(on.http).put(`/api/v1/attachments/${sha256}`).set('Content-Type', type).send(bytes);
const folder = () => join(on.app.config.CONCORD_DATA, 'attachments');
const fileOf = (sha256: string) => join(folder(), sha256.slice(0, 2), sha256.slice(2));
const fetched = (sha256: string, rest = '') =>
  on.get(`/api/v1/attachments/${sha256}${rest}`).buffer(true);

test('a file is kept under what it contains, once, and comes back as it was', async () => {
  const first = await hand(pdf, 'application/pdf').expect(201);
  expect(first.body).toStrictEqual({
    sha256: named(pdf),
    mediaType: 'application/pdf',
    bytes: pdf.length,
  });
  await hand(pdf, 'application/pdf').expect(200);
  const { headers, body } = await fetched(named(pdf), '?name=minutes.pdf').expect(200);
  expect(body).toStrictEqual(pdf);
  expect(headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-disposition': 'inline; filename=minutes.pdf',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, max-age=31536000, immutable',
    etag: `"${named(pdf)}"`,
  });
});

test('what a browser would not show by itself is handed over to be saved, and may do nothing', async () => {
  const list = Buffer.from('姓名,工资\n甲,5000\n');
  await hand(list, 'text/csv').expect(201);
  const { headers } = await fetched(named(list)).expect(200);
  expect(headers['content-disposition']).toMatch(/^attachment; filename=/);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(headers['content-security-policy']).toMatch(/sandbox$/);
});

test('a workbook is taken for what it is', async () => {
  await on.end();
  on = await serving();
  const sheet = await writeXlsx([[{ value: 'a' }]]).toBuffer();
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  await hand(sheet, type).expect(201);
  const { body } = await hand(
    sheet,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ).expect(415);
  expect(body).toMatchObject({ code: 'other-media-type' });
});

test('HEAD tells of a file without it, and who has it is not sent it again', async () => {
  await request(on.http)
    .head(`/api/v1/attachments/${named(png)}`)
    .expect(404);
  await hand(png, 'image/png').expect(201);
  const { headers } = await request(on.http)
    .head(`/api/v1/attachments/${named(png)}`)
    .expect(200);
  expect(headers['content-length']).toBe(String(png.length));
  await fetched(named(png))
    .set('If-None-Match', `"${named(png)}"`)
    .expect(304);
});

test('content that does not have the hash is not taken', async () => {
  const { body } = await hand(pdf, 'application/pdf', named(png)).expect(422);
  expect(body).toMatchObject({ code: 'wrong-hash' });
  await fetched(named(png)).expect(404);
  expect(readdirSync(join(folder(), 'incoming'))).toStrictEqual([]);
});

test('a file of the largest size is taken, one byte more is not', async () => {
  const filled = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - pdf.length, 32)]);
  await hand(filled(1024), 'application/pdf').expect(201);
  const { body } = await hand(filled(1025), 'application/pdf').expect(413);
  expect(body).toMatchObject({ code: 'body-too-large' });
});

test.each([
  ['a program', Buffer.from('MZ\x90\x00\x03', 'latin1'), 'application/pdf'],
  ['a program under its own type', Buffer.from('\x7fELF'), 'application/x-executable'],
  ['a script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'text/plain'],
  ['a page', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), 'text/plain'],
  ['a drawing with a script', Buffer.from('<svg onload="x()"/>'), 'text/plain'],
  ['text that is no UTF-8', Buffer.from([0xc0, 0xaf, 0x41]), 'text/plain'],
  ['nothing at all', Buffer.alloc(0), 'text/plain'],
  ['any zip file', Buffer.from('PK\x03\x04 and so on', 'latin1'), 'application/zip'],
])('%s is not taken', async (_, bytes, type) => {
  const { body } = await hand(bytes, type).expect(415);
  expect(body).toMatchObject({ code: 'media-type-not-allowed' });
  await fetched(named(bytes)).expect(404);
});

test('a picture that claims to be a document is not taken', async () => {
  const { body } = await hand(png, 'application/pdf').expect(415);
  expect(body).toMatchObject({ code: 'other-media-type' });
});

test.each([
  '..%2F..%2Fkeys.db',
  `${'a'.repeat(62)}%2F%2E`,
  'A'.repeat(64),
  'a'.repeat(63),
  `${'a'.repeat(64)}%00`,
])('an address that is no hash leads nowhere: %s', async (path) => {
  await fetched(path).expect(400);
  await hand(pdf, 'application/pdf', path).expect(400);
});

test('the same file handed in many times at once is kept once and whole', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => hand(pdf, 'application/pdf')));
  for (const { status } of answers) expect([200, 201]).toContain(status);
  expect((await fetched(named(pdf)).expect(200)).body).toStrictEqual(pdf);
  expect(readdirSync(join(folder(), 'incoming'))).toStrictEqual([]);
  expect(readdirSync(folder()).toSorted()).toStrictEqual(
    [named(pdf).slice(0, 2), 'incoming'].toSorted(),
  );
});

test('a kept file that changed on disk is not given out, and handing it in again mends it', async () => {
  await hand(pdf, 'application/pdf').expect(201);
  writeFileSync(fileOf(named(pdf)), Buffer.concat([pdf, Buffer.from(' and more')]));
  const { body } = await fetched(named(pdf)).expect(500);
  expect(body).toMatchObject({ code: 'damaged-attachment' });
  await hand(pdf, 'application/pdf').expect(200);
  await fetched(named(pdf)).expect(200);
});

test('what a crash left half-written is taken away at the next start, not what still comes in', async () => {
  mkdirSync(join(folder(), 'incoming'), { recursive: true });
  const [old, young] = ['old', 'young'].map((name) => join(folder(), 'incoming', name));
  for (const file of [old, young]) writeFileSync(String(file), 'half');
  const hourAgo = statSync(String(young)).mtimeMs / 1000 - 3600;
  utimesSync(String(old), hourAgo, hourAgo);
  httpApp(on.app);
  expect(readdirSync(join(folder(), 'incoming'))).toStrictEqual(['young']);
  cleanIncoming(folder(), Date.now() + 3_600_001);
  expect(readdirSync(join(folder(), 'incoming'))).toStrictEqual([]);
});
