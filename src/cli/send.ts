import { isUtf8 } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { wrongUsage } from './exit.ts';
import type { Desk } from './desk.ts';
import { answer, type Paper } from './paper.ts';
import { withQuery } from './read.ts';

export type SendOptions = {
  readonly data: string;
  readonly dryRun?: boolean;
  readonly ifMatch?: string;
  readonly key?: string;
  readonly as?: string;
};

/** The data of a command: JSON as it stands, `@file`, or `-` for standard input. */
const dataFrom = (given: string): string => {
  const text = given === '-' ? inUtf8(readFileSync(0)) : fromFile(given);
  try {
    JSON.parse(text);
    return text;
  } catch {
    throw wrongUsage('--data: JSON, @file, -');
  }
};

const fromFile = (given: string): string =>
  given.startsWith('@') ? inUtf8(readFileSync(given.slice(1))) : given;

/** Bytes of another encoding would be sent as �. */
const inUtf8 = (bytes: Buffer): string => {
  if (isUtf8(bytes)) return bytes.toString();
  throw wrongUsage('--data: 应为 UTF-8 编码 / must be in UTF-8');
};

const Answer = z.object({ id: z.string(), revision: z.string(), events: z.array(z.string()) });

/** Sends one command; throws Failed when it is refused. */
export const sendCommand = async (
  desk: Desk,
  paper: Paper,
  to: { readonly thing: string; readonly id: string; readonly command: string },
  options: SendOptions,
): Promise<void> => {
  const { data, dryRun, ifMatch, key, as } = options;
  const headers = new Headers({ 'Content-Type': 'application/json' });
  if (ifMatch !== undefined) headers.set('If-Match', `"${ifMatch.replaceAll('"', '')}"`);
  if (key !== undefined) headers.set('Idempotency-Key', key);
  if (as !== undefined) headers.set('X-Actor', as);
  const path = `/${to.thing}/${encodeURIComponent(to.id)}/${to.command}`;
  const response = await desk.ask(withQuery(path, { dryRun: dryRun ? 'true' : undefined }), {
    method: 'POST',
    headers,
    body: dataFrom(data),
  });
  const body: unknown = await response.json();
  answer(paper, body, () => {
    const { id, revision, events } = Answer.parse(body);
    const nothing = { zh: '已是如此，未作记录', en: 'already so, nothing recorded' }[
      paper.language
    ];
    return `${id} @${revision}: ${events.length > 0 ? events.join(', ') : nothing}`;
  });
};
