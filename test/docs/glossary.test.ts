import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { clocksOf } from '../../domain/law/clocks.ts';
import { law, profileIds } from '../../domain/law/profiles.ts';
import { accounts } from '../../projections/accounts/accounts.ts';
import { figures } from '../../projections/figures/catalogue.ts';
import { DIMENSIONS } from '../../projections/ledger.ts';

type Entry = { readonly section: string; readonly table: string; readonly cells: string[] };

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** Every row of every table, with the heading it stands under and the head of its last column. */
const entries = (text: string): Entry[] => {
  const found: Entry[] = [];
  let section = '';
  let heads: string[] = [];
  for (const line of text.split('\n')) {
    if (line.startsWith('## ')) section = line;
    else if (!line.startsWith('|')) heads = [];
    else if (heads.length === 0) heads = cellsOf(line);
    else if (!/^\|[ -|]+$/.test(line))
      found.push({ section, table: heads[2] ?? '', cells: cellsOf(line) });
  }
  return found;
};

const glossary = entries(readFileSync('docs/glossary.md', 'utf8'));
const names = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
const inTable = (table: string, section = '') =>
  glossary.filter((entry) => entry.table === table && entry.section.includes(section));
const named = (table: string, column = 2, section = ''): string[] =>
  inTable(table, section)
    .flatMap(({ cells }) => names(cells[column]))
    .sort();

/** What a decider says of itself, whatever it decides. */
type Said = {
  readonly category: string;
  readonly command: unknown;
  readonly event: unknown;
  readonly initial: { readonly phase: string };
  readonly steps: Readonly<Record<string, { readonly in: readonly string[] }>>;
};
type Options = {
  readonly options: readonly { readonly shape: { readonly type: { readonly value: string } } }[];
};
const typesOf = (schema: unknown): string[] =>
  (schema as Options).options.map(({ shape }) => shape.type.value).sort();

const folders = readdirSync('domain').filter(
  (name) => readdirSync(`domain/${name}`).includes('decider.ts') && name !== 'shared',
);
const deciders = await Promise.all(
  folders.map(async (folder) => {
    const found = (await import(`../../domain/${folder}/decider.ts`)) as Record<string, unknown>;
    return Object.values(found).find(
      (value): value is Said =>
        typeof value === 'object' && value !== null && 'category' in value && 'steps' in value,
    );
  }),
);

describe('the glossary', () => {
  it('says everything in Chinese and in English, and as code writes it', () => {
    for (const { cells } of glossary) {
      expect(cells[0]).toMatch(/\p{Script=Han}/u);
      expect(cells[1]).toMatch(/[A-Za-z]{3}/);
      expect(names(cells.slice(2).join())).not.toStrictEqual([]);
    }
  });

  it.each(deciders)('has every word of $category once, and no other', (decider) => {
    if (!decider) throw new Error('A decider.ts without a decider.');
    const section = `\`${decider.category}\``;
    const phases = Object.values(decider.steps).flatMap((step) => step.in);
    // Nothing is open in a void record, so no step names that phase.
    const struckOut = typesOf(decider.command).includes('Void') ? ['void'] : [];
    expect(named('Command', 2, section)).toStrictEqual(typesOf(decider.command));
    expect(named('Command', 3, section)).toStrictEqual(typesOf(decider.event));
    expect(named('Phase', 2, section)).toStrictEqual(
      [...new Set([decider.initial.phase, ...phases, ...struckOut])].sort(),
    );
  });

  it('names only what code names', () => {
    const code = ['domain', 'projections', 'src']
      .flatMap((root) =>
        readdirSync(root, { recursive: true, encoding: 'utf8' })
          .filter((name) => name.endsWith('.ts'))
          .map((name) => readFileSync(`${root}/${name}`, 'utf8')),
      )
      .join('\n');
    const unknown = named('Name').filter((name) => !code.includes(name.replace('…', '')));
    expect(unknown).toStrictEqual([]);
  });

  it('has every clock that a law sets', () => {
    const rules = profileIds.flatMap((id) => clocksOf(law(id)).map(({ rule }) => rule));
    expect(named('Clock')).toStrictEqual([...new Set(rules)].sort());
  });
  it('has every account, dimension and figure', () => {
    expect(named('Account')).toStrictEqual(
      Object.values(accounts)
        .map(({ name }) => name)
        .sort(),
    );
    expect(named('Dimension')).toStrictEqual([...DIMENSIONS].sort());
    expect(named('Figure')).toStrictEqual(figures.map(({ id }) => id).sort());
  });
  it('gives figures the names they are published under', () => {
    for (const { id, names: published } of figures) {
      const row = inTable('Figure').find(({ cells }) => names(cells[2])[0] === id);
      expect([row?.cells[0], row?.cells[1]?.toLowerCase()]).toStrictEqual([
        published.zh,
        published.en.toLowerCase(),
      ]);
    }
  });
});
