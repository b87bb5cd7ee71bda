import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, register, type Concord } from './support/concord.ts';
import { mediating } from './support/stories/disputes.ts';

let they: Concord;
const FIRST = 'CANARY-王小明-之前的名字';
const LAST = 'CANARY-王大明';
const query = { on: '2026-03-31', from: '2026-01-01', to: '2026-03-31' };

beforeAll(async () => {
  they = await concord('2026-03-31');
  await register(they, 'mill', { workers: 200 });
  await they.send('people', 'wang', 'Register', { details: { name: FIRST, position: '纺织工' } });
  await they.send('people', 'zhao', 'Register', { details: { name: '赵调解' } });
  await they.send('people', 'wang', 'CorrectDetails', { details: { name: LAST } });
  for (const { type, data } of mediating) await they.send('disputes', 'd1', type, data);
});
afterAll(() => they.close());

/** Every number that is published. */
const numbers = async () => {
  const found: Record<string, unknown> = {};
  for (const { id, takes } of they.app().figures.catalogue) {
    const { on, ...period } = query;
    found[id] = await they.figure(id, takes === 'on' ? { on } : period);
  }
  return found;
};
/** The files beside the keys in which this stands, as it is or as JSON has it. */
const filesWith = (text: string): readonly string[] => {
  const folder = they.app().config.CONCORD_DATA;
  return readdirSync(folder).filter(
    (name) => name.includes('.db') && readFileSync(join(folder, name)).includes(text),
  );
};

it('erasing a person moves no figure, and leaves their name in no file, also after a rebuild', async () => {
  const before = await numbers();
  expect(filesWith(LAST)).not.toStrictEqual([]);
  await they.app().rebuild(['search']);
  await they.send('people', 'wang', 'Erase', { on: '2026-03-31', reason: 'on-request' });
  await they.send('people', 'zhao', 'Erase', { on: '2026-03-31', reason: 'on-request' });
  expect(await numbers()).toStrictEqual(before);
  expect(await they.app().verify()).toStrictEqual([]);
  expect([filesWith(FIRST), filesWith(LAST), filesWith('赵调解')]).toStrictEqual([[], [], []]);
});
