import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

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

const run = (files: readonly string[], url: string): boolean => {
  const { status } = spawnSync(process.execPath, [VITEST, 'run', '--testTimeout=60000', ...files], {
    stdio: 'inherit',
    env: { ...process.env, EVENTSTORE_URL: url },
  });
  return status === 0;
};

const main = (): number => {
  const named = values.url ?? process.env['EVENTSTORE_URL'] ?? '';
  const url = named === '' ? '' : withAuthority(named, values.ca);
  const results = [
    ['the embedded store', run(['test/store/embedded.test.ts'], '')],
    ['the double of EventStoreDB', run(['test/store/esdb.test.ts', 'test/esdb'], '')],
    ...(url === ''
      ? []
      : ([
          [
            `EventStoreDB at ${hostsOf(url)}`,
            run(['test/store/esdb.test.ts', 'test/esdb/double.'], url),
          ],
        ] as const)),
  ] as const;
  console.log('');
  for (const [name, isKept] of results) console.log(`${isKept ? 'kept  ' : 'BROKEN'}  ${name}`);
  if (url === '')
    console.log('skipped  a real EventStoreDB: neither --url nor EVENTSTORE_URL names one');
  return results.every(([, isKept]) => isKept) ? 0 : 1;
};

if (values.help) console.log(USAGE);
else process.exitCode = main();
