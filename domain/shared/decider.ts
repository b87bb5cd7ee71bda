import type { z } from 'zod';
import { mapValues } from './map-values.ts';
import type { Fact, Message, Stamp } from './message.ts';
import type { Category } from './policy.ts';
import { Refusal, type Sentence } from './rules.ts';

type Phased = { readonly phase: string };
type Data<M extends Message, Type> = Extract<M, { type: Type }>['data'];

/** A fact that replaces what an earlier one said. */
type Correction = { readonly corrects: string };
type Plain<E extends Message> = E extends { data: Correction } ? never : E;

type Naming = { readonly corrects: string } | { readonly takesBack: string };

/** Of which fact each command is that names one to be said anew or taken back. */
export type Corrects<C extends Message, E extends Message> = {
  readonly [T in Extract<C, { data: Naming }>['type']]: Plain<E>['type'];
};

/** What a decision may look at beside the state: the stamp, its own id, and what a recorded fact says now. */
export type Moment = Stamp & {
  /** The id of the aggregate that decides. */
  readonly subject?: string | undefined;
  readonly past: (eventId: string) => Fact | undefined;
};

/** How one command is decided: a row of the aggregate's state table. */
export type Step<State extends Phased, CommandData, Event, Rule extends string> = {
  /** It is already so: nothing to record, whatever the phase. */
  readonly already?: (data: CommandData, state: State, moment: Moment) => boolean;
  /** The phases it is open in; in any other it is refused by the rule `otherwise`. */
  readonly in: readonly State['phase'][];
  readonly otherwise: Rule;
  /** Left out where every law knows it; under one that does not it is refused by this rule, and not offered. */
  readonly law?: {
    readonly knows: (state: State) => boolean;
    readonly otherwise: Rule;
    /** Where it says so. */
    readonly article?: (state: State) => string | undefined;
  };
  /** Left out where its phase says it all; false where this state refuses it whatever it says: it is not offered. */
  readonly offered?: (state: State) => boolean;
  readonly record: (data: CommandData, state: State, moment: Moment) => readonly Event[];
};

/** An aggregate, whole: its messages, where it starts, what it decides, what a fact does to it. */
export type Decider<
  State extends Phased,
  Command extends Message,
  Event extends Message,
  Rule extends string = string,
> = {
  readonly category: Category;
  readonly command: z.ZodType<Command>;
  readonly event: z.ZodType<Event>;
  readonly rules: Readonly<Record<Rule, Sentence>>;
  readonly initial: State;
  /** Left out where nothing is ever said anew by a fact's id. */
  readonly corrects?: Readonly<Record<string, Event['type']>>;
  readonly steps: {
    readonly [T in Command['type']]: Step<State, Data<Command, T>, Event, Rule>;
  };
  /** One line per event but corrections: those speak in the place of the fact they correct. */
  readonly after: {
    readonly [T in Plain<Event>['type']]: (state: State, data: Data<Event, T>, fact: Fact) => State;
  };
};

const isCorrection = (data: unknown): data is Correction & { readonly reason: string } =>
  typeof data === 'object' && data !== null && 'corrects' in data;

const takenBackBy = (data: unknown): readonly string[] =>
  typeof data === 'object' && data !== null && 'takesBack' in data
    ? (data.takesBack as readonly string[])
    : [];

/** Whether a later fact says anew what an earlier one said, or takes it back. */
const isAmendment = ({ data }: Message): boolean =>
  isCorrection(data) || takenBackBy(data).length > 0;

/**
 * History as it stands now: every corrected fact says what its last correction says, in its own
 * place, and what was taken back is not in it.
 */
export const amended = <E extends Message>(facts: readonly Fact<E>[]): readonly Fact<E>[] => {
  if (!facts.some(isAmendment)) return facts;
  const last = new Map<string, unknown>();
  const gone = new Set(facts.flatMap(({ data }) => takenBackBy(data)));
  for (const { data } of facts) {
    if (!isCorrection(data)) continue;
    const { corrects, reason: _, ...said } = data;
    last.set(corrects, said);
  }
  return facts
    .filter(({ id, data }) => !isCorrection(data) && !gone.has(id))
    .map((fact) => (last.has(fact.id) ? { ...fact, data: last.get(fact.id) } : fact));
};

