import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Rpc } from './faults.ts';
import { thrown } from './faults.ts';
import type { Call, Receiver } from './grpc.ts';
import { code, Refusal } from './grpc.ts';
import type { Host } from './host.ts';
import { refusalOf, serve } from './host.ts';
import type { Member } from './membership.ts';
import { featuresOf, gossipOf } from './membership.ts';
import { read } from './reads.ts';
import { subscribe } from './subscriptions.ts';
import { appending, batching, removing } from './writes.ts';

const RPCS: Readonly<Record<string, Rpc>> = {
  '/event_store.client.streams.Streams/Append': 'append',
  '/event_store.client.streams.Streams/BatchAppend': 'batch',
  '/event_store.client.streams.Streams/Delete': 'delete',
  '/event_store.client.streams.Streams/Tombstone': 'tombstone',
  '/event_store.client.streams.Streams/Read': 'read',
  '/event_store.client.server_features.ServerFeatures/GetSupportedMethods': 'features',
  '/event_store.client.gossip.Gossip/Read': 'gossip',
};

const idle: Receiver = { message: () => undefined, end: () => undefined };

const asRefusal = (error: unknown): Refusal =>
  error instanceof Refusal ? error : thrown(`Exception was thrown by handler. ${String(error)}`);

/** Answers a request of one message with one of another, through the faults. */
const answering = (host: Host, rpc: Rpc, call: Call, answer: () => Buffer): Receiver => ({
  message: () => undefined,
  end: () => {
    serve(host, rpc, call, () => () => {
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
      const refusal = refusalOf(host, call);
      const work = rpc === 'read' ? read : subscribe;
      if (refusal !== null) call.finish(refusal);
      else
        serve(host, rpc, call, () => () => {
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

/** Finds who answers a call; one that nobody answers is refused as unimplemented. */
export const receiverOf = (host: Host, call: Call, around: Around): Receiver => {
  const rpc = RPCS[call.path];
  if (rpc === undefined || (rpc === 'batch' && !around.batchAppend)) {
    call.finish(new Refusal(code.unimplemented, 'Service is unimplemented.'));
    return idle;
  }
  if (rpc !== 'read') around.count(rpc);
  switch (rpc) {
    case 'append':
      return appending(host, call);
    case 'batch':
      return batching(host, call);
    case 'delete':
    case 'tombstone':
      return removing(host, call, rpc);
    case 'features':
      return answering(host, rpc, call, () => featuresOf(around.version, around.batchAppend));
    case 'gossip':
      return answering(host, rpc, call, () => gossipOf(around.members()));
    case 'read':
    case 'subscribe':
      return reading(host, call, around.count);
  }
};
