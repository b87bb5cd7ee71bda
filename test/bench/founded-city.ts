import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.ts';
import { foundCity } from '../../src/demo/found-city.ts';
import { scratch } from './measure.ts';

const UNTIL = '2025-12-31';
const SEED = 1;

/** A city in a folder: founded there, unless it was founded before. */
const cityIn = async (folder: string, enterprises: number): Promise<void> => {
  if (existsSync(join(folder, 'events.db'))) return;
  const started = performance.now();
  let told = 0;
  const { facts } = await foundCity(readConfig({ CONCORD_DATA: folder, LOG_LEVEL: 'silent' }), {
    enterprises,
    seed: SEED,
    until: UNTIL,
    log: pino({ level: 'silent' }),
    progress: (done, of) => {
      const tenth = Math.floor((done / of) * 10);
      if (tenth > told) process.stderr.write(`founding the city: ${String(tenth * 10)} %\n`);
      told = tenth;
    },
  });
  const seconds = Math.round((performance.now() - started) / 1000);
  process.stderr.write(`${String(facts)} facts in ${String(seconds)} s\n`);
};

/**
 * Measures something before the demo city of 23,711 enterprises. BENCH_CITY names a folder that keeps
 * the city for the next time; BENCH_ENTERPRISES makes it smaller.
 */
export const benchCity = async <T>(
  measured: (folder: string, enterprises: number) => Promise<T>,
): Promise<T> => {
  const enterprises = Number(process.env['BENCH_ENTERPRISES'] ?? 23_711);
  const founded = async (folder: string): Promise<T> => {
    await cityIn(folder, enterprises);
    return measured(folder, enterprises);
  };
  const kept = process.env['BENCH_CITY'];
  return kept === undefined ? scratch(founded) : founded(kept);
};