const taking = <S extends Phased, C extends Message, E extends Message>(
  { after }: Decider<S, C, E>,
  state: S,
  facts: readonly Fact<E>[],
): S =>
  facts.reduce((before, fact) => {
    const take = after[fact.type as Plain<E>['type']];
    return take(before, fact.data, fact);
  }, state);

/** The state after these facts. Total: what happened is never argued with. */
export const fold = <S extends Phased, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  facts: readonly Fact<E>[],
): S => taking(decider, decider.initial, amended(facts));

/** `fold` of all facts, given the state after all but the last `since`; only a correction or what takes back makes it fold anew. */
export const foldOn = <S extends Phased, C extends Message, E extends Message>(
  decider: Decider<S, C, E>,
  state: S,
  facts: readonly Fact<E>[],
  since: number,
): S => {
  const latest = facts.slice(facts.length - since);
  return latest.some(isAmendment) ? fold(decider, facts) : taking(decider, state, latest);
};

/** Looks up, by event id, what a recorded fact says now. */
export const pastOf = <E extends Message>(facts: readonly Fact<E>[]): Moment['past'] => {
  let byId: Map<string, Fact> | undefined;
  return (id) => (byId ??= new Map(amended(facts).map((fact) => [fact.id, fact]))).get(id);
};

/** What a command records in this state; nothing when it is already so. Throws a Refusal. */
export const decide = <S extends Phased, C extends Message, E extends Message>(
  { steps, rules }: Decider<S, C, E>,
  { type, data }: C,
  state: S,
  moment: Moment,
): readonly E[] => {
  const step = steps[type as C['type']] as Step<S, unknown, E, string>;
  if (step.already?.(data, state, moment)) return [];
  const refuse = (rule: string, article?: string): never => {
    throw new Refusal(rule, rules[rule] as Sentence, article);
  };
  if (!step.in.includes(state.phase)) refuse(step.otherwise);
  if (step.law && !step.law.knows(state)) refuse(step.law.otherwise, step.law.article?.(state));
  return step.record(data, state, moment);
};

/**
 * The commands that this state is open to, for menus and for programs: nothing that its law does not know or that
 * it refuses whatever is said and, where the history is given, nothing that would say anew, or take back, what is not in it.
 */
export const openTo = <S extends Phased, C extends Message, E extends Message>(
  { steps, corrects = {} }: Decider<S, C, E>,
  state: S,
  facts?: readonly Fact<E>[],
): string[] => {
  const recorded = facts && new Set<string>(amended(facts).map(({ type }) => type));
  const hasWhatItCorrects = (type: string): boolean => {
    const fact = corrects[type];
    return !recorded || fact === undefined || recorded.has(fact);
  };
  const isOpen = ({ in: phases, law, offered }: Step<S, never, E, string>): boolean =>
    phases.includes(state.phase) && (law?.knows(state) ?? true) && (offered?.(state) ?? true);
  return Object.entries<Step<S, never, E, string>>(steps)
    .filter(([type, step]) => isOpen(step) && hasWhatItCorrects(type))
    .map(([type]) => type);
};

type Row = Step<Phased, unknown, unknown, string>;

/** The same state table, each of its rows closed to what a check refuses. */
export const checked = <Steps extends object>(
  steps: Steps,
  check: (data: unknown, state: never, moment: Moment) => void,
): Steps =>
  mapValues<Row, Row>(steps as unknown as Record<string, Row>, (row) => ({
    ...row,
    record: (data, state, moment) => {
      check(data, state as never, moment);
      return row.record(data, state, moment);
    },
  })) as unknown as Steps;

/** What the fact that a correction names says now; undefined unless it is of this type and about the same thing. */
export const saidBefore = (
  type: string,
  data: { readonly corrects: string },
  { past }: Pick<Moment, 'past'>,
  about: readonly string[],
): unknown => {
  const fact = past(data.corrects);
  const asked: Readonly<Record<string, unknown>> = data;
  const said = fact?.type === type ? (fact.data as Readonly<Record<string, unknown>>) : undefined;
  return said && about.every((key) => said[key] === asked[key]) ? said : undefined;
};
