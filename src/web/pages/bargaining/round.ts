import { useState } from 'react';
import { newId } from '../../api/new-id.ts';
import type { Fact } from '../../api/problem.ts';
import type { Command } from '../../api/send.ts';
import { nextPart } from '../../form/parts.ts';
import type { OwnFormProps } from '../../subject/actions.tsx';
import { today } from '../../words/format.ts';
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
};
export type Head = { readonly side: Side; readonly on: string; readonly session?: string };

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

const known = ({ clause, topic, title, unit }: Line): Typed => ({
  clause,
  topic,
  title,
  ...(unit === null ? {} : { unit }),
  fresh: false,
});

/** What is typed of a round, and the command of each row. */
export const useRound = (
  props: OwnFormProps,
  { lines, facts }: { readonly lines: readonly Line[]; readonly facts: readonly Fact[] },
) => {
  const [rows, setRows] = useState<readonly Typed[]>(() =>
    lines.filter(({ agreed }) => agreed === null).map(known),
  );
  const [head, setHead] = useState<Head>({ side: 'employees', on: today() });
  const [recorded, setRecorded] = useState<readonly string[]>([]);
  const [proposals] = useState(() => new Map<string, string>());
  const proposalOf = (clause: string): string => {
    const first = Number(/\d+$/.exec(nextPart(facts, 'proposal'))?.[0] ?? 1);
    const made = proposals.get(clause) ?? `proposal-${String(first + proposals.size)}`;
    proposals.set(clause, made);
    return made;
  };
  const lineOf = (clause: string) => lines.find((line) => line.clause === clause);
  const command = (row: Typed): Command =>
    commandOf(row, head, {
      id: props.id,
      proposal: isFilled(row) ? proposalOf(row.clause) : '',
      counters: openOf(lineOf(row.clause), head.side),
    });
  const change = (clause: string, part: Partial<Typed>) =>
    setRows((before) => before.map((row) => (row.clause === clause ? { ...row, ...part } : row)));
  const add = () =>
    setRows((before) => [
      ...before,
      { clause: `c-${newId().slice(0, 8)}`, topic: '', title: '', fresh: true },
    ]);
  const remove = (clause: string) =>
    setRows((before) => before.filter((row) => row.clause !== clause));
  return { rows, head, setHead, recorded, setRecorded, lineOf, command, change, add, remove };
};
