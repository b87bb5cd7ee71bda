import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { restoreFrom } from '../src/cli/restore.ts';
import { filesIn } from '../src/attachments/referred.ts';
import { readConfig } from '../src/config.ts';
import { mill, path, serving } from './http/serving.ts';

const proof = Buffer.from('%PDF-1.7\nthe decision of revocation\n%%EOF');
const sha256 = createHash('sha256').update(proof).digest('hex');
const named = { sha256, name: '吊销决定书.pdf', mediaType: 'application/pdf', bytes: proof.length };

/** A backup leaves the key that opens the keys to a safe of its own. */
const kek = { CONCORD_KEK: Buffer.alloc(32, 7).toString('base64') };

let on: Awaited<ReturnType<typeof serving>>;
let backup: string;
beforeEach(async () => {
  on = await serving(kek);
  backup = mkdtempSync(join(tmpdir(), 'concord-backup-'));
  await on.post(`${path}/mill/register`, mill).expect(200);
  await on.post(`${path}/mill/revoke`, { on: '2026-05-01', proof: [named] }).expect(200);
});
afterEach(async () => {
  await on.end();
  rmSync(backup, { recursive: true });
});

const hand = () =>
  request(on.http)
    .put(`/api/v1/attachments/${sha256}`)
    .set('Content-Type', 'application/pdf')
    .send(proof);
const kept = (folder: string) => join(folder, 'attachments', sha256.slice(0, 2), sha256.slice(2));

it('verifying says which files facts refer to that are missing or damaged', async () => {
  expect(await on.app.verify()).toStrictEqual([
    `attachment ${sha256} (吊销决定书.pdf of enterprise-mill) is not there`,
  ]);
  await hand().expect(201);
  expect(await on.app.verify()).toStrictEqual([]);
  writeFileSync(kept(on.app.config.CONCORD_DATA), 'something else');
  expect(await on.app.verify()).toStrictEqual([
    `attachment ${sha256} (吊销决定书.pdf of enterprise-mill) is damaged`,
  ]);
});

it('a backup holds the files, and a restored system gives them out', async () => {
  await hand().expect(201);
  await on.app.backup(backup);
  const elsewhere = mkdtempSync(join(tmpdir(), 'concord-restored-'));
  const restored = readConfig({ CONCORD_DATA: elsewhere, LOG_LEVEL: 'silent', ...kek });
  await restoreFrom(restored, backup);
  const again = await serving({ CONCORD_DATA: elsewhere, ...kek });
  const { body } = await again.get(`/api/v1/attachments/${sha256}`).buffer(true).expect(200);
  expect(body).toStrictEqual(proof);
  expect(await again.app.verify()).toStrictEqual([]);
  await again.app.close();
  rmSync(elsewhere, { recursive: true });
});

it('files are found wherever a fact names them', () => {
  expect(filesIn({ on: '2026-05-01', agreed: { text: [named] }, list: [1, null] })).toStrictEqual([
    named,
  ]);
  expect(filesIn({ sha256: 'no file' })).toStrictEqual([]);
});
