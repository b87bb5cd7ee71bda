import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Rpc } from '../faults.ts';
import { thrown } from '../faults.ts';
import type { Call, Receiver } from '../grpc.ts';
import { code, Refusal } from '../grpc.ts';
import type { Host } from './host.ts';
import { refusalOf, serve } from './host.ts';
import type { Member } from './membership.ts';
import { featuresOf, gossipOf } from './membership.ts';
import { read } from './reads.ts';
import { subscribeToAll } from './all-subscription.ts';
import { subscribeToStream } from './stream-subscription.ts';
import { nameOf } from './wire.ts';
import { appending, batching, removing } from './writes.ts';

const STREAMS = '/event_store.client.streams.Streams';

const idle: Receiver = { message: () => undefined, end: () => undefined };

const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : thrown(`Exception was thrown by handler. ${String(error)}`);

/** Answers a request of one message with one of another, through the faults. */
const answering = (host: Host, rpc: Rpc, call: Call, answer: () => Buffer): Receiver => ({
  message: () => undefined,
  end: () => {
    serve(host, { rpc }, call, () => () => {
      call.send(answer());
      call.finish();
    });
  },
});

const reading = (host: Host, call: Call, became: (rpc: 'read' | 'subscribe') => void): Receiver => {
  let options = new streams.ReadReq.Options();
  return {
    message: (bytes) => {
      options = streams.ReadReq.deserializeBinary(bytes).getOptions() ?? options;
    },
    end: () => {
      const rpc = options.hasSubscription() ? 'subscribe' : 'read';
      became(rpc);
      const stream = nameOf(options.getStream()?.getStreamIdentifier());
      const refusal = refusalOf(host, call);
      const subscribe = options.hasStream() ? subscribeToStream : subscribeToAll;
      const work = rpc === 'read' ? read : subscribe;
      if (refusal !== null) call.finish(refusal);
      else
        serve(host, { rpc, stream }, call, () => () => {
          work(host, call, options).catch((error: unknown) => call.finish(asRefusal(error)));
        });
    },
  };
};

/** What the node around the calls says of itself, and wants to know. */
export type Around = {
  readonly count: (rpc: Rpc) => void;
  readonly members: () => readonly Member[];
  readonly version: string;
  readonly batchAppend: boolean;
};

type Open = (host: Host, call: Call, around: Around) => Receiver;

const OPEN: Readonly<Record<string, { readonly rpc: Rpc; readonly open: Open }>> = {
  [`${STREAMS}/Append`]: { rpc: 'append', open: appending },
  [`${STREAMS}/BatchAppend`]: { rpc: 'batch', open: batching },
  [`${STREAMS}/Delete`]: {
    rpc: 'delete',
    open: (host, call) => removing(host, call, 'delete'),
  },
  [`${STREAMS}/Tombstone`]: {
    rpc: 'tombstone',
    open: (host, call) => removing(host, call, 'tombstone'),
  },
  [`${STREAMS}/Read`]: {
    rpc: 'read',
    open: (host, call, { count }) => reading(host, call, count),
  },
  '/event_store.client.server_features.ServerFeatures/GetSupportedMethods': {
    rpc: 'features',
    open: (host, call, { version, batchAppend }) =>
      answering(host, 'features', call, () => featuresOf(version, batchAppend)),
  },
  '/event_store.client.gossip.Gossip/Read': {
    rpc: 'gossip',
    open: (host, call, { members }) => answering(host, 'gossip', call, () => gossipOf(members())),
  },
};

/** Finds who answers a call; one that nobody answers is refused as unimplemented. */
export const receiverOf = (host: Host, call: Call, around: Around): Receiver => {
  const found = OPEN[call.path];
  if (found === undefined || (found.rpc === 'batch' && !around.batchAppend)) {
    call.finish(new Refusal(code.unimplemented, 'Service is unimplemented.'));
    return idle;
  }
  // Only its request tells a read from a subscription.
  if (found.rpc !== 'read') around.count(found.rpc);
  return found.open(host, call, around);
};
