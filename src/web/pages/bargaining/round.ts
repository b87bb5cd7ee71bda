import type { Command } from '../../api/send.ts';
import { SIDES, type Line, type Say, type Side } from './lines.ts';

export const category = 'bargainingCase';
export const UNITS = [
  'basis-points',
  'fen-per-month',
  'fen',
  'day-of-month',
  'hours',
  'days',
] as const;

/** A row of the round: a clause, and what is typed for it. */
export type Typed = {
  readonly clause: string;
  readonly topic: string;
  readonly title: string;
  readonly unit?: string | undefined;
  readonly value?: number | undefined;
  readonly text?: string;
  /** New in this round: its topic and title are typed, too. */
  readonly fresh: boolean;
  /** Under which it is sent once: of what is typed now, so another text never goes under an old key. */
  readonly key: string;
  /** What went out under the key; nobody knows yet what became of it. */
  readonly sent?: Command | undefined;
  readonly recorded?: boolean;
};
export type Head = {
  readonly side: Side;
  readonly on: string;
  readonly session?: string | undefined;
};

/** Percent and yuan are typed; basis points and fen are kept. */
export const isHundredth = (unit: string | undefined): boolean =>
  unit === 'basis-points' || unit === 'fen' || unit === 'fen-per-month';

/** What the other side has open on the clause: a proposal to counter. */
export const openOf = (line: Line | undefined, side: Side): Say | undefined =>
  line?.rounds
    .flatMap((round) => SIDES.map((one) => ({ by: one, say: round[one] })))
    .findLast(({ by, say }) => by !== side && say?.status === 'open')?.say ?? undefined;

export const isFilled = ({ value, text }: Typed): boolean =>
  value !== undefined || (text ?? '') !== '';

export const commandOf = (
  row: Typed,
  head: Head,
  { id, proposal, counters }: { id: string; proposal: string; counters: Say | undefined },
): Command => {
  const { clause, topic, title, unit, value, text } = row;
  const data = {
    proposal,
    ...head,
    clause: {
      id: clause,
      topic,
      title,
      ...(text ? { text } : {}),
      ...(value === undefined ? {} : { value, ...(unit === undefined ? {} : { unit }) }),
    },
    ...(counters ? { counters: counters.proposal } : {}),
  };
  return { category, id, command: counters ? 'CounterProposal' : 'TableProposal', data };
};
