import type { Logger } from 'pino';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Config } from '../config.ts';
import { NotEmpty } from '../demo/not-empty.ts';
import type { CityOptions } from '../demo/plan.ts';
import { dayOf, isDay, plusDays } from '../../domain/shared/calendar.ts';
import { servedBy, type Desk } from './desk.ts';
import { exits, Failed, wrongUsage } from './exit.ts';
import { answer, table, type Paper } from './paper.ts';
import { progressBar, type Bar } from './progress-bar.ts';

const notEmpty = {
  zh: '数据目录中已有记录：演示城市只能建在空目录中。',
  en: 'The data folder has records: a demo city is only founded in an empty one.',
};

/** How often a server is asked how far it is, in milliseconds. */
const LOOK_EVERY_MS = 250;

type City = Omit<CityOptions, 'until'> & { readonly until?: string };

const Founding = z.object({
  status: z.enum(['none', 'running', 'done', 'failed']),
  progress: z.object({ done: z.int(), of: z.int() }),
  city: z.looseObject({}).nullable(),
  fault: z.string().nullable(),
});

/** Has the server found it, which holds the data folder, and waits. Throws Failed. */
const foundThere = async (ask: Desk['ask'], asked: City, bar: Bar | undefined) => {
  await ask('/demo', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(asked),
  });
  for (;;) {
    const { status, progress, city, fault } = Founding.parse(await (await ask('/demo')).json());
    if (progress.of > 0) bar?.show(progress.done, progress.of);
    if (status === 'done' && city) return city;
    if (status !== 'running') throw new Failed(exits.unreachable, fault ?? status);
    await pause(LOOK_EVERY_MS);
  }
};

/** Only instants that are past are stamped: a city has no facts of days to come. */
const lastDayOf = ({ CONCORD_ZONE }: Config, { until }: City): string => {
  const yesterday = plusDays(dayOf(new Date().toISOString(), CONCORD_ZONE), -1);
  if (until === undefined) return yesterday;
  if (isDay(until) && until <= yesterday) return until;
  throw wrongUsage(`--until ${until}: YYYY-MM-DD … ${yesterday}`);
};

/** Founds it in this process. Throws Failed, Locked. */
const foundHere = async (config: Config, log: Logger, asked: City, bar: Bar | undefined) => {
  const until = lastDayOf(config, asked);
  const { foundCity } = await import('../demo/found-city.ts');
  return foundCity(config, { ...asked, until, log, ...(bar && { progress: bar.show }) });
};

/** Founds a made-up city in an empty data folder, or in the server that holds it. Throws Failed when there are records already. */
export const demoCommand = async (
  config: Config,
  paper: Paper,
  log: Logger,
  asked: City,
): Promise<void> => {
  const { enterprises, until } = asked;
  if (enterprises < 1 || enterprises > 999_999) throw wrongUsage('--enterprises: 1 … 999999');
  if (until !== undefined && !isDay(until)) throw wrongUsage(`--until ${until}: YYYY-MM-DD`);
  const serving = servedBy(config, paper);
  const bar = progressBar(paper);
  try {
    const city = serving
      ? await foundThere(serving.ask, asked, bar)
      : await foundHere(config, log, asked, bar);
    answer(paper, city, () => {
      const { refused: _, ...told } = city;
      return table([told]);
    });
  } catch (error) {
    if (error instanceof NotEmpty) throw new Failed(exits.refused, notEmpty[paper.language]);
    throw error;
  } finally {
    bar?.stop();
  }
};
