import { Corrupt, type Envelope, type Proposed, type Recorded } from '../event-store.ts';

/** An event as the client hands it over. */
export type Stored = {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly isJson: boolean;
  readonly position?: { readonly commit: bigint } | undefined;
};

/** What is written beside the data; the two keys with a dollar sign are the server's own names. */
type Metadata = Omit<Envelope, 'correlationId' | 'causationId'> & {
  readonly version: number;
  readonly $correlationId: string;
  readonly $causationId: string;
};

/** What is written beside the data of a fact. */
export const metadataOf = ({ version }: Proposed, envelope: Envelope): Metadata => {
  const { correlationId, causationId, at, by, onBehalfOf, commandId, bodyHash } = envelope;
  return {
    $correlationId: correlationId,
    $causationId: causationId,
    version,
    at,
    by,
    ...(onBehalfOf === undefined ? {} : { onBehalfOf }),
    commandId,
    bodyHash,
    ...(envelope.import === undefined ? {} : { import: envelope.import }),
  };
};

const TEXTS = ['$correlationId', '$causationId', 'at', 'by', 'commandId', 'bodyHash'] as const;

const isOurs = (metadata: unknown): metadata is Metadata => {
  if (typeof metadata !== 'object' || metadata === null) return false;
  const found = metadata as Readonly<Record<string, unknown>>;
  return (
    TEXTS.every((name) => typeof found[name] === 'string') && typeof found['version'] === 'number'
  );
};

const placeOf = ({ streamId, revision, type, position }: Stored): string =>
  `${type} at revision ${String(revision)} of ${streamId} (position ${String(position?.commit)})`;

/** The fact that an event of one of our streams holds. Throws Corrupt when somebody else wrote it. */
export const factOf = (event: Stored): Recorded => {
  const { streamId: stream, id, revision, type, data, metadata, position, isJson } = event;
  if (!isJson || !isOurs(metadata) || position === undefined)
    throw new Corrupt(`${placeOf(event)} was not written by this program`);
  return {
    stream,
    revision,
    position: position.commit,
    id,
    type,
    version: metadata.version,
    data,
    at: metadata.at,
    by: metadata.by,
    ...(metadata.onBehalfOf === undefined ? {} : { onBehalfOf: metadata.onBehalfOf }),
    commandId: metadata.commandId,
    bodyHash: metadata.bodyHash,
    correlationId: metadata.$correlationId,
    causationId: metadata.$causationId,
    ...(metadata.import === undefined ? {} : { import: metadata.import }),
  };
};

/** Streams whose last revision a follower remembers. */
const MOST_STREAMS = 50_000;

/** Throws Corrupt at the first fact whose stream has a gap before it. `complete`: all streams are seen from their first fact. */
export const continuity = (complete: boolean) => {
  const revisions = new Map<string, bigint>();
  let isComplete = complete;
  return (fact: Recorded): void => {
    const before = revisions.get(fact.stream) ?? (isComplete ? -1n : fact.revision - 1n);
    if (fact.revision !== before + 1n)
      throw new Corrupt(
        `The fact at position ${String(fact.position)} is revision ${String(fact.revision)} of ${fact.stream}, after ${String(before)}`,
      );
    if (revisions.size >= MOST_STREAMS) {
      revisions.clear();
      isComplete = false;
    }
    revisions.set(fact.stream, fact.revision);
  };
};
