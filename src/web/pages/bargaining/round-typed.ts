import { useEffect, useState } from 'react';
import { newId } from '../../api/new-id.ts';
import type { Fact } from '../../api/problem.ts';
import { intent, type Command } from '../../api/send.ts';
import { dropDraft, readDraft, writeDraft } from '../../form/draft.ts';
import { nextPart } from '../../form/parts.ts';
import { today } from '../../words/format.ts';
import type { Line } from './lines.ts';
import { category, commandOf, isFilled, openOf, type Head, type Typed } from './round.ts';

/** What is typed of a round: who proposes when, and the rows that were touched. */
type Round = { readonly head: Head; readonly typed: readonly Typed[] };
type Known = { readonly lines: readonly Line[]; readonly facts: readonly Fact[] };

const untouched = (): Round => ({ head: { side: 'employees', on: today() }, typed: [] });

const known = ({ clause, topic, title, unit }: Line): Typed => ({
  clause,
  topic,
  title,
  ...(unit === null ? {} : { unit }),
  fresh: false,
  key: intent(),
});

/** The clauses on the table that are not agreed, as they are typed, and what is new in this round. */
const rowsOf = (typed: readonly Typed[], lines: readonly Line[]): readonly Typed[] => {
  const open = lines.filter(({ agreed }) => agreed === null);
  const isOpen = (clause: string) => open.some((line) => line.clause === clause);
  return [
    ...open.map((line) => typed.find(({ clause }) => clause === line.clause) ?? known(line)),
    ...typed.filter(({ clause }) => !isOpen(clause)),
  ];
};

/** The round as it is typed, kept until it is recorded. */
const useKept = (id: string) => {
  const [named] = useState(() => ({ category, id, command: 'TableProposal.round' }) as const);
  const [kept] = useState(() => readDraft(named)?.data as Round | undefined);
  const [round, setRound] = useState<Round>(() => kept ?? untouched());
  useEffect(() => {
    const typed = round.typed.filter(({ recorded }) => !recorded);
    if (typed.length === 0) dropDraft(named);
    else writeDraft(named, { data: { head: round.head, typed }, key: '' });
  }, [round]);
  const drop = () => {
    dropDraft(named);
    setRound(untouched());
  };
  return { round, setRound, drop, restored: kept !== undefined };
};

/** A name for the proposal of each row: the next ones that nobody has taken. */
const namesOf = (rows: readonly Typed[], facts: readonly Fact[]): ReadonlyMap<string, string> => {
  const asFact = (data: object) => ({ type: '', data }) as unknown as Fact;
  const said = [
    ...facts,
    ...rows.flatMap(({ sent }) => (sent ? [asFact(sent.data as object)] : [])),
  ];
  const names = new Map<string, string>();
  for (const row of rows) {
    if (!isFilled(row) || row.sent) continue;
    const proposal = nextPart(said, 'proposal');
    said.push(asFact({ proposal }));
    names.set(row.clause, proposal);
  }
  return names;
};

/** What is typed of a round, and the command of each row. */
export const useRound = (id: string, { lines, facts }: Known) => {
  const { round, setRound, drop, restored } = useKept(id);
  const { head, typed } = round;
  const rows = rowsOf(typed, lines);
  const names = namesOf(rows, facts);
  const lineOf = (clause: string) => lines.find((line) => line.clause === clause);
  const command = (row: Typed): Command =>
    row.sent ??
    commandOf(row, head, {
      id,
      proposal: names.get(row.clause) ?? '',
      counters: openOf(lineOf(row.clause), head.side),
    });
  const mark = (row: Typed, part: Partial<Typed>) =>
    setRound((before) => {
      const at = before.typed.findIndex(({ clause }) => clause === row.clause);
      const next = { ...(before.typed[at] ?? row), ...part };
      const all = at < 0 ? [...before.typed, next] : before.typed.with(at, next);
      return { ...before, typed: all };
    });
  const anew = () => ({ key: intent(), sent: undefined });
  const setHead = (part: Partial<Head>) =>
    setRound((before) => ({
      head: { ...before.head, ...part },
      typed: before.typed.map((row) => (row.recorded ? row : { ...row, ...anew() })),
    }));
  const add = () => {
    const clause = `c-${newId().slice(0, 8)}`;
    mark({ clause, topic: '', title: '', fresh: true, key: intent() }, {});
  };
  return {
    rows,
    head,
    restored,
    lineOf,
    command,
    setHead,
    add,
    drop,
    /** Something else is typed: another intent. */
    change: (row: Typed, part: Partial<Typed>) => mark(row, { ...part, ...anew() }),
    /** It goes out as it is. */
    sending: (row: Typed, sent: Command) => mark(row, { sent }),
    recorded: (row: Typed) => mark(row, { recorded: true }),
    /** It was not recorded, and is named anew when it is tried again. */
    refused: (row: Typed) => mark(row, { sent: undefined }),
    remove: ({ clause }: Typed) =>
      setRound((before) => ({
        ...before,
        typed: before.typed.filter((row) => row.clause !== clause),
      })),
  };
};
