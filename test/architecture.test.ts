import { readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

type Law = { readonly from: RegExp; readonly may: readonly RegExp[] };

/** A package, a file inside one, or a part of Node: not a file of ours. */
const PACKAGE = /^(?![./])(?!.*\.(ts|json)$)(?!((domain|projections|src|test)\/.*|[^/]*)\.js$)/;
/** What src shows to its faces: the system as types, what is asked of it and answered, settings, ids, the order of work, what facts say, and the port. */
const APP =
  /^src\/((app|command\/asked|config|figures|ids|in-order|serving|time)\.ts$|store\/event-store\.ts$|system\/facts\.ts$|people\/keys-elsewhere\.ts$)/;
/** What opens the system; a face that stands alone may. */
const OPENING = /^src\/system\/open-app\.ts$/;
/** The file of the read models, which can be thrown away while no system is open. */
const VIEWS = /^src\/read\/views\.ts$/;
/** What works on the files while no system is open: restoring them, their lock, whose keys they are. */
const FILE = /^src\/(store\/sqlite|people\/vault)\.ts$/;
/** What moves whole stores and read models, beside every open system. */
const HOUSE = /^src\/system\/(snapshot|copy\/(copy|ends))\.ts$/;
const PURE = [/^domain\//, /^projections\//];

/** Who may import whom: the first law whose `from` matches a file is its law; `$1` is what it captured. */
const LAWS: readonly Law[] = [
  { from: /^domain\/shared\/calendar\.ts$/, may: [/^domain\/shared\//, /^luxon$/] },
  { from: /^domain\/shared\//, may: [/^domain\/shared\//, /^zod$/] },
  { from: /^domain\/law\//, may: [/^domain\/(law|shared)\//, /^zod$/] },
  {
    from: /^domain\/policies\//,
    may: [/^domain\/[^/]+\/(events|commands)\.ts$/, /^domain\/(policies|shared)\//],
  },
  { from: /^domain\/([^/]+)\//, may: [/^domain\/($1|law|shared)\//, /^zod$/] },
  {
    from: /^projections\//,
    may: [/^projections\//, /^domain\/[^/]+\/events\.ts$/, /^domain\/(law|shared)\//, /^zod$/],
  },
  { from: /^src\/store\//, may: [/^src\/store\//, /^domain\/shared\//, PACKAGE] },
  { from: /^src\/(import|export)\//, may: [/^src\/$1\//, APP, ...PURE, PACKAGE] },
  {
    from: /^src\/demo\//,
    may: [/^src\/(demo|attachments)\//, APP, OPENING, VIEWS, ...PURE, PACKAGE],
  },
  {
    from: /^src\/http\//,
    may: [
      /^src\/(http|import|export|words|attachments)\//,
      /^src\/demo\/(founding|not-empty|plan)\.ts$/,
      ...[APP, ...PURE, PACKAGE],
    ],
  },
  { from: /^src\/web\//, may: [/^src\/web\//, /\.css$/, PACKAGE] },
  {
    from: /^src\/cli\//,
    may: [
      /^src\/(cli|import|export|demo|attachments)\//,
      /^src\/(http\/listen|serve|compiled)\.ts$/,
      ...[APP, OPENING, FILE, VIEWS, HOUSE, ...PURE, PACKAGE],
    ],
  },
  { from: /^src\//, may: [/^src\//, ...PURE, PACKAGE] },
  { from: /^test\//, may: [/^(test|src)\//, ...PURE, PACKAGE] },
  { from: /^[^/]+$/, may: [PACKAGE] },
];

const IMPORTS =
  /^(?:import|export)\b[^;]*?from '([^']+)'|^import '([^']+)'|\bimport\(\s*'([^']+)'/gm;

/** Every import that breaks the law, as a sentence. */
const violations = (files: ReadonlyMap<string, string>): string[] =>
  [...files].flatMap(([file, text]) => {
    const law = LAWS.find(({ from }) => from.test(file));
    const own = law?.from.exec(file)?.[1] ?? '';
    const allowed = law?.may.map((may) => new RegExp(may.source.replace('$1', own))) ?? [];
    return [...text.matchAll(IMPORTS)]
      .map(([, from, bare, late]) => from ?? bare ?? late ?? '')
      .map((to) => (to.startsWith('.') ? normalize(join(dirname(file), to)) : to))
      .filter((to) => !allowed.some((may) => may.test(to)))
      .map((to) => `${file} may not import ${to}`);
  });

const APART = new Set(['node_modules', '.git', 'dist', 'coverage', 'data']);

/** Every file of the project, apart from what is installed, built or kept by a running system. */
const under = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return [path];
    return APART.has(path) || APART.has(entry.name) ? [] : under(path);
  });

const all = under('.');
const sources = new Map(
  all
    .filter((name) => /^((domain|projections|src|test)\/.*|[^/]+)\.tsx?$/.test(name))
    .map((name) => [name, readFileSync(name, 'utf8')]),
);
const among = (where: RegExp) => [...sources].filter(([name]) => where.test(name));

describe('who may import whom', () => {
  it('is kept by every file', () => {
    expect(violations(sources)).toStrictEqual([]);
  });
  it.each([
    ['domain/shared/values.ts', 'luxon'],
    ['domain/shared/values.ts', '../law/profile.ts'],
    ['domain/law/votes.ts', '../enterprise/events.ts'],
    ['domain/collective-contract/decider.ts', '../bargaining-case/decider.ts'],
    ['domain/collective-contract/steps/text/force.ts', '../../../enterprise/events.ts'],
    ['domain/collective-contract/decider.ts', '../../projections/ledger.ts'],
    ['domain/collective-contract/decider.ts', '../../src/handle.ts'],
    ['domain/collective-contract/decider.ts', 'node:fs'],
    ['domain/collective-contract/decider.ts', 'express'],
    ['domain/policies/x.ts', '../bargaining-case/decider.ts'],
    ['projections/x.ts', '../domain/collective-contract/decider.ts'],
    ['projections/x.ts', '../domain/policies/all.ts'],
    ['projections/x.ts', 'node:sqlite'],
    ['src/store/x.ts', '../http/server.ts'],
    ['src/store/x.ts', '../../domain/enterprise/events.ts'],
    ['src/http/x.ts', '../projector.ts'],
    ['src/http/x.ts', '../store/sqlite.ts'],
    ['src/http/x.ts', '../system/open-app.ts'],
    ['src/import/x.ts', '../system/open-app.ts'],
    ['src/demo/x.ts', '../store/sqlite.ts'],
    ['src/export/x.ts', '../http/route.ts'],
    ['src/import/x.ts', '../read/books.ts'],
    ['src/cli/x.ts', '../http/server.ts'],
    ['src/web/x.tsx', '../../domain/shared/values.ts'],
    ['src/web/x.ts', '../app.ts'],
    ['src/handle.ts', '../test/support/given.ts'],
    ['src/handle.ts', '../../elsewhere/x.ts'],
    ['test/x.test.ts', '../../elsewhere/x.ts'],
    ['vitest.config.ts', './src/app.ts'],
  ])('forbids that %s imports %s', (file, to) => {
    for (const text of [
      `import { x } from '${to}';`,
      `import type {\n  X,\n} from '${to}';`,
      `export { x } from '${to}';`,
      `import '${to}';`,
      `const x = await import('${to}');`,
    ])
      expect(violations(new Map([[file, text]]))).toHaveLength(1);
  });
  it.each([
    ['domain/shared/calendar.ts', 'luxon'],
    ['domain/policies/x.ts', '../bargaining-case/events.ts'],
    ['projections/accounts/x.ts', '../../domain/law/periods.ts'],
    ['src/store/x.ts', 'node:sqlite'],
    ['src/http/x.ts', '../app.ts'],
    ['src/system/open-app.ts', '../store/sqlite.ts'],
  ])('lets %s import %s', (file, to) => {
    expect(violations(new Map([[file, `import { x } from '${to}';`]]))).toStrictEqual([]);
  });
});

const IMPURE =
  /\bDate\.now|new Date\(\)|performance\.now|Math\.random|randomUUID|DateTime\.(now|utc|local)\(\)|\bprocess\.\w|'node:|\bsetTimeout\(|\bfetch\(|\basync\b/;

describe('the pure core', () => {
  it('knows no clock, no dice, no environment, and waits for nothing', () => {
    const impure = among(/^(domain|projections)\//).filter(([, text]) => IMPURE.test(text));
    expect(impure.map(([name]) => name)).toStrictEqual([]);
  });
  it.each([
    'Date.now()',
    'new Date()',
    'DateTime.utc()',
    'crypto.randomUUID()',
    'process.env.X',
    "import fs from 'node:fs'",
    'async () => 1',
  ])('may not say %s', (text) => {
    expect(text).toMatch(IMPURE);
  });
});

/** Which files know a tool that only one room may know. */
const knowing = (tool: RegExp) => among(tool).map(([name]) => name);
const CLASS = /^\s*(?:export )?(?:abstract )?class (?!\w+ extends \w*Error\b)/m;

describe('every file', () => {
  it('has at most 300 lines', () => {
    const lines = [...sources].map(([name, text]) => ({ name, n: text.split('\n').length - 1 }));
    expect(lines.filter(({ n }) => n > 300)).toStrictEqual([]);
  });
  it('declares no class but an error', () => {
    expect(knowing(/./).filter((name) => CLASS.test(sources.get(name) ?? ''))).toStrictEqual([]);
  });
  it.each(['class Service {', 'export abstract class Base {', 'export class A extends B {'])(
    'may not say %s',
    (text) => {
      expect(text).toMatch(CLASS);
    },
  );
  it("leaves EventStoreDB's client to its store, its double and what is held against it", () => {
    const users = knowing(/from '@eventstore\/db-client/);
    const rooms = /^(src\/store\/esdb|test\/esdb\/|test\/support\/esdb\/)/;
    expect(users.filter((name) => !rooms.test(name))).toStrictEqual([]);
  });
  it('leaves HTTP to the room of HTTP', () => {
    const users = among(/^src\//).filter(([, text]) => /from 'express'/.test(text));
    expect(users.map(([name]) => name).filter((name) => !name.startsWith('src/http/'))).toEqual([]);
  });
});

const TEXT = new Set(
  '.ts .tsx .js .json .jsonl .md .yml .yaml .html .css .csv .sh .example'.split(' '),
);
const isText = (name: string) =>
  TEXT.has(extname(name)) || /(^|\/)(Dockerfile|run|\.[a-z]+(ignore|rc))$/.test(name);
/** A path of somebody's machine: it is on no other. */
const MACHINE = /(^|[\s'"`(=:<[])(file:\/\/)?\/(work|home|root|Users|shared)\//m;

describe('every text', () => {
  it('names no place of the machine it was written on', () => {
    const found = all.filter((name) => isText(name) && MACHINE.test(readFileSync(name, 'utf8')));
    expect(found).toStrictEqual([]);
  });
  it.each([
    ['see ', '', 'work', 'main', 'x.md'],
    ['"', 'home', 'me', '"'],
    ['(file://', 'root', 'x)'],
    ["'", 'shared', 'design'],
  ])('may not say %s…', (...parts) => {
    expect(parts.join('/').replace('see //', 'see /')).toMatch(MACHINE);
  });
  it('may name a folder of the project', () => {
    for (const text of ['domain/shared/values.ts', './shared/x', '(../shared/x.ts)', '/data/x'])
      expect(text).not.toMatch(MACHINE);
  });
});
