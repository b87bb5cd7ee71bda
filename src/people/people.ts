import { ensureDetails, PersonDetails, PlainPersonCommand } from '../../domain/person/details.ts';
import type { PersonCommand } from '../../domain/person/commands.ts';
import { PersonEvent, type Sealed } from '../../domain/person/events.ts';
import { rules } from '../../domain/person/rules.ts';
import { dayOf } from '../../domain/shared/calendar.ts';
import type { Message } from '../../domain/shared/message.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import type { BeforeRecording } from '../command/recording.ts';
import type { Keeper } from './keeper.ts';
import type { Erasure, Vault } from './vault.ts';

/** Resident ids are Chinese: no one is born there before the day has come there. */
const BIRTH_ZONE = 'Asia/Shanghai';
const PREFIX = 'person-';

const noteField = (note: string) => `note-${note}`;

const orErased = (sealed: Sealed | null): Sealed => {
  if (!sealed) throw new Refusal('person-erased', rules['person-erased']);
  return sealed;
};

/**
 * Turns what a client sent about a person into the domain's command, sealed. Throws a Refusal for
 * an unsound resident id and for someone who was erased. The same details seal to the same bytes,
 * so a repetition records nothing and the command's hash tells nothing about them.
 */
export const sealedPersonCommand =
  (vault: Vault, now: () => string) =>
  (id: string, command: Message): PersonCommand => {
    const { type, data } = PlainPersonCommand.parse(command);
    switch (type) {
      case 'Register':
      case 'CorrectDetails':
        ensureDetails(data.details, dayOf(now(), BIRTH_ZONE));
        return { type, data: { details: orErased(vault.seal(id, 'details', data.details)) } };
      case 'SealNote': {
        const { note, kind, text } = data;
        const sealed = orErased(vault.seal(id, noteField(note), text));
        return { type, data: { note, kind, text: sealed } };
      }
      case 'Erase':
        return { type, data };
      case 'Void':
        return { type, data };
    }
  };

/** The same, by keys that are the log's: what seals claims them. Throws KeysElsewhere, StoreUnavailable, too. */
export const preparedPersonCommand =
  (keeper: Keeper, now: () => string) =>
  async (id: string, command: Message): Promise<PersonCommand> => {
    const seals = command.type !== 'Erase' && command.type !== 'Void';
    await (seals ? keeper.claim() : keeper.standing());
    return sealedPersonCommand(keeper.vault, now)(id, command);
  };

/** A person's details in the clear; null once erased. */
export const openedDetails = (vault: Vault, id: string, sealed: Sealed): PersonDetails | null => {
  const plain = vault.open(id, 'details', sealed);
  return plain === null ? null : PersonDetails.parse(plain);
};

/** The text of a sealed note; null once its person is erased. */
export const openedNote = (
  vault: Vault,
  id: string,
  { note, text }: { readonly note: string; readonly text: Sealed },
): string | null => {
  const plain = vault.open(id, noteField(note), text);
  return typeof plain === 'string' ? plain : null;
};

/** The text that a fact sealed about someone; null once erased, and for facts that seal none. */
export const openedNoteIn = (vault: Vault, id: string, fact: Message): string | null => {
  const { type, data } = PersonEvent.parse({ type: fact.type, data: fact.data });
  return type === 'NoteSealed' ? openedNote(vault, id, data) : null;
};

/** Before it is recorded that someone was erased, their key is destroyed. */
export const keysGoFirst =
  (vault: Vault): BeforeRecording =>
  (stream, events) => {
    if (!stream.startsWith(PREFIX)) return;
    const person = stream.slice(PREFIX.length);
    for (const event of events) {
      if (event.type !== 'PersonErased') continue;
      const { data } = PersonEvent.parse(event) as Extract<PersonEvent, { type: 'PersonErased' }>;
      vault.erase({ person, ...data });
    }
  };

/**
 * At start: destroys again the keys that a restored backup brought back of people whom the log
 * calls erased, and gives the erasures that the log does not know yet, for a crash came between;
 * each is to be ordered again as the command Erase.
 */
export const unfinishedErasures = (vault: Vault, inLog: readonly Erasure[]): readonly Erasure[] => {
  const destroyed = new Set(vault.erasures().map(({ person }) => person));
  for (const erasure of inLog) if (!destroyed.has(erasure.person)) vault.erase(erasure);
  const known = new Set(inLog.map(({ person }) => person));
  return vault.erasures().filter(({ person }) => !known.has(person));
};
