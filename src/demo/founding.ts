import type { App } from '../app.ts';
import { sql } from '../../projections/projection.ts';
import type { Founded } from './found-city.ts';
import { NotEmpty } from './not-empty.ts';
import type { CityOptions } from './plan.ts';

/** How far the founding of a demo city in a running system is. */
export type Founding = {
  readonly status: 'none' | 'running' | 'done' | 'failed';
  readonly progress: { readonly done: number; readonly of: number };
  readonly city: Founded | null;
  readonly fault: string | null;
};

/** Whether nothing was ever recorded. */
export const isEmpty = async (app: App): Promise<boolean> => {
  const { head } = await app.progress();
  await app.seen(head);
  return app.all(sql<{ id: string }>()`SELECT id FROM journal LIMIT 1`).length === 0;
};

/** Founds a demo city in the system that runs, once, while nothing is recorded. */
export const foundingIn = (app: App) => {
  let state: Founding = {
    status: 'none',
    progress: { done: 0, of: 0 },
    city: null,
    fault: null,
  };

  const found = async (options: CityOptions): Promise<void> => {
    try {
      const { foundIn } = await import('./found-city.ts');
      const city = await foundIn(app, {
        ...options,
        progress: (done, of) => {
          state = { ...state, progress: { done, of } };
        },
        at: app.pretendTime,
        ring: () => app.settle(),
      });
      state = { ...state, status: 'done', city };
    } catch (error) {
      const fault = error instanceof Error ? error.message : String(error);
      app.log.error({ err: error }, 'no demo city was founded');
      state = { ...state, status: 'failed', fault };
    } finally {
      app.pretendTime(undefined);
    }
  };

  return {
    state: () => state,
    isRunning: () => state.status === 'running',
    /** Begins and does not wait. Throws NotEmpty. */
    begin: async (options: CityOptions): Promise<Founding> => {
      if (state.status === 'running' || !(await isEmpty(app)))
        throw new NotEmpty(app.config.CONCORD_DATA);
      state = { ...state, status: 'running' };
      void found(options);
      return state;
    },
  };
};
export type FoundingDesk = ReturnType<typeof foundingIn>;
