import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { App } from '../app.ts';
import { httpApp } from './server.ts';

/** How long requests in flight may take when the server stops. */
const GRACE_MS = 10_000;

/** A server that listens: where, and how to stop it. */
export type Listening = { readonly url: string; readonly close: () => Promise<void> };

const urlOf = (server: Server): string => {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
};

/** HOST and PORT cannot be listened on: somebody else does, or there is no such address here. */
export class CannotListen extends Error {
  override readonly name = 'CannotListen';
  constructor({ HOST, PORT }: App['config'], cause: unknown) {
    const why = cause instanceof Error ? cause.message : String(cause);
    super(`HOST=${HOST} PORT=${String(PORT)}: 无法监听 / cannot be listened on (${why})`, {
      cause,
    });
  }
}

/** Takes no more connections, lets what is in flight end, then cuts what is left. */
const drained = async (server: Server): Promise<void> => {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS);
  await closed;
  clearTimeout(cut);
};

/** Listens on HOST and PORT. Throws CannotListen, and closes the system. `close` finishes what is in flight (up to 10 s), then closes the system. */
export const listen = async (app: App, keeperKey?: string): Promise<Listening> => {
  const closing = new AbortController();
  const server = createServer(httpApp(app, closing.signal, undefined, keeperKey));
  server.on('request', (_req, res) => {
    // A kept-alive connection that has its last answer would hold the server open until it tires.
    res.once('finish', () => {
      if (closing.signal.aborted) setImmediate(() => server.closeIdleConnections());
    });
  });
  server.listen(app.config.PORT, app.config.HOST);
  await once(server, 'listening').catch(async (error: unknown) => {
    await app.close();
    throw new CannotListen(app.config, error);
  });
  const url = urlOf(server);
  app.log.info({ url }, 'listening');
  let closed: Promise<void> | undefined;
  const close = async () => {
    closing.abort();
    await drained(server);
    await app.close();
  };
  return { url, close: () => (closed ??= close()) };
};
