import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { parse, v5 } from 'uuid';
import type { Message } from '../domain/shared/message.ts';

/** The root of every id that Concord derives; never changes. */
const CONCORD = parse('a3c5b1de-52a1-5e0f-9d35-6a1f0c7f2b11');
const SEPARATOR = '\u001f';

/** A UUIDv5 of these parts: the same parts give the same id, on every machine and for ever. */
export const derivedId = (...parts: readonly (string | number)[]): string =>
  v5(Buffer.from(parts.join(SEPARATOR)), CONCORD);

/** The id of the n-th fact that a command records in a stream: a repeated command proposes the same facts. */
export const factId = (commandId: string, stream: string, index: number): string =>
  derivedId('fact', commandId, stream, index);

/** What a command says, as one hash: another body under the same command id is an error. */
export const bodyHash = ({ type, data }: Message): string =>
  hash('sha256', canonicalize({ type, data }) ?? '');
