import { ensure } from '../rules.ts';
import { lawOf, type Ask, type State, type Steps } from '../state.ts';
import {
  acceptanceClock,
  applicationClock,
  coordinationClock,
  extendedClock,
} from './coordination.ts';
import { correcting, restarted } from './correcting.ts';
import { ensureInRound } from './order.ts';

const obeys = (data: { readonly corrects: string; readonly on: string }, state: State): void => {
  ensureInRound(state, data);
};

/** The day of the coordination that something was done in, as it stands. */
const beganOn = ({ said }: State): string => String(said.coordination);

/** An application is made in the time that the deadlock leaves for it. */
const ensureApplied = (data: Ask<'CorrectApplication'>, state: State): void => {
  ensureInRound(state, data);
  const { application } = applicationClock(state, String(state.said.deadlock));
  ensure(!application || data.on <= application.due, 'apply-in-time', application?.article);
};

/** An extension is agreed before the time without it runs out. */
const ensureExtended = (data: Ask<'CorrectExtension'>, state: State): void => {
  ensureInRound(state, data);
  const { coordination } = coordinationClock(state, beganOn(state));
  const article = lawOf(state).coordination?.extension.article;
  ensure(!coordination || data.on <= coordination.due, 'extend-once', article);
};

type Corrections =
  | 'CorrectDeadlock'
  | 'CorrectApplication'
  | 'CorrectCoordination'
  | 'CorrectExtension'
  | 'CorrectCoordinationAgreement'
  | 'CorrectCoordinationFailure';

/** Corrections of a deadlock and of what was done about it. */
export const coordinationCorrections: Steps<Corrections> = {
  CorrectDeadlock: correcting<Ask<'CorrectDeadlock'>, 'DeadlockDeclared', 'DeadlockCorrected'>({
    fact: 'DeadlockDeclared',
    as: 'DeadlockCorrected',
    about: [],
    obeys,
    says: (data, state) => ({ ...data, ...applicationClock(state, data.on) }),
  }),
  CorrectApplication: correcting<
    Ask<'CorrectApplication'>,
    'CoordinationApplied',
    'ApplicationCorrected'
  >({
    fact: 'CoordinationApplied',
    as: 'ApplicationCorrected',
    about: [],
    obeys: ensureApplied,
    says: (data, state) => ({ ...data, ...acceptanceClock(state, data.on) }),
  }),
  CorrectCoordination: correcting<
    Ask<'CorrectCoordination'>,
    'CoordinationAccepted',
    'CoordinationCorrected'
  >({
    fact: 'CoordinationAccepted',
    as: 'CoordinationCorrected',
    about: ['mode'],
    obeys,
    says: (data, state) => ({ ...data, ...coordinationClock(state, data.on) }),
    follows: ({ on }, { state }) => {
      const extended = state.extended === '' ? undefined : state.clocks.coordination;
      const deadline = restarted(state, extended, on);
      return deadline
        ? [{ type: 'DeadlineRecomputed', data: { clock: 'coordination', deadline } }]
        : [];
    },
  }),
  CorrectExtension: correcting<
    Ask<'CorrectExtension'>,
    'CoordinationExtended',
    'ExtensionCorrected'
  >({
    fact: 'CoordinationExtended',
    as: 'ExtensionCorrected',
    about: [],
    obeys: ensureExtended,
    // From the day the coordination was taken up as it stands, whatever the fact said at first.
    says: (data, state) => ({ ...data, coordination: extendedClock(state, beganOn(state)) }),
  }),
  CorrectCoordinationAgreement: correcting<
    Ask<'CorrectCoordinationAgreement'>,
    'CoordinationAgreed',
    'CoordinationAgreementCorrected'
  >({
    fact: 'CoordinationAgreed',
    as: 'CoordinationAgreementCorrected',
    about: [],
    obeys,
    says: (data) => data,
  }),
  CorrectCoordinationFailure: correcting<
    Ask<'CorrectCoordinationFailure'>,
    'CoordinationFailed',
    'CoordinationFailureCorrected'
  >({
    fact: 'CoordinationFailed',
    as: 'CoordinationFailureCorrected',
    about: [],
    obeys,
    says: (data) => data,
  }),
};
