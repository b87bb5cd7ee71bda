import {
  boundFrom,
  earlyEnd,
  effectsOf,
  employerOn,
  employersOf,
  forceSpells,
  type Effective,
  type ForceSpell,
  unknownTermFrom,
  type ContractDossier,
} from '../accounts/contract-life.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import type { Note } from '../accounts/contract-dossier.ts';

/** What the register derives anew from the facts of a contract, so that a correction is right by construction. */
export type Derived = {
  readonly enterprise: string | null;
  /** The employer before a merger or split passed the contract on. */
  readonly passed_from: string | null;
  /** Every employer it had passed on from, in order, separated by blanks; null while it never passed. */
  readonly former_employers: string | null;
  readonly kind: string;
  readonly level: string;
  readonly coverage: string;
  /** Division codes, and industry codes, separated by blanks; null at enterprise level. */
  readonly divisions: string | null;
  readonly industries: string | null;
  readonly workers: number | null;
  readonly women: number | null;
  readonly profile: string;
  readonly signed_on: string | null;
  readonly term_start: string | null;
  readonly term_end: string | null;
  readonly term_known: 'yes' | 'no';
  /** How many texts took effect: 1 after the first, one more with every amendment. */
  readonly version: number;
  /** The event id of the text that binds; its clauses and steps are kept under it. */
  readonly text: string;
  readonly effective_on: string | null;
  readonly effect_mode: string | null;
  readonly amended_on: string | null;
  /** First and last day in force, both included; null when it never was. */
  readonly force_from: string | null;
  readonly force_to: string | null;
  /** Between those days, when it was not in force: `<first>/<last>`, separated by blanks; null without a gap. */
  readonly force_gaps: string | null;
  /** The first day it no longer binds, where it ended before its term. */
  readonly ended_on: string | null;
  readonly ended_by: string | null;
  readonly superseded_by: string | null;
  readonly quantifiable: string;
  /** The agreed wage increase a year in thousandths of a basis point (300000 is 3.00 %). */
  readonly increase_simple: number | null;
  readonly increase_compound: number | null;
};

/** Of one that renews another: the day from which it stands in its place, and whose it is on that day; none where it is in force on no day from then. */
export type Renewal = { readonly renews_from: string | null; readonly renews_for: string | null };

export const noRenewal: Renewal = { renews_from: null, renews_for: null };

const endings: Readonly<Record<string, string>> = {
  ContractRescinded: 'rescission',
  ContractTerminated: 'condition',
  ContractEndedWithEmployer: 'employer',
  ContractSuperseded: 'supersession',
};

/** The signing or registration that a contract begins with. */
type Opening = Extract<Note, { type: 'ContractSigned' | 'ContractRegisteredAsHistory' }>;

const listed = (codes: readonly string[]): string | null =>
  codes.length > 0 ? codes.join(' ') : null;

const employer = (dossier: ContractDossier) => {
  const employers = employersOf(dossier);
  return {
    enterprise: employers.at(-1)?.enterprise ?? null,
    passed_from: employers.at(-2)?.enterprise ?? null,
    former_employers: listed(employers.slice(0, -1).map((stay) => stay.enterprise)),
  };
};

const ending = (dossier: ContractDossier) => {
  const end = earlyEnd(dossier);
  return {
    ended_on: end?.on ?? null,
    ended_by: end ? (endings[end.type] ?? null) : null,
    superseded_by: end?.by ? end.by : null,
  };
};

const beginning = (first: Effective | undefined) => ({
  effective_on: first?.on ?? null,
  effect_mode: first?.mode ?? null,
});

const effect = (opening: Opening, dossier: ContractDossier) => {
  const effects = effectsOf(dossier);
  const [first] = effects;
  const last = effects.at(-1);
  const terms = last?.terms ?? opening.is;
  return {
    term_start: terms.termStart,
    term_end: terms.termEnd,
    version: effects.length,
    text: last?.text ?? opening.id,
    ...beginning(first),
    amended_on: last && last !== first ? last.on : null,
    quantifiable: terms.quantifiable,
    increase_simple: terms.simple,
    increase_compound: terms.compound,
  };
};

/** The day from which its first text binds, and whose it is on that day; null while none took effect, and where it had ended or run out by then. */
export const renewal = (dossier: ContractDossier): Renewal => {
  const [first] = effectsOf(dossier);
  if (!first) return noRenewal;
  const from = boundFrom(first);
  if (!forceSpells(dossier).some(({ to }) => to >= from)) return noRenewal;
  return { renews_from: from, renews_for: employerOn(dossier, from) };
};

/** The days between two spells in force. */
const gapsOf = (spells: readonly ForceSpell[]): string[] =>
  spells.slice(1).map(({ from }, i) => {
    const before = spells[i]?.to ?? from;
    return `${plusDays(before, 1)}/${plusDays(from, -1)}`;
  });

/** The derived columns of a signed or registered contract. */
export const derived = (opening: Opening, dossier: ContractDossier): Derived => {
  const { is } = opening;
  const spells = forceSpells(dossier);
  return {
    ...employer(dossier),
    kind: is.kind,
    level: is.level,
    coverage: is.coverage,
    divisions: listed(is.divisions),
    industries: listed(is.industries),
    workers: is.workers,
    women: is.women,
    profile: is.profile,
    signed_on: is.signedOn,
    term_known: unknownTermFrom(dossier) === null ? 'yes' : 'no',
    ...effect(opening, dossier),
    force_from: spells[0]?.from ?? null,
    force_to: spells.at(-1)?.to ?? null,
    force_gaps: listed(gapsOf(spells)),
    ...ending(dossier),
  };
};

export const derivedColumns = {
  enterprise: 'TEXT',
  passed_from: 'TEXT',
  former_employers: 'TEXT',
  kind: 'TEXT NOT NULL',
  level: 'TEXT NOT NULL',
  coverage: 'TEXT NOT NULL',
  divisions: 'TEXT',
  industries: 'TEXT',
  workers: 'INTEGER',
  women: 'INTEGER',
  profile: 'TEXT NOT NULL',
  signed_on: 'TEXT',
  term_start: 'TEXT',
  term_end: 'TEXT',
  term_known: 'TEXT NOT NULL',
  version: 'INTEGER NOT NULL',
  text: 'TEXT NOT NULL',
  effective_on: 'TEXT',
  effect_mode: 'TEXT',
  amended_on: 'TEXT',
  force_from: 'TEXT',
  force_to: 'TEXT',
  force_gaps: 'TEXT',
  ended_on: 'TEXT',
  ended_by: 'TEXT',
  superseded_by: 'TEXT',
  quantifiable: 'TEXT NOT NULL',
  increase_simple: 'INTEGER',
  increase_compound: 'INTEGER',
} as const satisfies Record<keyof Derived, string>;
