import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openVault, type Vault } from '../src/people/vault.ts';

const canary = { name: 'CANARY-张三-7741', health: '尘肺' };
const erasure = { person: 'p1', on: '2026-05-31', reason: 'on-request' } as const;

let folder: string;
let vault: Vault;
const file = () => join(folder, 'keys.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vault-'));
  vault = openVault(file());
});
afterEach(() => {
  vault.close();
  rmSync(folder, { recursive: true });
});

const everyByte = (): Buffer =>
  Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
const seal = (plain: unknown = canary, person = 'p1', field = 'details') => {
  const sealed = vault.seal(person, field, plain);
  if (!sealed) throw new Error('erased');
  return sealed;
};
const wrappedKeys = (): Buffer[] => {
  const db = new DatabaseSync(file());
  const rows = db.prepare('SELECT wrapped FROM keys').all() as { wrapped: Uint8Array }[];
  db.close();
  return rows.map(({ wrapped }) => Buffer.from(wrapped));
};

describe('the vault', () => {
  it('opens what it sealed, also after a restart', () => {
    const sealed = seal();
    vault.close();
    vault = openVault(file());
    expect(vault.open('p1', 'details', sealed)).toStrictEqual(canary);
  });
  it('leaves no word of it in its files nor in what it gives out', () => {
    const sealed = seal();
    const out = Buffer.concat([everyByte(), Buffer.from(JSON.stringify(sealed))]);
    for (const word of Object.values(canary)) {
      expect(out.includes(word)).toBe(false);
      expect(out.includes(Buffer.from(word).toString('base64'))).toBe(false);
    }
  });
  it('seals the same to the same bytes, whatever the order of the fields', () => {
    const { name, health } = canary;
    expect(seal({ health, name })).toStrictEqual(seal({ name, health }));
    expect(seal({ name }).iv).not.toBe(seal({ name, health }).iv);
    expect(seal(canary, 'p2').sealed).not.toBe(seal().sealed);
  });
  it('opens only for the person and the field it was sealed for', () => {
    const sealed = seal();
    seal('other', 'p2');
    expect(() => vault.open('p1', 'note-1', sealed)).toThrow();
    expect(() => vault.open('p2', 'details', sealed)).toThrow('missing');
    expect(() => vault.open('p1', 'details', { ...sealed, tag: seal('x').tag })).toThrow();
  });
  it('does not take a missing key for an erased person', () => {
    expect(() => vault.open('p9', 'details', seal())).toThrow('missing');
  });
  it('keeps its own key to the owner', () => {
    for (const name of ['keys.kek', 'keys.db'])
      expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
  });
  it('does not start with another key, or with none where there was one', () => {
    seal();
    vault.close();
    const other = Buffer.alloc(32, 7).toString('base64');
    expect(() => openVault(file(), other)).toThrow('does not open');
    expect(() => openVault(file(), 'dG9vIHNob3J0')).toThrow('32 bytes');
    const kek = join(folder, 'keys.kek');
    copyFileSync(kek, join(folder, 'kept'));
    rmSync(kek);
    expect(() => openVault(file())).toThrow('is not');
    vault = openVault(file(), readFileSync(join(folder, 'kept'), 'utf8'));
  });
});

describe('erasing', () => {
  it('closes everything about a person for ever, and nothing about others', () => {
    const [sealed, note, other] = [seal(), seal('a word', 'p1', 'note-1'), seal(canary, 'p2')];
    vault.erase(erasure);
    expect(vault.open('p1', 'details', sealed)).toBeNull();
    expect(vault.open('p1', 'note-1', note)).toBeNull();
    expect(vault.open('p2', 'details', other)).toStrictEqual(canary);
    vault.close();
    vault = openVault(file());
    expect(vault.open('p1', 'details', sealed)).toBeNull();
  });
  it('leaves no byte of the key behind', () => {
    seal();
    const [wrapped] = wrappedKeys();
    if (!wrapped) throw new Error('no key');
    expect(everyByte().includes(wrapped)).toBe(true);
    vault.erase(erasure);
    expect(everyByte().includes(wrapped)).toBe(false);
  });
  it('can be repeated, and is noted once', () => {
    seal();
    vault.erase(erasure);
    vault.erase({ ...erasure, on: '2026-06-30' });
    expect(vault.erasures()).toStrictEqual([erasure]);
  });
  it('gives no new key to who was erased', () => {
    vault.erase(erasure);
    expect(vault.seal('p1', 'details', canary)).toBeNull();
  });
});
