import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import type { Fact } from '../../domain/shared/message.ts';
import type { WageStep } from '../../domain/shared/terms.ts';
import type { ContractKind, ContractLevel, CoverageMode } from '../../domain/shared/values.ts';
import { annualIncrease, quantifiable } from '../contracts/wage-increase.ts';

/** What is remembered of one fact: its event id, its type, and the fields that later readers use. */
type Noted<Type extends string, Data> = {
  readonly id: string;
  readonly type: Type;
  readonly is: Data;
};

/** For whom it is; `null` where the record does not say. */
export type NotedParties = {
  readonly kind: ContractKind;
  readonly level: ContractLevel;
  readonly coverage: CoverageMode;
  readonly enterprise: string | null;
  readonly divisions: readonly string[];
  readonly industries: readonly string[];
  readonly workers: number | null;
  readonly women: number | null;
  readonly profile: string;
};
/** The terms of a text; `null` where the record does not say. */
export type NotedTerms = {
  readonly signedOn: string | null;
  readonly termStart: string | null;
  readonly termEnd: string | null;
  readonly quantifiable: 'none' | 'no' | 'yes';
  /** Thousandths of a basis point a year. */
  readonly simple: number | null;
  readonly compound: number | null;
};

export type Note =
  | Noted<'ContractSigned', NotedParties & NotedTerms>
  | Noted<
      'ContractRegisteredAsHistory',
      NotedParties &
        NotedTerms & {
          readonly registeredOn: string;
          readonly effectiveOn: string | null;
          /** The day it was recorded, as an instant: the clock leaves alone what had ended by then. */
          readonly at: string;
        }
    >
  | Noted<'AmendmentSigned', NotedTerms>
  | Noted<'ContractTookEffect', { readonly on: string; readonly mode: string }>
  | Noted<'EffectTakenBack', { readonly effect: string }>
  | Noted<'EnterpriseAcceded', { readonly enterprise: string; from: string; to: string | null }>
  | Noted<'EnterpriseWithdrew', { readonly accession: string; readonly on: string }>
  | Noted<'ContractRescinded', EndNote>
  | Noted<'ContractTerminated', EndNote>
  | Noted<'ContractEndedWithEmployer', EndNote>
  | Noted<'ContractSuperseded', EndNote & { readonly by: string }>
  | Noted<'SupersessionTakenBack', { readonly by: string }>
  | Noted<'ContractPassedToSuccessor', { readonly on: string; from: string; to: string }>
  | Noted<'ContractVoided', Record<string, never>>;
type EndNote = { readonly on: string };

/** Everything the books and registers derive a contract's life from; plain JSON. */
export type ContractDossier = { readonly notes: readonly Note[] };
export const unknownContract: ContractDossier = { notes: [] };

type Of<T> = Extract<ContractEvent, { type: T }>['data'];

const terms = (data: {
  readonly signedOn?: string | undefined;
  readonly termStart?: string | undefined;
  readonly termEnd?: string | undefined;
  readonly effectiveOn?: string | undefined;
  readonly steps: readonly WageStep[];
}): NotedTerms => {
  const { signedOn = null, termStart = null, termEnd = null, steps } = data;
  const from = termStart ?? data.effectiveOn;
  const whole = from && termEnd ? { steps, termStart: from, termEnd } : undefined;
  return {
    signedOn,
    termStart,
    termEnd,
    quantifiable: quantifiable(steps),
    simple: whole ? annualIncrease(whole, 'simple') : null,
    compound: whole ? annualIncrease(whole, 'compound') : null,
  };
};

const parties = (data: Of<'ContractSigned'> | Of<'ContractRegisteredAsHistory'>): NotedParties => ({
  kind: data.kind,
  level: data.level,
  coverage: data.coverage,
  enterprise: data.enterprise ?? null,
  divisions: data.scope?.divisions ?? [],
  industries: data.scope?.industries ?? [],
  workers: data.workers ?? null,
  women: data.women ?? null,
  profile: data.profile,
});

type Noticed<T> = Extract<Note, { type: T }>['is'];
type Take = {
  readonly [T in Note['type']]: (data: Of<T>, at: string) => Noticed<T>;
};
const onDay = ({ on }: { readonly on: string }) => ({ on });

const take: Take = {
  ContractSigned: (data) => ({ ...parties(data), ...terms(data) }),
  ContractRegisteredAsHistory: (data, at) => ({
    ...parties(data),
    ...terms(data),
    registeredOn: data.registeredOn,
    effectiveOn: data.effectiveOn ?? null,
    at,
  }),
  AmendmentSigned: terms,
  ContractTookEffect: ({ on, mode }) => ({ on, mode }),
  EffectTakenBack: ({ effect }) => ({ effect }),
  EnterpriseAcceded: ({ enterprise, from, to = null }) => ({ enterprise, from, to }),
  EnterpriseWithdrew: ({ accession = '', on }) => ({ accession, on }),
  ContractRescinded: onDay,
  ContractTerminated: onDay,
  ContractEndedWithEmployer: onDay,
  ContractSuperseded: ({ on, by }) => ({ on, by }),
  SupersessionTakenBack: ({ by }) => ({ by }),
  ContractPassedToSuccessor: ({ on, from, to }) => ({ on, from, to }),
  ContractVoided: () => ({}),
};

const isNoted = (type: string): type is Note['type'] => type in take;

/** What a fact leaves in the file, by its own type or by the type of the fact it corrects. */
const noted = (id: string, type: Note['type'], data: unknown, at: string): Note => {
  const read = take[type] as (data: unknown, at: string) => unknown;
  return { id, type, is: read(data, at) } as Note;
};

const atOf = ({ is }: Note): string => ('at' in is ? is.at : '');

/** The file with one more fact; a correction speaks in the place of the fact it corrects, what is taken back goes. */
export const learnContract = (
  dossier: ContractDossier,
  fact: Fact<ContractEvent>,
): ContractDossier => {
  if ('takesBack' in fact.data) {
    const { takesBack } = fact.data;
    return { notes: dossier.notes.filter(({ id }) => !takesBack.includes(id)) };
  }
  if ('corrects' in fact.data) {
    const { corrects, ...data } = fact.data;
    if (!dossier.notes.some(({ id }) => id === corrects)) return dossier;
    return {
      notes: dossier.notes.map((note) =>
        note.id === corrects ? noted(note.id, note.type, data, atOf(note)) : note,
      ),
    };
  }
  if (!isNoted(fact.type)) return dossier;
  return { notes: [...dossier.notes, noted(fact.id, fact.type, fact.data, fact.at)] };
};
