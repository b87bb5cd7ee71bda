import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { NotEmpty } from '../demo/not-empty.ts';
import type { CityOptions } from '../demo/plan.ts';
import { dayOf, isDay, plusDays } from '../../domain/shared/calendar.ts';
import { exits, Failed, wrongUsage } from './exit.ts';
import { answer, table, type Paper } from './paper.ts';
import { progressBar } from './progress-bar.ts';

const notEmpty = {
  zh: '数据目录中已有记录：演示城市只能建在空目录中。',
  en: 'The data folder has records: a demo city is only founded in an empty one.',
};

/** Founds a made-up city in an empty data folder. Throws Failed when there are records already. */
export const demoCommand = async (
  config: Config,
  paper: Paper,
  log: Logger,
  options: Omit<CityOptions, 'until'> & { readonly until?: string },
): Promise<void> => {
  const today = dayOf(new Date().toISOString(), config.CONCORD_ZONE);
  const yesterday = plusDays(today, -1);
  const { enterprises, until = yesterday } = options;
  if (enterprises < 1 || enterprises > 999_999) throw wrongUsage('--enterprises: 1 … 999999');
  // Only instants that are past are stamped: a city has no facts of days to come.
  if (!isDay(until) || until > yesterday) {
    throw wrongUsage(`--until ${until}: YYYY-MM-DD … ${yesterday}`);
  }
  const { foundCity } = await import('../demo/found-city.ts');
  const bar = progressBar(paper);
  try {
    const city = await foundCity(config, {
      ...options,
      until,
      log,
      ...(bar && { progress: bar.show }),
    });
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
