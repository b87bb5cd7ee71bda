import { correcting } from '../correcting.ts';
import { ensureNeutral } from './mediation.ts';
import { ensure } from '../../rules.ts';
import { lastSaid } from '../../saying.ts';
import {
  inOrder,
  type Ask,
  type Proceeding,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

type Assigned = Said<'MediatorAssigned'>;

/** Of this proceeding; the day lies within it. */
const within = (
  state: State,
  { proceeding, on }: Pick<Assigned, 'proceeding' | 'on'>,
): Proceeding => {
  const found = state.proceedings[proceeding];
  ensure(found !== undefined, 'proceeding-open');
  inOrder(found?.on ?? '', on);
  const { conclusion } = state;
  if (conclusion?.proceeding === proceeding) inOrder(on, conclusion.on);
  return found as Proceeding;
};

/** Whether this mediator has led a session, signed an agreement or was recused. */
const hasActed = (state: State, { proceeding, mediator }: Assigned): boolean => {
  const led = state.sessions.some((session) =>
    lastSaid(state, 'SessionHeld', { proceeding, session })?.mediators.includes(mediator),
  );
  const signed = Object.entries(state.settlements).some(
    ([settlement, agreed]) =>
      agreed.proceeding === proceeding &&
      lastSaid(state, 'SettlementSigned', { settlement, as: 'mediator' })?.persons.includes(
        mediator,
      ),
  );
  return (
    led || signed || lastSaid(state, 'MediatorRecused', { proceeding, mediator }) !== undefined
  );
};

/** Someone else was assigned: who handled nothing gives way to who may handle it. */
const ensureOther = (state: State, before: Assigned, mediator: string): void => {
  ensure(!hasActed(state, before), 'mediator-who-acted-stays');
  const { mediators = [] } = state.proceedings[before.proceeding] ?? {};
  ensure(!mediators.includes(mediator), 'assigned-once');
  ensureNeutral(state, [mediator]);
};

/** Someone else was recused: he is assigned, and who stays is still no party. */
const ensureOtherLeaves = (
  state: State,
  before: Said<'MediatorRecused'>,
  { mediators }: Proceeding,
  mediator: string,
): void => {
  ensure(mediators.includes(mediator), 'assigned-mediators');
  ensure(state.claimants[before.mediator] === undefined, 'mediator-is-no-party');
};

/** Corrections of who mediates, and since when. */
export const mediatorCorrections: Steps<'CorrectAssignment' | 'CorrectRecusal'> = {
  CorrectAssignment: correcting<
    Ask<'CorrectAssignment'>,
    'MediatorAssigned',
    'AssignmentCorrected'
  >({
    fact: 'MediatorAssigned',
    as: 'AssignmentCorrected',
    about: ['proceeding'],
    says: (data, state, before) => {
      within(state, data);
      const { proceeding, mediator } = data;
      if (mediator !== before.mediator) ensureOther(state, before, mediator);
      const recused = lastSaid(state, 'MediatorRecused', { proceeding, mediator });
      if (recused) inOrder(data.on, recused.on);
      return data;
    },
  }),
  CorrectRecusal: correcting<Ask<'CorrectRecusal'>, 'MediatorRecused', 'RecusalCorrected'>({
    fact: 'MediatorRecused',
    as: 'RecusalCorrected',
    about: ['proceeding'],
    says: (data, state, before) => {
      const found = within(state, data);
      const { proceeding, mediator } = data;
      if (mediator !== before.mediator) ensureOtherLeaves(state, before, found, mediator);
      inOrder(lastSaid(state, 'MediatorAssigned', { proceeding, mediator })?.on ?? '', data.on);
      return data;
    },
  }),
};
