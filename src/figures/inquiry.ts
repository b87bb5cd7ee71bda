import { figures } from '../../projections/figures/catalogue.ts';
import {
  Unanswerable,
  type Figure,
  type Question,
  type Window,
} from '../../projections/figures/figure.ts';
import type { Asking } from '../figures.ts';
import {
  dayIn,
  knownIn,
  questionIn,
  refuseUnknown,
  windowOf,
  type Known,
  type Sources,
} from './asking.ts';
import type { Engine, Read } from './engine.ts';
import { fromBooks } from './from-books.ts';
import { fromRows } from './from-rows.ts';
import { NoSuchFigure, WrongQuestion } from './wrong-question.ts';

export const figureNamed = (id: string): Figure => {
  const found = figures.find((figure) => figure.id === id);
  if (!found) throw new NoSuchFigure(id);
  return found;
};

const engineOf = (figure: Figure, question: Question): Engine => {
  try {
    const reckoning = figure.answer(question);
    return reckoning.by === 'books'
      ? fromBooks(reckoning, question, figure.takes)
      : fromRows(reckoning, question, figure.takes);
  } catch (error) {
    if (!(error instanceof Unanswerable)) throw error;
    throw new WrongQuestion([{ path: error.parameter, message: error.message }]);
  }
};

type Days = Readonly<Partial<Record<'on' | 'from' | 'to', string>>>;

/** The days of a figure: a stock's day is today unless asked, a flow's period the year so far. */
export const daysIn = ({ takes }: Figure, asking: Asking, today: string): Days => {
  if (takes === 'on') return { on: dayIn(asking, 'on', today) };
  const to = dayIn(asking, 'to', today);
  return { from: dayIn(asking, 'from', `${to.slice(0, 4)}-01-01`), to };
};
export const windowIn = ({ on, from, to }: Days): Window =>
  windowOf(on ?? from ?? '', on ?? to ?? '');

/** Reads as known at a position: light ones known now on this thread, everything else in workers. */
export const reading = (
  sources: Sources,
  known: bigint,
  weight: 'light' | 'heavy' = 'light',
): Read => {
  const head = sources.position();
  const isLight = weight === 'light' && known >= head;
  return { at: { known, head }, rows: isLight ? sources.all : sources.heavy };
};

/** Groups by so many dimensions are many: two workers sum them while this thread serves others. */
const MANY_GROUPS = 2;

/** A question as it was asked of a figure, understood. */
export type Inquiry = {
  readonly figure: Figure;
  readonly asking: Asking;
  readonly known: Known;
  readonly question: Question;
  readonly engine: Engine;
  /** Sums of the books are read where they are known, unless they are many; rows of units always in a worker. */
  readonly read: Read;
  /** The same without groups. */
  readonly whole: () => Engine;
};

/** Understands a question; `words` are the names it may use beside those of the figure. */
export const inquire = (
  sources: Sources,
  [id, asking]: readonly [string, Asking],
  words: readonly string[],
  moment?: Known,
): Inquiry => {
  const figure = figureNamed(id);
  refuseUnknown(figure, asking, [...words, 'knownAt']);
  const known = moment ?? knownIn(sources, 'knownAt', asking['knownAt']);
  const question = questionIn(figure, asking, { known, zone: sources.zone });
  const engine = engineOf(figure, question);
  const isLight = engine.by === 'books' && question.groupBy.length < MANY_GROUPS;
  const read = reading(sources, known.position, isLight ? 'light' : 'heavy');
  const whole = () => engineOf(figure, { ...question, groupBy: [] });
  return { figure, asking, known, question, engine, read, whole };
};

/** What every answer of a figure says of itself. */
export const headOf = ({ figure, known, engine }: Inquiry) => ({
  figure: figure.id,
  definitionVersion: figure.definitionVersion,
  knownAt: known.at,
  position: String(known.position),
  ...(engine.overlapping ? { overlapping: true as const } : {}),
});

/** Where the units behind a cell are listed. */
export const membersUrl = (figure: Figure, asking: Asking, more: Asking): string => {
  const { groupBy: _, step: __, ...rest } = asking;
  const query = new URLSearchParams({ ...rest, ...more });
  return `/api/v1/figures/${figure.id}/members?${query.toString()}`;
};
