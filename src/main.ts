import { randomBytes } from 'node:crypto';
import { openApp } from './app.ts';
import { readConfig, WrongSetting } from './config.ts';
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

try {
  await serve();
} catch (error) {
  const known =
    error instanceof WrongSetting ||
    (error instanceof Error && ['Locked', 'WrongSnapshot'].includes(error.name));
  console.error(known ? error.message : error);
  process.exitCode = known ? 2 : 3;
}
