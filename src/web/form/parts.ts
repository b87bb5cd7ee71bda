import type { Fact } from '../api/problem.ts';

/** The commands that name a new part of a thing, with the field that names it. */
const NEW: Readonly<Record<string, string>> = {
  IssueOffer: 'offer',
  OpenSession: 'session',
  TableProposal: 'proposal',
  CounterProposal: 'proposal',
  PackageProposals: 'package',
  AgreeDraft: 'draft',
  ProposeItem: 'item',
  ResolveItem: 'resolution',
  FindBreach: 'breach',
  HoldInspection: 'inspection',
  ReceiveDispute: 'proceeding',
  RegisterAsHistory: 'proceeding',
  JoinProceeding: 'proceeding',
  ReopenDispute: 'proceeding',
  MakeClaim: 'claim',
  HoldSession: 'session',
  TakeNote: 'note',
  ReachSettlement: 'settlement',
  RecordPerformance: 'part',
  FileArbitration: 'arbitration',
  ScheduleHearing: 'hearing',
  MakeAward: 'award',
  ServeAward: 'service',
  FileSuit: 'suit',
  SealNote: 'note',
};

/** The field by which a command names a new part; undefined where it only speaks of what is there. */
export const newPartOf = (command: string): string | undefined => NEW[command];

/** A part of a thing that its facts have named. */
export type Part = { readonly id: string; readonly fact: Fact; readonly title?: string };

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const titleOf = (data: Data): string | undefined => {
  const { clause, title } = data;
  if (typeof title === 'string') return title;
  return isData(clause) && typeof clause['title'] === 'string' ? clause['title'] : undefined;
};

/** Clauses are named inside: by a proposal, or as the clauses of a text. */
const clausesIn = (fact: Fact): Part[] => {
  const { clause, clauses } = fact.data;
  const all: readonly unknown[] = [
    clause,
    ...(Array.isArray(clauses) ? (clauses as unknown[]) : []),
  ];
  return all.filter(isData).flatMap((one) => {
    const title = titleOf(one);
    return typeof one['id'] === 'string'
      ? [{ id: one['id'], fact, ...(title === undefined ? {} : { title }) }]
      : [];
  });
};

const named = (fact: Fact, field: string): Part[] => {
  if (field === 'clause') return clausesIn(fact);
  const own = field === 'counters' ? 'proposal' : field === 'from' ? 'proceeding' : field;
  const id = fact.data[own];
  const title = titleOf(fact.data);
  const items = fact.data['items'];
  const inside = Array.isArray(items)
    ? (items as unknown[]).filter(isData).flatMap((item) => {
        const part = item[own];
        return typeof part === 'string' ? [{ id: part, fact }] : [];
      })
    : [];
  return typeof id === 'string'
    ? [{ id, fact, ...(title === undefined ? {} : { title }) }, ...inside]
    : inside;
};

/** The parts that the facts of a thing have named in a field, each once, by the fact that named it first. */
export const partsOf = (facts: readonly Fact[], field: string): readonly Part[] => {
  const found = new Map<string, Part>();
  for (const fact of facts)
    for (const part of named(fact, field)) if (!found.has(part.id)) found.set(part.id, part);
  return [...found.values()];
};

/** A name for a new part: the kind and the next number. */
export const nextPart = (facts: readonly Fact[], field: string): string => {
  const known = new Set(partsOf(facts, field).map(({ id }) => id));
  let n = known.size + 1;
  while (known.has(`${field}-${n}`)) n += 1;
  return `${field}-${n}`;
};

const PEOPLE =
  /^(person|recorder|mediator|claimant|arbitrator|signedBy|representatives|mediators|claimants|arbitrators|delegates|chief|takenDownBy|replacedBy)$/;

const peopleIn = (name: string, value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => peopleIn(name, one));
  if (isData(value)) return Object.entries(value).flatMap(([inner, one]) => peopleIn(inner, one));
  return typeof value === 'string' && PEOPLE.test(name) ? [value] : [];
};

/** The people whom the facts of a thing name, by id. */
export const peopleOf = (facts: readonly Fact[]): readonly string[] => [
  ...new Set(facts.flatMap(({ data }) => peopleIn('', data))),
];
