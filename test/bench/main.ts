import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { benchAppend } from './append.ts';
import { benchEsdb } from './esdb.ts';
import { benchFigures } from './figures.ts';
import { benchHandle } from './handle.ts';
import { benchHttp } from './http.ts';
import type { Measured } from './measure.ts';
import { benchPeer } from './peer.ts';
import { benchRebuild } from './rebuild.ts';
import { benchServed } from './served.ts';
import { benchWeb } from './web.ts';

const PAGE = 'docs/performance.md';
const [BEGIN, END] = ['<!-- measured -->', '<!-- /measured -->'];

/** The statements of a question alone, and their share of its time; two threads can be quicker than one. */
const beside = (found: number, bare: number | undefined): Partial<Measured> =>
  bare === undefined
    ? {}
    : { bound: bare, ratio: Math.round((bare / Math.max(found, 0.01)) * 100) / 100 };

const figures = async (enterprises: number): Promise<Measured[]> =>
  (await benchFigures(enterprises)).flatMap(({ path, size, p50, p99, bound, bare }) => {
    const isRate = path.startsWith('posting');
    const least =
      bound === undefined ? 'not set' : isRate ? `≥ ${String(bound)}` : `p99 ≤ ${String(bound)} ms`;
    const common = { path, size: `${String(size)} enterprises`, target: least };
    return isRate
      ? [{ ...common, found: p50, unit: 'facts/s' }]
      : [
          { ...common, found: p50, unit: 'ms, p50', target: '', ...beside(p50, bare) },
          { ...common, found: p99, unit: 'ms, p99' },
        ];
  });

/** Everything that is measured, by the name it is asked for. */
const parts: Readonly<Record<string, () => Promise<Measured[]>>> = {
  store: async () => [...(await benchAppend()), ...(await benchEsdb())],
  handle: benchHandle,
  rebuild: () => benchRebuild(),
  http: benchHttp,
  figures: () => figures(23_711),
  'figures-250k': () => figures(250_000),
  served: benchServed,
  web: benchWeb,
  peer: benchPeer,
};
const USUAL = ['store', 'handle', 'rebuild', 'http', 'figures'];

const HEAD = '| path | size | found | bound | ratio | target |\n|---|---|---|---|---|---|';
const cellsOf = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim());
/** What a line of the table is about: a path, at a size. */
const subjectOf = (line: string): string => cellsOf(line).slice(1, 3).join(' | ');

/** The rows as lines of a table, after those of the page that measure something else. */
const table = (rows: readonly Measured[], before: string): string => {
  const measured = new Set(rows.map(({ path, size }) => `${path} | ${size}`));
  const kept = before
    .split('\n')
    .filter((line) => line.startsWith('| ') && !/^(path$|-)/.test(cellsOf(line)[1] ?? ''))
    .filter((line) => !measured.has(subjectOf(line)));
  const lines = rows.map(({ path, size, found, unit, bound, ratio, target }) =>
    [path, size, `${String(found)} ${unit}`, bound ?? '', ratio ?? '', target].join(' | '),
  );
  return [HEAD, ...kept, ...lines.map((line) => `| ${line} |`)].join('\n');
};

const memory = (): Measured => ({
  path: 'memory of the measuring process at its end',
  size: 'all of the above',
  found: Math.round(process.memoryUsage().rss / 1024 / 1024),
  unit: 'MiB',
  target: '',
});

/** `npm run bench [-- part …] [-- --write]`: prints what was measured, and writes it into the page. */
const main = async (): Promise<void> => {
  const named = process.argv.slice(2).filter((name) => !name.startsWith('--'));
  const wrong = named.filter((name) => !(name in parts));
  if (wrong.length > 0)
    throw new Error(
      `There is no part ${wrong.join()}; there are: ${Object.keys(parts).join(', ')}.`,
    );
  const rows: Measured[] = [];
  for (const name of named.length > 0 ? named : USUAL)
    rows.push(...((await parts[name]?.()) ?? []));
  if (named.length === 0) rows.push(memory());
  console.table(rows);
  if (!process.argv.includes('--write')) return;
  const text = readFileSync(PAGE, 'utf8');
  const said = `Node ${process.version}, ${String(availableParallelism())} cores.`;
  const [begin, end] = [text.indexOf(BEGIN), text.indexOf(END)];
  const written = `${BEGIN}\n\n${said}\n\n${table(rows, text.slice(begin, end))}\n\n`;
  writeFileSync(PAGE, `${text.slice(0, begin)}${written}${text.slice(end)}`);
};

await main();
