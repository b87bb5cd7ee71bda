import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const records = readdirSync('docs/decisions').sort();

it('the decision records are numbered one after the other, in their names and their titles', () => {
  const numbers = records.map((name) => Number(name.slice(0, 4)));
  expect(numbers).toStrictEqual(records.map((_, i) => i + 1));
  const titled = records.map((name) =>
    Number(/^# (\d+)\. /.exec(readFileSync(`docs/decisions/${name}`, 'utf8'))?.[1]),
  );
  expect(titled).toStrictEqual(numbers);
});
