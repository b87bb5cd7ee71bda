import { buildWeb } from '../../src/build-web.ts';

/** The pages as they are served: built once a run, when their sources changed. */
export const setup = (): Promise<void> => buildWeb({ ifStale: true });
