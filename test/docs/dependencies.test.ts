import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';

const { dependencies } = z
  .object({ dependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync('package.json', 'utf8')));
const record = readFileSync('docs/decisions/0010-each-runtime-dependency-has-a-reason.md', 'utf8');

it('gives every runtime dependency its reason, and names no other', () => {
  const cells = record.split('\n').filter((line) => line.startsWith('| `'));
  const named = cells.flatMap((line) =>
    [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name),
  );
  expect(named.sort()).toStrictEqual(Object.keys(dependencies).sort());
});
