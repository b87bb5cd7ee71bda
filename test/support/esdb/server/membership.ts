import { randomUUID } from 'node:crypto';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import { frameOf } from './wire.ts';

/** A node as gossip describes it. */
export type Member = {
  readonly host: string;
  readonly port: number;
  readonly state: 'leader' | 'follower' | 'starting' | 'stopping' | 'down';
};

const STATES = {
  leader: gossip.MemberInfo.VNodeState.LEADER,
  follower: gossip.MemberInfo.VNodeState.FOLLOWER,
  starting: gossip.MemberInfo.VNodeState.INITIALIZING,
  stopping: gossip.MemberInfo.VNodeState.SHUTTINGDOWN,
  down: gossip.MemberInfo.VNodeState.UNKNOWN,
} as const;

const memberOf = ({ host, port, state }: Member) =>
  new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(randomUUID()))
    .setTimeStamp(String(Date.now()))
    .setIsAlive(state !== 'down')
    .setState(STATES[state])
    .setHttpEndPoint(new gossip.EndPoint().setAddress(host).setPort(port));

/** The answer to a gossip read. */
export const gossipOf = (members: readonly Member[]): Buffer =>
  frameOf(new gossip.ClusterInfo().setMembersList(members.map(memberOf)));

const STREAMS = 'event_store.client.streams.streams';

const method = (name: string, supported: string[] = []) =>
  new features.SupportedMethod()
    .setServiceName(STREAMS)
    .setMethodName(name)
    .setFeaturesList(supported);

/** What the server says that it can do. */
export const featuresOf = (version: string, batchAppend: boolean): Buffer =>
  frameOf(
    new features.SupportedMethods()
      .setEventStoreServerVersion(version)
      .setMethodsList([
        ...[method('read', ['position', 'events']), method('append')],
        ...[method('delete'), method('tombstone')],
        ...(batchAppend ? [method('batchappend', ['deadline_duration'])] : []),
      ]),
  );
