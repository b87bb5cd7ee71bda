import { dayNumber, plusDays } from '../../domain/shared/calendar.ts';
import type { ContractDossier, Note, NotedParties, NotedTerms } from './contract-dossier.ts';
import type { ContractLife, Named } from './coverage.ts';

export { learnContract, unknownContract, type ContractDossier } from './contract-dossier.ts';

type Notes<T> = readonly Extract<Note, { type: T }>[];

/** The notes of these types, in the order they were recorded. */
export const notesOf = <T extends Note['type']>(
  { notes }: ContractDossier,
  ...types: readonly T[]
): Notes<T> => notes.filter((note) => types.includes(note.type as T)) as unknown as Notes<T>;

/** Who and what the contract was concluded for; undefined before it was signed or registered. */
export const openingOf = (
  dossier: ContractDossier,
): Notes<'ContractSigned' | 'ContractRegisteredAsHistory'>[number] | undefined =>
  notesOf(dossier, 'ContractSigned', 'ContractRegisteredAsHistory')[0];

export const isVoid = (dossier: ContractDossier): boolean =>
  notesOf(dossier, 'ContractVoided').length > 0;

/** A text that took effect, from when and how. */
export type Effective = {
  readonly id: string;
  readonly text: string;
  readonly terms: NotedTerms;
  readonly on: string;
  readonly mode: string;
};

const fromHistory = (note: Notes<'ContractRegisteredAsHistory'>[number]): Effective => {
  const { effectiveOn, termStart, registeredOn } = note.is;
  return {
    id: note.id,
    text: note.id,
    terms: note.is,
    on: effectiveOn ?? termStart ?? registeredOn,
    mode: 'explicit',
  };
};

/** The texts that took effect, one after the other, without those whose effect was taken back. */
export const effectsOf = (dossier: ContractDossier): readonly Effective[] => {
  let signed: { readonly id: string; readonly is: NotedTerms } | undefined;
  let effects: readonly Effective[] = [];
  for (const note of dossier.notes) {
    if (note.type === 'ContractSigned' || note.type === 'AmendmentSigned') signed = note;
    if (note.type === 'ContractRegisteredAsHistory' && note.is.termEnd)
      effects = [fromHistory(note)];
    if (note.type === 'ContractTookEffect' && signed)
      effects = [...effects, { id: note.id, text: signed.id, terms: signed.is, ...note.is }];
    if (note.type === 'EffectTakenBack')
      effects = effects.filter(({ id }) => id !== note.is.effect);
  }
  return effects;
};

/** How it ended before its term. */
export type EarlyEnd = { readonly on: string; readonly type: Note['type']; readonly by: string };

/** The earliest end before its term that still stands; undefined when there is none. */
export const earlyEnd = (dossier: ContractDossier): EarlyEnd | undefined => {
  let ends: readonly EarlyEnd[] = [];
  for (const note of dossier.notes) {
    if (note.type === 'SupersessionTakenBack') ends = ends.filter(({ by }) => by !== note.is.by);
    if (note.type === 'ContractSuperseded')
      ends = [...ends, { on: note.is.on, type: note.type, by: note.is.by }];
    if (
      note.type === 'ContractRescinded' ||
      note.type === 'ContractTerminated' ||
      note.type === 'ContractEndedWithEmployer'
    )
      ends = [...ends, { on: note.is.on, type: note.type, by: '' }];
  }
  return [...ends].sort((a, b) => (a.on < b.on ? -1 : 1))[0];
};

/** Days in force, both included. */
export type ForceSpell = { readonly from: string; readonly to: string };

/** The first day of a text: it has taken effect, and its term has begun. */
export const boundFrom = ({ on, terms: { termStart } }: Effective): string =>
  termStart !== null && termStart > on ? termStart : on;
const earlierOf = (days: readonly (string | undefined)[]): string =>
  days.filter((day) => day !== undefined).sort()[0] ?? '';

const joined = (spells: readonly ForceSpell[]): readonly ForceSpell[] =>
  spells.reduce<readonly ForceSpell[]>((before, spell) => {
    const last = before.at(-1);
    return last && plusDays(last.to, 1) === spell.from
      ? [...before.slice(0, -1), { from: last.from, to: spell.to }]
      : [...before, spell];
  }, []);

/**
 * When the contract is in force: each text from max(effect, term start) to the end of its term,
 * the day before a later text or the day before an early end. An unknown term and a spell that
 * runs backwards are never in force.
 */
