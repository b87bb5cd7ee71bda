import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import autocannon from 'autocannon';
import express from 'express';
import { openApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { httpApp } from '../../src/http/server.ts';
import { beside, scratch, type Measured } from './measure.ts';

const SECONDS = 2;
const ROUNDS = 3;
const JSON_TYPE = { 'content-type': 'application/json' };

const listening = async (server: Server): Promise<string> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
};

/** Requests a second by one client, one after the other. */
const rate = async (
  url: string,
  request?: () => { readonly path: string; readonly body: string },
): Promise<number> => {
  const result = await autocannon({
    url,
    connections: 1,
    duration: SECONDS,
    ...(request
      ? {
          requests: [
            {
              method: 'POST' as const,
              headers: JSON_TYPE,
              setupRequest: (one: autocannon.Request) => ({ ...one, ...request() }),
            },
          ],
        }
      : {}),
  });
  if (result.non2xx > 0) throw new Error(`${String(result.non2xx)} answers were not 2xx`);
  return result.requests.average;
};

/** An express route that only inserts a row, durably. */
const rawWrites = (folder: string): Server => {
  const db = new DatabaseSync(join(folder, 'raw.db'));
  db.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (body TEXT) STRICT',
  );
  const insert = db.prepare('INSERT INTO t VALUES (?)');
  const raw = express().use(express.json());
  raw.post('/', (req, res) => {
    insert.run(JSON.stringify(req.body));
    res.json({ ok: 'yes' });
  });
  return createServer(raw);
};

const constant = (text: string): Server => {
  const raw = express();
  raw.get('/', (_req, res) => {
    res.type('application/json').send(text);
  });
  return createServer(raw);
};

const dayOf = (n: number) => new Date(Date.UTC(1990, 0, 1 + n)).toISOString().slice(0, 10);

/** A command and a page of a register over HTTP, each beside a bare express route. */
export const benchHttp = (): Promise<Measured[]> =>
  scratch(async (folder) => {
    const config = readConfig({ CONCORD_DATA: join(folder, 'data'), LOG_LEVEL: 'silent' });
    const app = await openApp(config, { ticksEvery: 0 });
    const ours = createServer(httpApp(app));
    const url = await listening(ours);
    const register = (id: string) =>
      fetch(`${url}/api/v1/enterprises/${id}/register`, {
        method: 'POST',
        headers: JSON_TYPE,
        body: JSON.stringify({
          registeredOn: '1990-01-01',
          name: `Loom ${id}`,
          division: '320613',
          industry: '17',
          industryScheme: 'gb4754-2017',
        }),
      });
    for (let n = 0; n < 200; n++) await register(`e${String(n)}`);
    const page = await (await fetch(`${url}/api/v1/enterprises`)).text();
    const bareWrites = rawWrites(folder);
    const bareReads = constant(page);
    const [writes, reads] = [await listening(bareWrites), await listening(bareReads)];
    let n = 0;
    const headcount = () => JSON.stringify({ asOf: dayOf(Math.floor(n++ / 200)), workers: n });
    const command = () => ({
      path: `/api/v1/enterprises/e${String(n % 200)}/report-headcount`,
      body: headcount(),
    });
    const commands = await beside(
      ROUNDS,
      () => rate(url, command),
      () => rate(writes, () => ({ path: '/', body: headcount() })),
    );
    const pages = await beside(
      ROUNDS,
      () => rate(`${url}/api/v1/enterprises`),
      () => rate(reads),
    );
    for (const server of [ours, bareWrites, bareReads]) server.close();
    await app.close();
    const unit = 'requests/s';
    return [
      {
        path: 'command over HTTP',
        size: '1 client',
        unit,
        target: '≥ 0.5 of a bare insert route',
        ...commands,
      },
      {
        path: 'page of a register',
        size: '50 rows',
        unit,
        target: '≥ 0.6 of a constant route',
        ...pages,
      },
    ];
  });

if (import.meta.main) console.table(await benchHttp());
