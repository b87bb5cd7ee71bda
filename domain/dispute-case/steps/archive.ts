import { clock, optional } from '../clocks.ts';
import { ensure } from '../rules.ts';
import { once } from '../saying.ts';
import { inOrder, lawOf, type After, type State, type Steps } from '../state.ts';

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

export const archiveSteps: Steps<'ArchiveDispute'> = {
  ArchiveDispute: once(
    'DisputeArchived',
    ['settled', 'concluded', 'decided'],
    (data, state) => {
      ensure(state.archivedOn === '', 'archived-once');
      inOrder(overOn(state), data.on);
      const { retention } = lawOf(state);
      const hasAward = Object.keys(state.awards).length > 0;
      const period = hasAward ? retention?.award : retention?.mediation;
      return [
        {
          type: 'DisputeArchived',
          data: { ...data, ...optional('keep', clock(state, 'retention', data.on, period)) },
        },
      ];
    },
    'archived-when-over',
  ),
};

export const afterArchive: After<'DisputeArchived'> = {
  DisputeArchived: (state, { on }) => ({ ...state, archivedOn: on }),
};
