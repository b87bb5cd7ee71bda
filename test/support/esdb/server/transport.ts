import { once } from 'node:events';
import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { constants, createSecureServer, createServer as createHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Call, Receiver } from '../grpc.ts';
import { openCall, receive } from '../grpc.ts';

/** Key and certificate of a node. */
export type Certificate = { readonly key: string; readonly cert: string };

type Handle = { readStop(): void; readStart(): void };

/** HTTP/2 takes a socket's handle for itself: only there can reading be stopped, as when frozen. */
const handleOf = (socket: Socket): Handle | null =>
  (socket as unknown as { readonly _handle: Handle | null })._handle;

type Server = ReturnType<typeof createHttp2> | ReturnType<typeof createSecureServer>;

type Wires = {
  readonly http2: Server;
  readonly sockets: Set<Socket>;
  readonly sessions: Set<ServerHttp2Session>;
  readonly calls: Set<Call>;
  /** Accepted while frozen: nobody reads them yet. */
  readonly waiting: Set<Socket>;
  frozen: boolean;
};

const connect = (wires: Wires, socket: Socket): void => {
  const { sockets, waiting } = wires;
  sockets.add(socket);
  socket.on('close', () => {
    sockets.delete(socket);
    waiting.delete(socket);
  });
  socket.on('error', () => undefined);
  if (wires.frozen) {
    waiting.add(socket);
    handleOf(socket)?.readStop();
  } else wires.http2.emit('connection', socket);
};

const serve = ({ http2, sessions, calls }: Wires, accept: (call: Call) => Receiver): void => {
  http2.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
    // A connection that breaks is the client's to notice.
    session.on('error', () => undefined);
  });
  http2.on('sessionError', () => undefined);
  http2.on('stream', (stream: ServerHttp2Stream, headers) => {
    const call = openCall(stream, headers);
    calls.add(call);
    stream.once('close', () => calls.delete(call));
    receive(stream, call, accept(call));
  });
};

const thaw = (wires: Wires): void => {
  wires.frozen = false;
  for (const socket of wires.sockets) handleOf(socket)?.readStart();
  for (const socket of wires.waiting) wires.http2.emit('connection', socket);
  wires.waiting.clear();
};

/** The connections of a node: what can be cut, held and refused beneath gRPC. */
export type Transport = ReturnType<typeof createTransport>;

/** Listens on 127.0.0.1 and hands every call to `accept`. */
export const createTransport = (
  accept: (call: Call) => Receiver,
  certificate: Certificate | null,
) => {
  const http2 = certificate === null ? createHttp2() : createSecureServer(certificate);
  const sets = { sockets: new Set<Socket>(), waiting: new Set<Socket>(), calls: new Set<Call>() };
  const wires: Wires = { http2, ...sets, sessions: new Set(), frozen: false };
  serve(wires, accept);
  const listener = createServer({ noDelay: true }, (socket) => connect(wires, socket));
  const close = (): void => void listener.close();
  return {
    calls: wires.calls,
    /** Takes a port, 0 for any, and answers with the one it has. */
    listen: async (port: number): Promise<number> => {
      listener.listen(port, '127.0.0.1');
      await once(listener, 'listening');
      const address = listener.address();
      return typeof address === 'object' && address !== null ? address.port : port;
    },
    /** No new connections, and no new calls on the old ones. */
    refuse: () => {
      close();
      for (const session of wires.sessions) session.goaway(constants.NGHTTP2_NO_ERROR);
    },
    /** Resets every connection, as the kernel does for a process that was killed. */
    cut: () => {
      close();
      for (const socket of wires.sockets) socket.resetAndDestroy();
    },
    /** Nothing is read any more, not even a ping; new connections wait. */
    freeze: () => {
      wires.frozen = true;
      for (const socket of wires.sockets) handleOf(socket)?.readStop();
    },
    thaw: () => thaw(wires),
  };
};
