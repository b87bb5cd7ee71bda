import { same } from '../../../shared/same.ts';
import type { Moment } from '../../../shared/decider.ts';
import { passingOf } from './closing.ts';
import { correcting } from '../correcting.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensureRefusalStands } from './mediation.ts';
import { ensure } from '../../rules.ts';
import { lastSaid } from '../../saying.ts';
import { inOrder, type Ask, type Said, type State, type Steps } from '../../state.ts';

type End = Said<'ProceedingEnded'>;

/** The days of what came to the dispute after this end: another transfer, the conclusion, a reopening, the filing. */
const laterDays = (state: State, { proceeding: from, on }: End): string[] => {
  const others = Object.keys(state.proceedings).filter((proceeding) => proceeding !== from);
  const came = others.flatMap((proceeding) => {
    const transfer = lastSaid(state, 'DisputeTransferred', { proceeding });
    const passed = transfer && transfer.from !== from ? [transfer.on] : [];
    return [...passed, lastSaid(state, 'DisputeReopened', { proceeding })?.on ?? ''];
  });
  return [...came, state.conclusion?.on ?? '', state.arbitration.filedOn].filter(
    (day) => day >= on,
  );
};

/** The end of a proceeding stays after the body took the dispute, and before what came after it. */
const ensureEndThen = (state: State, data: End, before: End): void => {
  const { on = '', acceptedOn = '' } = state.proceedings[data.proceeding] ?? {};
  inOrder(on, data.on);
  inOrder(acceptedOn, data.on);
  for (const day of laterDays(state, before)) inOrder(data.on, day);
};

/** The dispute passed to the other body on the day that this one ended. */
const passingFollows = (state: State, end: End, reason: string, moment: Moment): DisputeEvent[] => {
  const { ending = '', passing = '' } = state.proceedings[end.proceeding] ?? {};
  const was = moment.past(ending)?.data as End | undefined;
  const before = moment.past(passing)?.data as Said<'DisputeTransferred'> | undefined;
  if (!before || was?.on === end.on) return [];
  const { on } = passingOf(state, end, before.proceeding);
  const data = { ...before, on };
  return same(data, before)
    ? []
    : [{ type: 'TransferCorrected', data: { corrects: passing, reason, ...data } }];
};

/** The refusal was the end of this body's proceeding while another went on: both have one day. */
export const endOfRefusalFollows = (
  state: State,
  { proceeding, on: was }: Pick<Said<'ConsentRefused'>, 'proceeding' | 'on'>,
  { on, reason }: { readonly on: string; readonly reason: string },
  moment: Moment,
): DisputeEvent[] => {
  const { ending = '' } = state.proceedings[proceeding] ?? {};
  const before = moment.past(ending)?.data as End | undefined;
  if (before?.outcome !== 'refused' || before.on !== was || on === was) return [];
  const end = { ...before, on };
  ensureEndThen(state, end, before);
  return [
    { type: 'ProceedingEndCorrected', data: { corrects: ending, reason, ...end } },
    ...passingFollows(state, end, reason, moment),
  ];
};

/** The correction of the day and outcome of one body's handling that ended while another went on. */
export const proceedingEndCorrection: Steps<'CorrectProceedingEnd'> = {
  CorrectProceedingEnd: correcting<
    Ask<'CorrectProceedingEnd'>,
    'ProceedingEnded',
    'ProceedingEndCorrected'
  >({
    fact: 'ProceedingEnded',
    as: 'ProceedingEndCorrected',
    about: ['proceeding'],
    says: (data, state, before) => {
      // A settled dispute is over as a whole: no other body goes on with it.
      ensure(data.outcome !== 'settled', 'settle-by-agreement');
      ensureRefusalStands(state, data);
      const isRefused = data.outcome === 'refused' && before.outcome !== 'refused';
      ensure(!isRefused, 'refusal-stands');
      ensureEndThen(state, data, before);
      return data;
    },
    follows: ({ said, reason, state, moment }) => passingFollows(state, said, reason, moment),
  }),
};
