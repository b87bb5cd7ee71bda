import { randomBytes } from 'node:crypto';
import { openApp } from './app.ts';
import { readConfig } from './config.ts';
import { listen } from './http/listen.ts';
import { removeServing, writeServing } from './serving.ts';

const SIGNALS = ['SIGTERM', 'SIGINT'] as const;
/** Ctrl-C comes from the terminal and once more from npm: only what comes later ends at once, in milliseconds. */
const ECHO_MS = 1_000;

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
  let isStopping = false;
  const stop = (signal: string) => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(letGo, ECHO_MS).unref();
    app.log.info({ signal }, 'stopping');
    removeServing(config.CONCORD_DATA);
    void server.close();
  };
  const letGo = () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
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
