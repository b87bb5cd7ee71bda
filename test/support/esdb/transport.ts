import type { ServerHttp2Session, ServerHttp2Stream } from 'node:http2';
import { constants, createSecureServer, createServer as createHttp2 } from 'node:http2';
import type { Socket } from 'node:net';
import { createServer } from 'node:net';
import type { Call, Receiver } from './grpc.ts';
import { openCall, receive } from './grpc.ts';

/** Key and certificate of a node. */
export type Certificate = { readonly key: string; readonly cert: string };

type Handle = { readStop(): void; readStart(): void };

/** HTTP/2 takes a socket's handle for itself: only there can reading be stopped, as when frozen. */
const handleOf = (socket: Socket): Handle | null =>
  (socket as unknown as { readonly _handle: Handle | null })._handle;

/** The connections of a node: what can be cut, held and refused beneath gRPC. */
export type Transport = ReturnType<typeof createTransport>;

/** Listens on 127.0.0.1 and hands every call to `accept`. */
// eslint-disable-next-line max-lines-per-function -- a closure over one state, in small functions
export const createTransport = (
  accept: (call: Call) => Receiver,
  certificate: Certificate | null,
) => {
  const sockets = new Set<Socket>();
  const sessions = new Set<ServerHttp2Session>();
  const calls = new Set<Call>();
  const waiting = new Set<Socket>();
  let frozen = false;

  const http2 =
    certificate === null
      ? createHttp2()
      : createSecureServer({ ...certificate, allowHTTP1: false });
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

  const listener = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      waiting.delete(socket);
    });
    socket.on('error', () => undefined);
    if (frozen) {
      waiting.add(socket);
      handleOf(socket)?.readStop();
    } else http2.emit('connection', socket);
  });

  return {
    calls,
    /** Takes a port; 0 for any. Answers with the one it has. */
    listen: (port: number) =>
      new Promise<number>((resolve, reject) => {
        listener.once('error', reject);
        listener.listen(port, '127.0.0.1', () => {
          listener.off('error', reject);
          const address = listener.address();
          resolve(typeof address === 'object' && address !== null ? address.port : port);
        });
      }),
    /** No new connections, and no new calls on the old ones. */
    refuse: () => {
      listener.close();
      for (const session of sessions) session.goaway(constants.NGHTTP2_NO_ERROR);
    },
    /** Resets every connection, as the kernel does for a process that was killed. */
    cut: () => {
      listener.close();
      for (const socket of sockets) socket.resetAndDestroy();
    },
    /** Nothing is read any more, not even a ping; new connections wait. */
    freeze: () => {
      frozen = true;
      for (const socket of sockets) handleOf(socket)?.readStop();
    },
    thaw: () => {
      frozen = false;
      for (const socket of sockets) handleOf(socket)?.readStart();
      for (const socket of waiting) http2.emit('connection', socket);
      waiting.clear();
    },
  };
};
