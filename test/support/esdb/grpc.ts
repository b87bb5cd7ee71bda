import type { IncomingHttpHeaders, ServerHttp2Stream } from 'node:http2';
import { constants } from 'node:http2';

/** Status codes of gRPC that the double answers with. */
export const code = {
  ok: 0,
  unknown: 2,
  invalidArgument: 3,
  deadlineExceeded: 4,
  notFound: 5,
  resourceExhausted: 8,
  failedPrecondition: 9,
  aborted: 10,
  unimplemented: 12,
  unavailable: 14,
  unauthenticated: 16,
} as const;

/** A call answered with anything but OK; `trailers` carry the server's own kind of error. */
export class Refusal extends Error {
  readonly code: number;
  readonly trailers: Readonly<Record<string, string>>;
  constructor(status: number, details: string, trailers: Readonly<Record<string, string>> = {}) {
    super(details);
    this.code = status;
    this.trailers = trailers;
  }
}

const MAX_MESSAGE = 16 * 1024 * 1024;

/** Puts the five bytes of length in front of a message. */
export const framed = (message: Uint8Array): Buffer => {
  const frame = Buffer.allocUnsafe(message.length + 5);
  frame[0] = 0;
  frame.writeUInt32BE(message.length, 1);
  frame.set(message, 5);
  return frame;
};

/** One call as the server sees it. */
export type Call = {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly open: () => boolean;
  /** Sends framed messages; false when the client is not taking them: then wait for `drained`. */
  readonly send: (frames: Buffer) => boolean;
  /** Resolves when more may be sent, or the call is over. */
  readonly drained: () => Promise<void>;
  readonly finish: (refusal?: Refusal) => void;
  /** Ends the stream without a status, as a node does that gives up waiting. */
  readonly abandon: () => void;
  readonly onClose: (listener: () => void) => void;
};

/** What a handler does with the messages of a call, in their order. */
export type Receiver = {
  readonly message: (bytes: Buffer) => void;
  readonly end: () => void;
};

const trailersOf = (refusal?: Refusal): Record<string, string> => ({
  ...refusal?.trailers,
  'grpc-status': String(refusal?.code ?? code.ok),
  'grpc-message': encodeURI(refusal?.message ?? ''),
});

const HEADERS = { ':status': 200, 'content-type': 'application/grpc' };

const drained = (stream: ServerHttp2Stream): Promise<void> =>
  new Promise((resolve) => {
    const ready = () => {
      stream.off('drain', ready);
      stream.off('close', ready);
      resolve();
    };
    stream.on('drain', ready);
    stream.on('close', ready);
    if (stream.destroyed || !stream.writableNeedDrain) ready();
  });

/** A call over an HTTP/2 stream. */
export const openCall = (stream: ServerHttp2Stream, headers: IncomingHttpHeaders): Call => {
  let refused: Refusal | undefined;
  let finished = false;
  const open = () => !finished && !stream.destroyed && !stream.closed;
  // A client that hangs up is its own affair.
  stream.on('error', () => undefined);
  stream.on('wantTrailers', () => {
    if (!stream.closed && !stream.destroyed) stream.sendTrailers(trailersOf(refused));
  });
  return {
    path: headers[':path'] ?? '',
    headers,
    open,
    send: (frames) => {
      if (!open()) return true;
      if (!stream.headersSent) stream.respond(HEADERS, { waitForTrailers: true });
      return stream.write(frames);
    },
    drained: () => drained(stream),
    finish: (refusal) => {
      if (!open()) return;
      finished = true;
      refused = refusal;
      if (!stream.headersSent)
        stream.respond({ ...HEADERS, ...trailersOf(refusal) }, { endStream: true });
      else stream.end();
    },
    abandon: () => {
      finished = true;
      stream.close(constants.NGHTTP2_NO_ERROR);
    },
    onClose: (listener) => void stream.once('close', listener),
  };
};

/** Cuts what arrives into messages; one that is too long ends the call. */
export const receive = (stream: ServerHttp2Stream, call: Call, receiver: Receiver): void => {
  let rest: Buffer = Buffer.alloc(0);
  stream.on('data', (chunk: Buffer) => {
    if (!call.open()) return;
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (rest.length >= 5 && call.open()) {
      const length = rest.readUInt32BE(1);
      if (length > MAX_MESSAGE) {
        const text = 'Received message exceeds the maximum configured message size.';
        call.finish(new Refusal(code.resourceExhausted, text));
        return;
      }
      if (rest.length < 5 + length) return;
      const message = rest.subarray(5, 5 + length);
      rest = rest.subarray(5 + length);
      receiver.message(message);
    }
  });
  stream.on('end', () => {
    if (call.open()) receiver.end();
  });
};
