import type { Response } from 'express';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formats, type FormatName } from '../../export/formats.ts';
import type { Selection, Written } from '../../export/selection.ts';

async function* resumed(first: Uint8Array | undefined, rest: Written): Written {
  if (first) yield first;
  yield* rest;
}

/** Streams a selection as a file. What fails before the first byte is a problem, after it a broken download. */
export const sendFile = async (
  res: Response,
  format: FormatName,
  selection: Selection,
): Promise<void> => {
  const { mediaType, write } = formats[format];
  const written = write(selection);
  const first = await written.next();
  res.set({ 'Content-Type': mediaType, 'Cache-Control': 'no-store' });
  res.attachment(`${selection.name}.${format}`).type(mediaType);
  await pipeline(Readable.from(resumed(first.value ?? undefined, written)), res).catch(
    (error: unknown) => {
      if (!hasHungUp(error)) throw error;
    },
  );
};

/** Whoever asked has gone: nothing is wrong here. */
const hasHungUp = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
