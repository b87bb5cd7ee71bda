import type { Express } from 'express';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import request from 'supertest';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtWeb } from '../../../src/http/faces/describing/web.ts';
import { httpApp } from '../../../src/http/server.ts';
import { dataFolder } from '../../support/server-process.ts';
import { opened } from '../serving.ts';

const { folder, remove } = dataFolder();
let on: Awaited<ReturnType<typeof opened>>;
let server: Express;
let unbuilt: Express;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Concord</title>');
  writeFileSync(join(folder, 'assets/main-abc123.js'), 'export {};');
  on = await opened();
  server = httpApp(on.app, undefined, builtWeb(folder));
  unbuilt = httpApp(on.app, undefined, builtWeb(join(folder, 'nowhere')));
});
afterAll(async () => {
  await on.end();
  remove();
});

describe('the web', () => {
  test('is one page under every address of a person', async () => {
    for (const path of ['/', '/contracts', '/contracts/c-1?tab=facts', '/law/anything']) {
      const { text, headers } = await request(server).get(path).expect(200);
      expect(text).toContain('<title>Concord</title>');
      expect(headers['cache-control']).toBe('no-cache');
    }
  });

  test('is kept by no browser, whatever it is asked for as', async () => {
    const { headers } = await request(server).get('/index.html').expect(302);
    expect(headers['location']).toBe('/');
    expect(headers['cache-control']).toBeUndefined();
  });

  test('keeps its assets for ever, and knows those that are gone', async () => {
    const { headers } = await request(server).get('/assets/main-abc123.js').expect(200);
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    const gone = await request(server).get('/assets/main-old.js').expect(404);
    expect(gone.type).toBe('application/problem+json');
  });

  test('never answers for what programs ask', async () => {
    for (const path of ['/api/v1/nothing', '/api', '/livez/x', '/metrics/x']) {
      const { type } = await request(server).get(path).expect(404);
      expect(type).toBe('application/problem+json');
    }
    await request(server).post('/contracts').send({}).expect(404);
  });

  test('runs no script but its own', async () => {
    const { headers } = await request(server).get('/').expect(200);
    const policy = headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval|https?:/);
  });

  test('says that it is not built yet, in the language of who asks', async () => {
    const zh = await request(unbuilt).get('/').set('Accept-Language', 'zh-CN').expect(503);
    expect(zh.text).toContain('网页尚未构建');
    const en = await request(unbuilt).get('/').set('Accept-Language', 'en').expect(503);
    expect(en.text).toContain('npm run build');
    await request(unbuilt).get('/livez').expect(200);
  });
});
