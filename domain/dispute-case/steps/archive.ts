import { clock, optional } from '../clocks.ts';
import { correcting, ensureLast } from './correcting.ts';
import { ensure } from '../rules.ts';
import { once } from '../saying.ts';
import {
  inOrder,
  lawOf,
  type After,
  type Ask,
  type Said,
  type State,
  type Steps,
} from '../state.ts';

/** The day the dispute was over: its conclusion, or its last award. */
const overOn = ({ conclusion, awards, arbitration }: State): string =>
  [
    conclusion?.on ?? '',
    arbitration.refusedOn,
    arbitration.endedOn,
    ...Object.values(awards).map(({ on }) => on),
  ]
    .toSorted()
    .at(-1) ?? '';

const archivingOf = (state: State, data: Ask<'ArchiveDispute'>): Said<'DisputeArchived'> => {
  inOrder(overOn(state), data.on);
  const { retention } = lawOf(state);
  const hasAward = Object.keys(state.awards).length > 0;
  const period = hasAward ? retention?.award : retention?.mediation;
  return { ...data, ...optional('keep', clock(state, 'retention', data.on, period)) };
};

export const archiveSteps: Steps<'ArchiveDispute' | 'CorrectArchiving'> = {
  CorrectArchiving: correcting<Ask<'CorrectArchiving'>, 'DisputeArchived', 'ArchivingCorrected'>({
    fact: 'DisputeArchived',
    as: 'ArchivingCorrected',
    about: [],
    says: (data, state, before) => {
      // A file that was taken up again is in the archive no more.
      ensure(state.archivedOn !== '', 'not-now');
      ensureLast(state, 'DisputeArchived', {}, before);
      return archivingOf(state, data);
    },
  }),
  ArchiveDispute: once(
    'DisputeArchived',
    ['settled', 'concluded', 'decided'],
    (data, state) => {
      ensure(state.archivedOn === '', 'archived-once');
      return [{ type: 'DisputeArchived', data: archivingOf(state, data) }];
    },
    'archived-when-over',
  ),
};

export const afterArchive: After<'DisputeArchived'> = {
  DisputeArchived: (state, { on }) => ({ ...state, archivedOn: on }),
};
