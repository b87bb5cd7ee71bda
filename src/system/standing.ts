import type { Running } from './running.ts';
import { NotLevel } from '../store/event-store.ts';

/** Reads of others: of what is not there yet nobody is told that it is nothing. */
export const whenLevel = ({
  models,
  reading,
  commands,
}: Pick<Running, 'models' | 'reading' | 'commands'>) => {
  const ensureLevel = (): void => {
    if (!models.mayAnswer()) throw new NotLevel(models.position(), models.failure()?.message);
  };
  const asked: Pick<Running['reading'], 'all' | 'heavy' | 'pages'> = {
    all: (query) => {
      ensureLevel();
      return reading.all(query);
    },
    heavy: async (query) => {
      ensureLevel();
      return reading.heavy(query);
    },
    pages: (query) => {
      ensureLevel();
      return reading.pages(query);
    },
  };
  const stand: typeof commands.stand = async (decider, id) => {
    ensureLevel();
    return commands.stand(decider, id);
  };
  return { ...asked, stand };
};
