import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  hkdfSync,
  randomBytes,
  randomUUID,
} from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { backup, DatabaseSync } from 'node:sqlite';
import canonicalize from 'canonicalize';
import type { ErasureReason, Sealed } from '../../domain/person/events.ts';
import { MEMORY } from '../store/private-file.ts';

/** That a person was erased, as the keys' own file keeps it until the log says so too. */
export type Erasure = {
  readonly person: string;
  readonly on: string;
  readonly reason: ErasureReason;
};

/** What was sealed under a key that is not here. */
export class MissingKey extends Error {
  override readonly name = 'MissingKey';
}

/**
 * The keys of the people, one each, in a file of their own. `field` says what is sealed
 * (`details`, `note-<id>`); person and field are bound to the ciphertext.
 */
export type Vault = {
  /** Who these keys are: given when the file is made, kept by every copy of it. */
  readonly id: string;
  /** Seals a JSON value; the same value gives the same bytes. Null when the person was erased. */
  readonly seal: (person: string, field: string, plain: unknown) => Sealed | null;
  /** What was sealed; null when the person was erased. Throws MissingKey, and whatever tampering brings about. */
  readonly open: (person: string, field: string, sealed: Sealed) => unknown;
  /** Destroys the person's key for ever, durably before it returns. Repeatable. */
  readonly erase: (erasure: Erasure) => void;
  /** Everyone erased so far. */
  readonly erasures: () => readonly Erasure[];
  /** A copy of the wrapped keys as one file; the key-encryption key is not in it. */
  readonly backup: (toFile: string) => Promise<void>;
  readonly close: () => void;
};

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS keys
    (person TEXT PRIMARY KEY, key_id TEXT NOT NULL, wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS erasures
    (person TEXT PRIMARY KEY, on_day TEXT NOT NULL, reason TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS proof (id INTEGER PRIMARY KEY CHECK (id = 1), wrapped BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS identity (id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL) STRICT`;

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEPARATOR = '\u001f';

type Box = { readonly iv: Buffer; readonly tag: Buffer; readonly body: Buffer };

const lock = (key: Uint8Array, iv: Buffer, aad: string, plain: Uint8Array): Box => {
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(aad));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), body };
};

const unlock = (key: Uint8Array, { iv, tag, body }: Box, aad: string): Buffer => {
  const decipher = createDecipheriv(CIPHER, key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad)).setAuthTag(tag);
  return Buffer.concat([decipher.update(body), decipher.final()]);
};

const wrap = (kek: Uint8Array, name: string, key: Uint8Array): Buffer => {
  const { iv, tag, body } = lock(kek, randomBytes(IV_BYTES), name, key);
  return Buffer.concat([iv, tag, body]);
};

const unwrap = (kek: Uint8Array, name: string, wrapped: Uint8Array): Buffer => {
  const bytes = Buffer.from(wrapped);
  const iv = bytes.subarray(0, IV_BYTES);
  const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
  return unlock(kek, { iv, tag, body: bytes.subarray(IV_BYTES + TAG_BYTES) }, name);
};

const part = (key: Uint8Array, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', key, '', use, KEY_BYTES));

/** The IV is made from the plaintext under a key of its own, so that a repetition seals to the same bytes. */
const syntheticIv = (key: Uint8Array, aad: string, plain: Uint8Array): Buffer =>
  createHmac('sha256', part(key, 'iv'))
    .update(aad)
    .update(SEPARATOR)
    .update(plain)
    .digest()
    .subarray(0, IV_BYTES);

const createPrivately = (path: string, bytes: Uint8Array, flag: 'wx' | 'a'): void => {
  const file = openSync(path, flag, 0o600);
  try {
    writeSync(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
};

/** The key that wraps all others: given as base64, else in `keys.kek` beside the keys, made at the first start. */
const keyEncryptionKey = (file: string, given?: string): Buffer => {
  const path = join(dirname(file), 'keys.kek');
  if (given === undefined && !existsSync(path)) {
    if (existsSync(file)) throw new Error(`${file} is there, but ${path} that opens it is not.`);
    createPrivately(path, Buffer.from(randomBytes(KEY_BYTES).toString('base64')), 'wx');
  }
  const kek = Buffer.from(given ?? readFileSync(path, 'utf8'), 'base64');
  if (kek.length !== KEY_BYTES) throw new Error('The key-encryption key must be 32 bytes, base64.');
  return kek;
};

const ensureOpens = (db: DatabaseSync, kek: Buffer): void => {
  db.prepare('INSERT OR IGNORE INTO proof VALUES (1, ?)').run(wrap(kek, 'proof', Buffer.alloc(1)));
  const { wrapped } = db.prepare('SELECT wrapped FROM proof').get() as { wrapped: Uint8Array };
  try {
    unwrap(kek, 'proof', wrapped);
  } catch (cause) {
    throw new Error('This key-encryption key does not open these keys.', { cause });
  }
};

const openDatabase = (file: string): DatabaseSync => {
  if (file !== MEMORY) createPrivately(file, Buffer.alloc(0), 'a');
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON; ${SCHEMA}`);
  return db;
};

const identityIn = (db: DatabaseSync): string => {
  db.prepare('INSERT OR IGNORE INTO identity VALUES (1, ?)').run(randomUUID());
  return (db.prepare('SELECT name FROM identity').get() as { readonly name: string }).name;
};

/** Who the keys in a file are; undefined where it does not say. Needs no key to open them. */
export const keysIn = (file: string): string | undefined => {
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const [table] = db.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'identity'`).all();
    if (!table) return undefined;
    return (db.prepare('SELECT name FROM identity').get() as { name: string } | undefined)?.name;
  } finally {
    db.close();
  }
};

type KeyRow = { readonly key_id: string; readonly wrapped: Uint8Array };
type Key = { readonly id: string; readonly key: Buffer };

const keyRing = (db: DatabaseSync, kek: Buffer) => {
  const find = db.prepare('SELECT key_id, wrapped FROM keys WHERE person = ?');
  const gone = db.prepare('SELECT 1 FROM erasures WHERE person = ?');
  // One statement: nobody who was erased meanwhile gets a new key.
  const add = db.prepare(`INSERT OR IGNORE INTO keys SELECT :person, :id, :wrapped
    WHERE NOT EXISTS (SELECT 1 FROM erasures WHERE person = :person)`);

  const keyOf = (person: string): Key | undefined => {
    const row = find.get(person) as KeyRow | undefined;
    return row && { id: row.key_id, key: unwrap(kek, `key-${person}`, row.wrapped) };
  };
  return {
    keyOf,
    isErased: (person: string) => gone.get(person) !== undefined,
    newKeyOf: (person: string): Key | undefined => {
      const wrapped = wrap(kek, `key-${person}`, randomBytes(KEY_BYTES));
      add.run({ person, id: randomUUID(), wrapped });
      return keyOf(person);
    },
  };
};

const eraser = (db: DatabaseSync) => {
  const note = db.prepare('INSERT OR IGNORE INTO erasures VALUES (?, ?, ?)');
  const drop = db.prepare('DELETE FROM keys WHERE person = ?');
  const flush = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');
  return ({ person, on, reason }: Erasure): void => {
    db.exec('BEGIN IMMEDIATE');
    try {
      note.run(person, on, reason);
      drop.run(person);
      db.exec('COMMIT');
    } catch (error) {
      db.exec('ROLLBACK');
      throw error;
    }
    // The key also stood in the write-ahead log: it is gone when that is empty.
    const { busy } = flush.get() as { busy: number };
    if (busy !== 0) throw new Error('The key is destroyed but its log is in use; erase again.');
  };
};

const aadOf = (person: string, field: string) => `person-${person}${SEPARATOR}${field}`;

/** Opens the file of keys, or makes it. `kek` (base64, 32 bytes) stands in for the file `keys.kek` beside it. */
export const openVault = (file: string, kek?: string): Vault => {
  const wrapping = keyEncryptionKey(file, kek);
  const db = openDatabase(file);
  ensureOpens(db, wrapping);
  const { keyOf, isErased, newKeyOf } = keyRing(db, wrapping);
  const all = db.prepare('SELECT person, on_day AS "on", reason FROM erasures ORDER BY person');

  return {
    id: identityIn(db),
    seal: (person, field, plain) => {
      const found = keyOf(person) ?? newKeyOf(person);
      if (!found) return null;
      const aad = aadOf(person, field);
      const bytes = Buffer.from(canonicalize(plain) ?? 'null');
      const iv = syntheticIv(found.key, aad, bytes);
      const { tag, body } = lock(part(found.key, 'seal'), iv, aad, bytes);
      const [text, ivText, tagText] = [body, iv, tag].map((b) => b.toString('base64'));
      return { keyId: found.id, iv: ivText ?? '', tag: tagText ?? '', sealed: text ?? '' };
    },
    open: (person, field, { keyId, ...box }) => {
      const found = keyOf(person);
      if (!found && isErased(person)) return null;
      if (found?.id !== keyId)
        throw new MissingKey(`The key ${keyId} of person ${person} is missing.`);
      const [iv, tag, body] = [box.iv, box.tag, box.sealed].map((b) => Buffer.from(b, 'base64'));
      if (!iv || !tag || !body) throw new TypeError('not sealed');
      const bytes = unlock(part(found.key, 'seal'), { iv, tag, body }, aadOf(person, field));
      return JSON.parse(bytes.toString()) as unknown;
    },
    erase: eraser(db),
    erasures: () => (all.all() as Erasure[]).map((row) => ({ ...row })),
    backup: async (toFile) => {
      createPrivately(toFile, Buffer.alloc(0), 'a');
      await backup(db, toFile);
    },
    close: () => db.close(),
  };
};
