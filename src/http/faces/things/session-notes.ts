import { z } from 'zod';
import { disputeCase } from '../../../../domain/dispute-case/decider.ts';
import type { DisputeEvent } from '../../../../domain/dispute-case/events.ts';
import { mayReadNote } from '../../../../domain/dispute-case/reading.ts';
import type { State } from '../../../../domain/dispute-case/state.ts';
import { fold } from '../../../../domain/shared/decider.ts';
import type { Fact } from '../../../../domain/shared/message.ts';
import type { App } from '../../../app.ts';
import { NO_STREAM, type Recorded } from '../../../store/event-store.ts';
import { notFound } from '../../answers/problem.ts';
import { idOf } from '../../asking/input.ts';
import { mayReadPeople, whoIs } from '../../asking/who.ts';
import { operation, type Face, type Route } from '../../route.ts';

type Note = Extract<DisputeEvent, { type: 'NoteTaken' }>['data'];

const TakenNote = z.object({
  /** The event id of the fact that it was taken. */
  fact: z.string(),
  session: z.string(),
  visibility: z.enum(['parties', 'mediators']),
  at: z.iso.datetime(),
  by: z.string(),
  /** `withheld`: not for this reader; `erased`: its person was erased; `unwritten`: no such note was sealed. */
  state: z.enum(['open', 'withheld', 'erased', 'unwritten']),
  /** Whose note it is, and which; null where withheld. */
  person: z.string().nullable(),
  note: z.string().nullable(),
  text: z.string().nullable(),
});
type TakenNote = z.infer<typeof TakenNote>;
type Opened = Pick<TakenNote, 'state' | 'text'>;

/** What a note says, from the facts about its person: the last wording. */
const openedIn = async (app: App, { person, note }: Note): Promise<Opened> => {
  const thing = app.things.find(({ category }) => category === 'person');
  const facts = thing ? await app.history(thing, person) : [];
  const sealed = facts.findLast(
    ({ type, data }) => type === 'NoteSealed' && (data as { readonly note: string }).note === note,
  );
  if (!thing?.opensNote || !sealed) return { state: 'unwritten', text: null };
  const text = thing.opensNote(person, sealed);
  return text === null ? { state: 'erased', text } : { state: 'open', text };
};

/** A note that was ever for mediators only stays so, whoever takes it once more for the parties. */
const strictest = (note: Note, all: readonly Note[]): Note => {
  const secret = all.some(
    (other) =>
      other.person === note.person && other.note === note.note && other.visibility === 'mediators',
  );
  return secret ? { ...note, visibility: 'mediators' } : note;
};

type Reader = { readonly by: string; readonly readsPeople: boolean };

/** The notes of a dispute as this reader may read them; of the others, that there are some. */
const notesOf = async (
  app: App,
  facts: readonly Recorded[],
  { by: reader, readsPeople }: Reader,
): Promise<TakenNote[]> => {
  const state: State = fold(disputeCase, facts as readonly Fact[] as readonly Fact<DisputeEvent>[]);
  const taken = facts.flatMap(({ id, type, data, at, by }) =>
    type === 'NoteTaken' ? [{ fact: id, at, by, said: data as Note }] : [],
  );
  const all = taken.map(({ said }) => said);
  return Promise.all(
    taken.map(async ({ fact, at, by, said }) => {
      const note = strictest(said, all);
      const { session, visibility, person } = note;
      const told = { fact, session, visibility, at, by };
      if (!readsPeople || !mayReadNote(note, state, reader))
        return { ...told, state: 'withheld' as const, person: null, note: null, text: null };
      return { ...told, person, note: note.note, ...(await openedIn(app, note)) };
    }),
  );
};

/** The notes of a dispute's sessions, opened for whoever may read them. */
export const sessionNotesRoute = ({ app }: Face): Route => ({
  method: 'get',
  path: '/api/v1/disputes/{id}/notes',
  says: operation({
    tag: 'disputes',
    id: 'notes-of-disputes',
    summary: 'The notes taken of its sessions, opened for whoever may read them',
    description:
      'What is for mediators only is opened for the mediators of the dispute; others see that there is a note.',
    path: z.object({ id: z.string() }),
    ok: z.array(TakenNote),
    answers: { '404': 'There is no such dispute.' },
  }),
  answer: async (req, res) => {
    const id = idOf(req);
    const thing = app.things.find(({ category }) => category === 'dispute');
    const facts = thing ? await app.history(thing, id) : [];
    if ((facts.at(-1)?.revision ?? NO_STREAM) === NO_STREAM) throw notFound(`disputes/${id}`);
    const reader = { by: whoIs(req).by, readsPeople: mayReadPeople(req) };
    res.set('Cache-Control', 'no-store').json(await notesOf(app, facts, reader));
  },
});
