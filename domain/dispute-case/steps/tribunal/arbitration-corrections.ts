import { same } from '../../../shared/same.ts';
import { longerFrom } from './arbitration.ts';
import { daysStood, recount } from '../../clocks.ts';
import { correcting, ensureLast } from '../correcting.ts';
import { defenceOf, hearingOf, serviceOf } from './hearings.ts';
import { ensure } from '../../rules.ts';
import { lastSaid } from '../../saying.ts';
import { inOrder, lawOf, placeOf, type Ask, type State, type Steps } from '../../state.ts';

type Within = { readonly arbitration: string; readonly on: string };

/** Of the arbitration that there is now, after its acceptance: another one's clocks are over. */
const ofThisOne = (state: State, { arbitration, on }: Within): void => {
  ensure(state.arbitration.id === arbitration, 'this-arbitration');
  inOrder(state.arbitration.acceptedOn, on);
};

/** The award period was still running, as it was before it was made longer. */
const ensureBeforeItsEnd = (state: State, { arbitration, on }: Within): void => {
  const regular = lastSaid(state, 'ArbitrationAccepted', { arbitration })?.award;
  if (!regular) return;
  const suspensions = state.suspensions.filter((one) => one.on <= on);
  const { due } = recount(placeOf(state), regular, daysStood({ suspensions }, 'award', regular));
  ensure(on <= due, 'award-period-longer-once', lawOf(state).arbitration?.longer.article);
};

/** A hearing that was held or put off since: held no earlier than its day, put off in time. */
const ensureHeard = (
  state: State,
  { arbitration, hearing, heldOn, postponement }: ReturnType<typeof hearingOf>,
): void => {
  const held = lastSaid(state, 'HearingHeld', { arbitration, hearing });
  if (held) inOrder(heldOn, held.on);
  const putOff = lastSaid(state, 'HearingPostponed', { arbitration, hearing });
  const isInTime = !putOff || putOff.on <= (postponement?.due ?? putOff.on);
  ensure(isInTime, 'postpone-in-time', postponement?.article);
};

/** Corrections of what happens between the acceptance of an arbitration and its award. */
export const arbitrationCorrections: Steps<
  'CorrectApplicationService' | 'CorrectDefence' | 'CorrectHearing' | 'CorrectAwardPeriod'
> = {
  CorrectApplicationService: correcting<
    Ask<'CorrectApplicationService'>,
    'ApplicationServed',
    'ApplicationServiceCorrected'
  >({
    fact: 'ApplicationServed',
    as: 'ApplicationServiceCorrected',
    about: ['arbitration'],
    says: (data, state, before) => {
      ofThisOne(state, data);
      const { arbitration } = data;
      ensureLast(state, 'ApplicationServed', { arbitration }, before);
      return serviceOf(state, data);
    },
  }),
  CorrectDefence: correcting<Ask<'CorrectDefence'>, 'DefenceFiled', 'DefenceCorrected'>({
    fact: 'DefenceFiled',
    as: 'DefenceCorrected',
    about: ['arbitration'],
    says: (data, state, before) => {
      ofThisOne(state, data);
      const { arbitration } = data;
      ensureLast(state, 'DefenceFiled', { arbitration }, before);
      const forwarded = lastSaid(state, 'DefenceForwarded', { arbitration });
      if (forwarded) inOrder(data.on, forwarded.on);
      return defenceOf(state, data);
    },
  }),
  CorrectHearing: correcting<Ask<'CorrectHearing'>, 'HearingScheduled', 'HearingCorrected'>({
    fact: 'HearingScheduled',
    as: 'HearingCorrected',
    about: ['arbitration', 'hearing'],
    says: (data, state) => {
      ofThisOne(state, data);
      const said = hearingOf(state, data);
      ensureHeard(state, said);
      return said;
    },
  }),
  CorrectAwardPeriod: correcting<
    Ask<'CorrectAwardPeriod'>,
    'AwardPeriodExtended',
    'AwardPeriodCorrected'
  >({
    fact: 'AwardPeriodExtended',
    as: 'AwardPeriodCorrected',
    about: ['arbitration'],
    says: (data, state, before) => {
      ofThisOne(state, data);
      ensureBeforeItsEnd(state, data);
      const { arbitration } = data;
      const regular = lastSaid(state, 'ArbitrationAccepted', { arbitration })?.award;
      const { from } = regular ?? before.award;
      return { ...data, award: longerFrom(state, from) ?? before.award };
    },
    // Where it stood still since, the resumption has said other days.
    follows: ({ said: { award }, state }) =>
      same(award, state.everWound.award ?? award)
        ? []
        : [{ type: 'DeadlineRecomputed', data: { clock: 'award', deadline: award } }],
  }),
};
