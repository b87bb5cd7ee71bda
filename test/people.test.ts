import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { person } from '../domain/person/decider.ts';
import type { PersonEvent } from '../domain/person/events.ts';
import type { Message } from '../domain/shared/message.ts';
import type { Refusal } from '../domain/shared/rules.ts';
import { commandHandler } from '../src/handle.ts';
import {
  keysGoFirst,
  openedDetails,
  openedNote,
  sealedPersonCommand,
  unfinishedErasures,
} from '../src/people/people.ts';
import { openEmbeddedStore } from '../src/store/sqlite.ts';
import type { EventStore } from '../src/store/event-store.ts';
import { openVault, type Vault } from '../src/people/vault.ts';

const at = '2026-06-01T01:00:00.000Z';
const details = {
  name: 'CANARY-李四',
  document: { kind: 'resident-id', number: '210902199901011236' },
};
const erase = { type: 'Erase', data: { on: '2026-05-31', reason: 'on-request' } };

let folder: string;
let vault: Vault;
let store: EventStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'people-'));
  vault = openVault(join(folder, 'keys.db'));
  store = openEmbeddedStore({ file: join(folder, 'events.db') });
});
afterEach(async () => {
  await store.close();
  vault.close();
  rmSync(folder, { recursive: true });
});

const sealing = (command: Message) => sealedPersonCommand(vault, () => at)('p1', command);
const sending = (command: Message) => ({
  thenRefuses: (rule: string) =>
    expect(() => sealing(command)).toThrow(expect.objectContaining({ rule }) as Refusal),
});
let asked = 0;
const send = async (command: Message, dryRun = false) => {
  const { handle } = commandHandler(store, keysGoFirst(vault));
  return handle(person, 'p1', sealing(command), {
    at,
    by: 'clerk-1',
    commandId: `c${String(asked++)}`,
    dryRun,
  });
};
const facts = async () => (await store.read('person-p1')) as unknown as PersonEvent[];
const detailsNow = async () => {
  const [first] = await facts();
  return first?.type === 'PersonRegistered'
    ? openedDetails(vault, 'p1', first.data.details)
    : 'none';
};

describe('details of people on their way in', () => {
  it('are sealed before anything is recorded, and open again', async () => {
    await send({ type: 'Register', data: { details } });
    await send({ type: 'SealNote', data: { note: 'n1', kind: 'reason', text: 'CANARY-李四生病' } });
    expect(await detailsNow()).toStrictEqual(details);
    const note = (await facts())[1];
    expect(note?.type === 'NoteSealed' && openedNote(vault, 'p1', note.data)).toBe(
      'CANARY-李四生病',
    );
    const bytes = Buffer.concat(readdirSync(folder).map((f) => readFileSync(join(folder, f))));
    expect(bytes.includes('PersonRegistered')).toBe(true);
    for (const word of ['CANARY', '李四', details.document.number])
      expect(bytes.includes(word)).toBe(false);
  });
  it('record nothing the second time', async () => {
    await send({ type: 'Register', data: { details } });
    const again = await send({ type: 'Register', data: { details } });
    expect(again.events).toStrictEqual([]);
  });
  it('need a resident id that passes its check, or a reason why not', () => {
    const with_ = (document: object): Message => ({
      type: 'Register',
      data: { details: { name: '李四', document } },
    });
    const wrong = { kind: 'resident-id', number: '210902199901011237' };
    sending(with_(wrong)).thenRefuses('resident-id-sound');
    expect(sealing(with_({ ...wrong, override: '户口本核对' })).type).toBe('Register');
    expect(sealing(with_({ ...wrong, kind: 'passport' })).type).toBe('Register');
    const retired = { kind: 'resident-id', number: '320602198803083249' };
    expect(sealing(with_(retired)).type).toBe('Register');
  });
});

describe('erasing a person', () => {
  it('destroys the key before the fact is recorded, and closes a copy of the log too', async () => {
    await send({ type: 'Register', data: { details } });
    const copied = (await facts())[0];
    await send(erase);
    expect((await facts()).map(({ type }) => type)).toStrictEqual([
      'PersonRegistered',
      'PersonErased',
    ]);
    expect(
      copied?.type === 'PersonRegistered' && openedDetails(vault, 'p1', copied.data.details),
    ).toBeNull();
    sending({ type: 'CorrectDetails', data: { details } }).thenRefuses('person-erased');
  });
  it('touches no key when it is only tried, or refused', async () => {
    await send({ type: 'Register', data: { details } });
    await send(erase, true);
    await expect(send({ ...erase, data: { ...erase.data, on: '2026-06-03' } })).rejects.toThrow();
    expect(await detailsNow()).toStrictEqual(details);
  });
  it('interrupted after the key was destroyed is finished by repeating it', async () => {
    await send({ type: 'Register', data: { details } });
    const failing = commandHandler(
      { ...store, append: () => Promise.reject(new Error('killed')) },
      keysGoFirst(vault),
    );
    const stamp = { at, by: 'clerk-1', commandId: 'e1' };
    await expect(failing.handle(person, 'p1', sealing(erase), stamp)).rejects.toThrow('killed');
    expect(await detailsNow()).toBeNull();
    const unfinished = unfinishedErasures(vault, []);
    expect(unfinished).toStrictEqual([{ person: 'p1', ...erase.data }]);
    expect((await send(erase)).events.map(({ type }) => type)).toStrictEqual(['PersonErased']);
    expect(unfinishedErasures(vault, unfinished)).toStrictEqual([]);
  });
  it('is done again when an old copy of the keys comes back', async () => {
    await send({ type: 'Register', data: { details } });
    expect(
      unfinishedErasures(vault, [{ person: 'p1', on: '2026-05-31', reason: 'on-request' }]),
    ).toStrictEqual([]);
    expect(await detailsNow()).toBeNull();
  });
});
