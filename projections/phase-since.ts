import { dayOf } from '../domain/shared/calendar.ts';
import { law, type ProfileId } from '../domain/law/profiles.ts';
import type { Seen } from './projection.ts';

/** What a board knows of a phase: since when, and by which fact. */
type Phased = { readonly phase: string; readonly phase_fact: string; readonly profile: string };
type Since = { readonly phase_since?: string; readonly phase_fact?: string };

/** The day a fact is about, in the first of these fields that it has; the place's day of recording where it names none. */
const dayOfFact = ({ data, at }: Seen, profile: string, fields: readonly string[]): string => {
  const said = data as Readonly<Record<string, string | undefined>>;
  const day = fields.map((field) => said[field]).find((one) => one !== undefined);
  return day ?? dayOf(at, law(profile as ProfileId).zone);
};

/** Since when a row is in its phase: from the fact that changed it, or what a correction of that fact says. */
export const phaseSince =
  (fields: readonly string[]) =>
  (row: Phased, said: Partial<Phased>, event: Seen): Since => {
    const day = () => dayOfFact(event, said.profile ?? row.profile, fields);
    if (said.phase !== undefined && said.phase !== row.phase)
      return { phase_since: day(), phase_fact: event.id };
    const { corrects } = event.data as { readonly corrects?: string };
    return corrects !== undefined && corrects === row.phase_fact ? { phase_since: day() } : {};
  };
