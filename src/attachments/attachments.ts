import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { kindNamed, kindOf } from './media-types.ts';

/** What is wrong with a file that somebody hands in. */
export type Fault = 'wrong-hash' | 'too-large' | 'media-type-not-allowed' | 'other-media-type';

/** The file was not taken. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly fault: Fault;
  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

/** A kept file is not what its name says: the disk changed it, or somebody did. */
export class Damaged extends Error {
  override readonly name = 'Damaged';
}

/** A file as somebody hands it in: under which hash, as what, and its bytes. */
export type Handed = {
  readonly sha256: string;
  readonly contentType: string;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** A file that is kept. */
export type Kept = {
  readonly path: string;
  readonly bytes: number;
  readonly kind: NonNullable<Awaited<ReturnType<typeof kindOf>>>;
};

const LEFT_BEHIND_MS = 3_600_000;

/** Where a file is kept: `ab/cdef…`. Throws a RangeError for what is no hash. */
export const placeOf = (folder: string, sha256: string): string => {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new RangeError(`${sha256} is no SHA-256`);
  return join(folder, sha256.slice(0, 2), sha256.slice(2));
};

const incoming = (folder: string): string => join(folder, 'incoming');

/** Takes away what uploads left behind that a crash cut off; another node's are younger. */
export const cleanIncoming = (folder: string, now: number = Date.now()): void => {
  if (!existsSync(incoming(folder))) return;
  for (const name of readdirSync(incoming(folder))) {
    const file = join(incoming(folder), name);
    if (now - statSync(file).mtimeMs >= LEFT_BEHIND_MS) rmSync(file, { force: true });
  }
};

const synced = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
};

/** The hash of a file's bytes. */
export const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest('hex');
};

/** Writes the bytes as they come; throws NotTaken for too many of them, or others than the hash says. */
const written = async (file: FileHandle, { sha256, bytes }: Handed, most: number) => {
  const hash = createHash('sha256');
  let size = 0;
  for await (const chunk of bytes) {
    size += chunk.length;
    if (size > most) throw new NotTaken('too-large');
    hash.update(chunk);
    await file.write(chunk);
  }
  if (hash.digest('hex') !== sha256) throw new NotTaken('wrong-hash');
  return size;
};

const ensureType = async (file: FileHandle, size: number, contentType: string): Promise<void> => {
  const claimed = kindNamed(contentType);
  if (!claimed) throw new NotTaken('media-type-not-allowed');
  const is = await kindOf(file, size);
  if (!is) throw new NotTaken('media-type-not-allowed');
  if (is !== claimed) throw new NotTaken('other-media-type');
};

/** Files kept by what they contain, in a folder; `most` is the largest, in bytes. */
export const attachmentsIn = (folder: string, most: number) => {
  /** Keeps a file, durably before it returns; whether it is new. Handing it in again changes nothing. Throws NotTaken. */
  const keep = async (
    handed: Handed,
  ): Promise<{ readonly isNew: boolean; readonly bytes: number }> => {
    const place = placeOf(folder, handed.sha256);
    await mkdir(incoming(folder), { recursive: true });
    const partial = join(incoming(folder), randomUUID());
    try {
      const file = await open(partial, 'wx+', 0o600);
      const bytes = await (async () => {
        const size = await written(file, handed, most);
        await ensureType(file, size, handed.contentType);
        await file.sync();
        return size;
      })().finally(() => file.close());
      const isNew = !existsSync(place);
      await mkdir(dirname(place), { recursive: true });
      await rename(partial, place);
      await synced(dirname(place));
      return { isNew, bytes };
    } finally {
      await rm(partial, { force: true });
    }
  };

  /** The kept file, or undefined. */
  const find = async (sha256: string): Promise<Kept | undefined> => {
    const path = placeOf(folder, sha256);
    const found = await stat(path).catch(() => undefined);
    if (!found) return undefined;
    const file = await open(path, 'r');
    const kind = await kindOf(file, found.size).finally(() => file.close());
    if (!kind) throw new Damaged(sha256);
    return { path, bytes: found.size, kind };
  };

  /** The kept file after reading all of it. Throws Damaged when it is not what its name says. */
  const verified = async (sha256: string): Promise<Kept | undefined> => {
    const found = await find(sha256);
    if (found && (await hashOf(found.path)) !== sha256) throw new Damaged(sha256);
    return found;
  };

  mkdirSync(folder, { recursive: true });
  cleanIncoming(folder);
  return { keep, find, verified };
};
export type Attachments = ReturnType<typeof attachmentsIn>;
