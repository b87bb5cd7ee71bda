import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Sentence } from '../domain/shared/rules.ts';

const files = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name));

const tests = files('test')
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => readFileSync(name, 'utf8'))
  .join('\n');
const books = files('domain').filter((name) => /^domain\/(?!shared)[^/]+\/rules\.ts$/.test(name));

const rulesOf = async (book: string) =>
  ((await import(`../${book}`)) as { rules: Record<string, Sentence> }).rules;

it.each(books)('every rule of %s has a test that refuses by it', async (book) => {
  const untested = Object.keys(await rulesOf(book)).filter(
    (rule) => !new RegExp(String.raw`thenRefuses\(\s*'${rule}'`).test(tests),
  );
  expect(untested).toStrictEqual([]);
});

it.each(books)(
  'every rule of %s is a sentence in both languages under a short name',
  async (book) => {
    for (const [rule, { zh, en }] of Object.entries(await rulesOf(book))) {
      expect(rule).toMatch(/^[a-z]+(-[a-z]+)+$/);
      expect(zh).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(en).toMatch(/^[A-Z].*\.$/);
    }
  },
);
