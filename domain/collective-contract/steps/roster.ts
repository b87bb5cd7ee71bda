import { law } from '../../law/profiles.ts';
import { plusDays } from '../../shared/calendar.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import type { Accession, State } from '../state.ts';
import { living, type Ask, type Steps } from '../terms.ts';

const open = '9999-12-31';

/** The last day of a stay; the day somebody is out from is not in it. */
const lastDay = ({ to, outOn }: Accession): string => {
  const until = to === '' ? open : to;
  const out = outOn === '' ? open : plusDays(outOn, -1);
  return until < out ? until : out;
};

/** Elsewhere a contract binds everyone in its scope, and an employer's own binds that one. */
export const byAccession = {
  knows: ({ coverage, level }: State) => coverage === 'ACCEDED_ONLY' && level !== 'enterprise',
  otherwise: 'accession-not-here',
  article: ({ profile }: State) => {
    const { mode, article } = law(profile).coverage;
    return mode === 'ALL_IN_SCOPE' ? article : undefined;
  },
} as const;

/** Whether an enterprise may accede for these days, given the stays there are. */
export const ensureAccession = (
  { enterprise, from, to = open }: Ask<'Accede'>,
  state: State,
  stays: readonly Accession[] = state.roster,
): void => {
  const { article } = law(state.profile).coverage;
  const starts = state.texts.map(({ termStart }) => termStart).sort();
  const last = state.texts
    .map(({ termEnd }) => termEnd)
    .sort()
    .at(-1);
  const within = from >= (starts[0] ?? '') && !!last && (to === open ? from : to) <= last;
  ensure(from <= to && within, 'accede-within-term', article);
  const taken = stays.some(
    (stay) => stay.enterprise === enterprise && stay.from <= to && from <= lastDay(stay),
  );
  ensure(!taken, 'accede-once');
};

/** The stay that a withdrawal on this day ends. */
export const stayToEnd = (
  { enterprise, on }: Ask<'Withdraw'>,
  stays: readonly Accession[],
): Accession | undefined =>
  stays.find((stay) => stay.enterprise === enterprise && stay.from <= on && on <= lastDay(stay));

export const rosterSteps: Pick<Steps, 'Accede' | 'Withdraw'> = {
  Accede: {
    already: (data, state) => {
      const { enterprise, from, to = '' } = data;
      const acceded = state.roster.some(
        (stay) =>
          stay.enterprise === enterprise &&
          stay.from === from &&
          stay.to === to &&
          stay.outOn === '',
      );
      return repeats(acceded, state, 'EnterpriseAcceded', data);
    },
    in: living,
    otherwise: 'accede-to-a-living-contract',
    law: byAccession,
    record: (data, state) => {
      ensureAccession(data, state);
      return [{ type: 'EnterpriseAcceded', data }];
    },
  },
  Withdraw: {
    already: (data, state) => {
      const { enterprise, on } = data;
      const withdrew = state.roster.some(
        (stay) => stay.enterprise === enterprise && stay.outOn === on,
      );
      return repeats(withdrew, state, 'EnterpriseWithdrew', data);
    },
    in: living,
    otherwise: 'accede-to-a-living-contract',
    offered: ({ roster }) => roster.length > 0,
    record: (data, { roster }) => {
      const stay = stayToEnd(data, roster);
      ensure(stay !== undefined, 'withdraw-what-acceded');
      return [{ type: 'EnterpriseWithdrew', data: { ...data, accession: stay?.id ?? '' } }];
    },
  },
};
