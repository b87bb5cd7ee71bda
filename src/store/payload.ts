import { MAX_APPEND_BYTES, TooLarge, type Envelope, type Proposed } from './event-store.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const json = ({ id, type, data }: Proposed): string => {
  if (!UUID.test(id)) throw new TypeError(`The id of ${type}, "${id}", is not a lower-case UUID`);
  if (type === '') throw new TypeError(`The fact ${id} has no type`);
  const text = JSON.stringify(data) as string | undefined;
  if (text === undefined) throw new TypeError(`The data of ${type} cannot be written as JSON`);
  return text;
};

/** What an envelope may weigh as UTF-8 JSON: a server would take megabytes, with every fact of an append. */
const MAX_ENVELOPE_BYTES = 16 * 1024;

const assertLight = (stream: string, envelope: Envelope): void => {
  const bytes = Buffer.byteLength(JSON.stringify(envelope));
  if (bytes > MAX_ENVELOPE_BYTES)
    throw new TooLarge(
      `The envelope for ${stream} weighs ${bytes} bytes, the most is ${MAX_ENVELOPE_BYTES}`,
    );
};

/**
 * The data of each fact as JSON, checked before any store sees it, so that all stores refuse alike.
 * Throws TypeError for what no store can keep, TooLarge over MAX_APPEND_BYTES.
 */
export const payloads = (
  stream: string,
  facts: readonly Proposed[],
  envelope: Envelope,
): readonly string[] => {
  if (stream === '' || stream.startsWith('$'))
    throw new TypeError(`"${stream}" is not a stream of ours`);
  assertLight(stream, envelope);
  const texts = facts.map(json);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > MAX_APPEND_BYTES)
    throw new TooLarge(
      `The facts for ${stream} weigh ${bytes} bytes, the most for one append is ${MAX_APPEND_BYTES}`,
    );
  return texts;
};
