import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

const VITEST = 'node_modules/vitest/vitest.mjs';

/** Holds the store's contract, and the rules that the double stands for, against the stores there are. */
const USAGE = `npm run test:store -- [--url esdb://name:password@host:2113] [--ca ca.crt]

Holds the embedded store, the double of EventStoreDB and, where --url or EVENTSTORE_URL names one, a
real EventStoreDB to one contract. Streams are new in every run; nothing is deleted that a run did
not write, and the server's log need not be empty. The user must be allowed to read $all.`;

const { values } = parseArgs({
  options: { url: { type: 'string' }, ca: { type: 'string' }, help: { type: 'boolean' } },
});

const withAuthority = (url: string, ca: string | undefined): string =>
  ca === undefined
    ? url
    : `${url}${url.includes('?') ? '&' : '?'}tlsCAFile=${encodeURIComponent(ca)}`;

const hostsOf = (url: string): string => url.replace(/\/\/[^@/]*@/, '//').replace(/\?.*/, '');

const Report = z.object({
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ status: z.string(), fullName: z.string() })),
    }),
  ),
});

/** Whether the rules were kept, and which were not asked for. */
type Result = { readonly isKept: boolean; readonly skipped: readonly string[] };

const skippedIn = (file: string): readonly string[] =>
  Report.parse(JSON.parse(readFileSync(file, 'utf8')))
    .testResults.flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'pending' || status === 'skipped')
    .map(({ fullName }) => fullName);

const run = (files: readonly string[], url: string): Result => {
  const folder = mkdtempSync(join(tmpdir(), 'concord-test-store-'));
  const report = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = [VITEST, 'run', '--project=core', ...reporters, ...files];
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'inherit',
    env: { ...process.env, EVENTSTORE_URL: url },
  });
  const skipped = existsSync(report) ? skippedIn(report) : [];
  rmSync(folder, { recursive: true });
  return { isKept: status === 0, skipped };
};

/** The rules of the protocol that can be held against a server that no test started. */
const RULES = ['append', 'reads', 'deletes', 'subscriptions', 'stream-subscriptions'].map(
  (name) => `test/esdb/double.${name}.test.ts`,
);

const main = (): number => {
  const named = values.url ?? process.env['EVENTSTORE_URL'] ?? '';
  const url = named === '' ? '' : withAuthority(named, values.ca);
  const results: [string, Result][] = [
    ['the embedded store', run(['test/store/embedded.test.ts'], '')],
    ['the double of EventStoreDB', run(['test/store/esdb.test.ts', 'test/esdb/'], '')],
  ];
  if (url !== '')
    results.push([
      `EventStoreDB at ${hostsOf(url)}`,
      run(['test/store/esdb.test.ts', ...RULES], url),
    ]);
  console.log('');
  for (const [name, { isKept, skipped }] of results) {
    console.log(`${isKept ? 'kept  ' : 'BROKEN'}  ${name}`);
    for (const rule of skipped) console.log(`          not held against it: ${rule}`);
  }
  console.log(
    url === ''
      ? 'skipped  a real EventStoreDB: neither --url nor EVENTSTORE_URL names one'
      : 'Not held against a server: kills, freezes, lost answers and changes of leader, which no test can do to one it did not start.',
  );
  return results.every(([, { isKept }]) => isKept) ? 0 : 1;
};

if (values.help) console.log(USAGE);
else process.exitCode = main();
