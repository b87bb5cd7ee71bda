import type { Fact, Message } from './message.ts';
import type { Sentence } from './rules.ts';
import { same } from './same.ts';

/** What is said where a thing is on record and something else is asked of it. */
export const saidOtherwise: Sentence = {
  zh: '此事已有内容不同的记录；如有错误请更正。',
  en: 'This is on record and says something else; correct it if it is wrong.',
};

type Fields = Readonly<Record<string, unknown>>;

const fields = (data: unknown) => data as Fields;

/** Whether something says all that is asked; what the decider worked out stands beside it. */
export const says = (said: unknown, asked: unknown): boolean => {
  if (typeof asked !== 'object' || typeof said !== 'object' || asked === null || said === null)
    return same(said, asked);
  if (Array.isArray(asked) && asked.length !== fields(said).length) return false;
  return Object.entries(asked).every(([key, value]) => says(fields(said)[key], value));
};

/** The name a fact is remembered by: its type, and those of its fields that say which thing it is about. */
export const nameOf = (type: string, data: unknown, ids: readonly string[]): string =>
  [
    type,
    ...ids.flatMap((id) => {
      const value = fields(data)[id];
      return typeof value === 'string' ? [`${id} ${value}`] : [];
    }),
  ].join('|');

/** Which fields say which thing a fact of a type is about. */
type Ids = (type: string) => readonly string[];
type Remembers = { readonly said: Fields };
type Take = (state: Remembers, data: unknown, fact: Fact) => Remembers;

/** `after` that also remembers what the last fact of each type about each thing said. */
export const remembering = <After extends object>(after: After, ids: Ids): After =>
  Object.fromEntries(
    Object.entries(after as Readonly<Record<string, Take>>).map(([type, take]) => [
      type,
      (state: Remembers, data: unknown, fact: Fact): Remembers => {
        const next = take(state, data, fact);
        // What takes back says nothing that could be asked again.
        if ('takesBack' in fields(data)) return next;
        return { ...next, said: { ...next.said, [nameOf(type, data, ids(type))]: data } };
      },
    ]),
  ) as unknown as After;

/** How an aggregate tells whether a command that finds its thing done asks for just that. */
type Repeats<Event extends Message> = (
  isDone: boolean,
  state: Remembers,
  fact: Event['type'],
  asked: unknown,
) => boolean;

/**
 * Whether what is asked was recorded already. Where it is done and the record says something else,
 * `otherwise` refuses: a day and an id do not make it the same fact.
 */
export const repeats =
  <Event extends Message>(ids: Ids, otherwise: () => void): Repeats<Event> =>
  (isDone, { said }, fact, asked) => {
    if (!isDone) return false;
    const before = said[nameOf(fact, asked, ids(fact))];
    // Where it was done by a fact of another kind there is nothing to compare.
    if (before !== undefined && !says(before, asked)) otherwise();
    return true;
  };