export const forceSpells = (dossier: ContractDossier): readonly ForceSpell[] => {
  if (isVoid(dossier)) return [];
  const effects = effectsOf(dossier);
  const starts = effects.map(boundFrom);
  const end = earlyEnd(dossier);
  const spells = effects.flatMap(({ terms }, i) => {
    const from = starts[i];
    if (terms.termEnd === null || from === undefined) return [];
    const next = earlierOf(starts.slice(i + 1));
    const to = earlierOf([
      terms.termEnd,
      next === '' ? undefined : plusDays(next, -1),
      end && plusDays(end.on, -1),
    ]);
    return from <= to ? [{ from, to }] : [];
  });
  return joined(spells);
};

/** The event id of the text that binds on a day: the last that had taken effect; undefined before the first. */
export const textOn = (dossier: ContractDossier, day: string): string | undefined =>
  effectsOf(dossier).findLast((effect) => boundFrom(effect) <= day)?.text;

/** The day it took effect; null when it never was in force. */
export const tookEffectOn = (dossier: ContractDossier): string | null =>
  forceSpells(dossier).length > 0 ? (effectsOf(dossier)[0]?.on ?? null) : null;

/** The day from which a contract of unknown term is in the register; null when its term is known. */
export const unknownTermFrom = (dossier: ContractDossier): string | null => {
  const opening = openingOf(dossier);
  const isUnknown = opening?.type === 'ContractRegisteredAsHistory' && opening.is.termEnd === null;
  return isUnknown && !isVoid(dossier) ? opening.is.registeredOn : null;
};

/** A stay of an enterprise under the contract; `to` is the last day, null while it lasts. */
export type Stay = {
  readonly enterprise: string;
  readonly from: string;
  readonly to: string | null;
};

/** The enterprises that acceded, from when to when. */
export const rosterOf = (dossier: ContractDossier): readonly Stay[] => {
  const withdrawn = new Map(
    notesOf(dossier, 'EnterpriseWithdrew').map(({ is }) => [is.accession, plusDays(is.on, -1)]),
  );
  return notesOf(dossier, 'EnterpriseAcceded').map(({ id, is: { enterprise, from, to } }) => ({
    enterprise,
    from,
    to: earlierOf([to ?? undefined, withdrawn.get(id)]) || null,
  }));
};

const firstDay = ({ is }: NonNullable<ReturnType<typeof openingOf>>): string =>
  earlierOf(
    [
      is.signedOn,
      is.termStart,
      'registeredOn' in is ? is.registeredOn : null,
      'effectiveOn' in is ? is.effectiveOn : null,
    ].map((day) => day ?? undefined),
  );

/** Whose contract it is, from when to when: the enterprise it was made for, then its successors. */
export const employersOf = (dossier: ContractDossier): readonly Stay[] => {
  const opening = openingOf(dossier);
  if (!opening?.is.enterprise) return [];
  const first: Stay = { enterprise: opening.is.enterprise, from: firstDay(opening), to: null };
  return notesOf(dossier, 'ContractPassedToSuccessor').reduce<readonly Stay[]>(
    (before, { is: { on, to } }) => [
      ...before.map((stay) => (stay.to === null ? { ...stay, to: plusDays(on, -1) } : stay)),
      { enterprise: to, from: on, to: null },
    ],
    [first],
  );
};

/** Whose contract it was on a day; null above the enterprise. */
export const employerOn = (dossier: ContractDossier, day: string): string | null => {
  const [own, ...later] = employersOf(dossier);
  return (later.findLast(({ from }) => from <= day) ?? own)?.enterprise ?? null;
};

const named =
  (how: Named['how']) =>
  ({ enterprise, from, to }: Stay): Named => ({
    enterprise,
    how,
    from: dayNumber(from),
    to: to === null ? null : dayNumber(to),
  });
const numbered = (day: string | null): number | null => (day === null ? null : dayNumber(day));

const nobody: NotedParties = {
  kind: 'comprehensive',
  level: 'enterprise',
  coverage: 'ALL_IN_SCOPE',
  enterprise: null,
  divisions: [],
  industries: [],
  workers: null,
  women: null,
  profile: '',
};

/** The contract as the books read it; over nobody and never in force before it was signed. */
export const contractLife = (contract: string, dossier: ContractDossier): ContractLife => {
  const is: NotedParties = openingOf(dossier)?.is ?? nobody;
  return {
    contract,
    kind: is.kind,
    level: is.level,
    mode: is.coverage,
    divisions: is.divisions,
    industries: is.industries,
    named: [...employersOf(dossier).map(named('own')), ...rosterOf(dossier).map(named('acceded'))],
    force: forceSpells(dossier).map(({ from, to }) => ({
      from: dayNumber(from),
      to: dayNumber(to),
    })),
    tookEffectOn: numbered(tookEffectOn(dossier)),
    unknownTermFrom: numbered(unknownTermFrom(dossier)),
    workers: is.workers,
    women: is.women,
  };
};
