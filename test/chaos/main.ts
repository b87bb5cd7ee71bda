import { parseArgs } from 'node:util';
import { storm } from '../support/chaos/storm.ts';

/** A long storm: `npm run chaos -- --seconds 60 --writers 24`. From a minute on with an outage that outlasts the store's patience. */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    writers: { type: 'string', default: '24' },
  },
});

const uncaught: string[] = [];
for (const event of ['unhandledRejection', 'uncaughtException'] as const)
  process.on(event, (error: unknown) => void uncaught.push(String(error)));

const seconds = Number(values.seconds);
const writers = Number(values.writers);
const aftermath = await storm({ seconds, writers, longOutage: seconds >= 60 });
const { acknowledged, facts, sentAgain, faults, forced, ...amiss } = aftermath;

console.log(`${String(seconds)} s, ${String(writers)} clerks, over the double of three nodes`);
console.log(faults);
console.log({ acknowledged, facts, sentAgain, forced503: forced });
const counts = Object.entries({ ...amiss, uncaught }).map(([name, all]) => [name, all.length]);
console.log(Object.fromEntries(counts));
for (const [name, found] of Object.entries({ ...amiss, uncaught }))
  if (found.length > 0) console.error(name, found.slice(0, 10));
process.exitCode = counts.some(([, count]) => count !== 0) ? 1 : 0;
