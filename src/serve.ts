import { randomBytes } from 'node:crypto';
import { openApp } from './app.ts';
import { readConfig } from './config.ts';
import { listen } from './http/listen.ts';
import { removeServing, writeServing } from './serving.ts';

/** Reads `.env`, opens the system, listens, and stops gracefully on SIGTERM or SIGINT. */
const serve = async (): Promise<void> => {
  try {
    process.loadEnvFile();
  } catch {
    // Without a file the environment says it all.
  }
  const config = readConfig(process.env);
  const app = await openApp(config, { atOnce: true });
  const key = randomBytes(32).toString('base64url');
  const server = await listen(app, key);
  writeServing(config.CONCORD_DATA, { url: server.url, pid: process.pid, key });
  const stop = (signal: string) => {
    app.log.info({ signal }, 'stopping');
    removeServing(config.CONCORD_DATA);
    void server.close();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
};

/** What ends the start with a sentence: 2 is the asker's to mend, 3 is out of reach; as of the CLI. */
const foreseen: Readonly<Record<string, 2 | 3>> = {
  WrongSetting: 2,
  WrongSnapshot: 2,
  CannotListen: 3,
  Locked: 3,
  StoreUnavailable: 3,
  UnknownFile: 3,
  Corrupt: 3,
};

try {
  await serve();
} catch (error) {
  const code = error instanceof Error ? foreseen[error.name] : undefined;
  console.error(code === undefined ? error : (error as Error).message);
  process.exitCode = code ?? 3;
}
