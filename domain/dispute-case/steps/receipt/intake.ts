import { isPossibleDivision } from '../../../law/divisions.ts';
import { clock, optional, wound } from '../../clocks.ts';
import type { DisputeEvent } from '../../events.ts';
import type { DisputeSide } from '../../particulars.ts';
import { ensure } from '../../rules.ts';
import { once } from '../../saying.ts';
import {
  inOrder,
  lawOf,
  placeOf,
  type After,
  type Ask,
  type Proceeding,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

type Received = Ask<'ReceiveDispute'>;
type Place = Pick<State, 'about'>;

const inPlace = (profile: Received['profile']): Place => ({
  about: { profile } as State['about'],
});

/** The dispatch agency and the user of the labor are parties together, each party is named. */
export const ensureEmployers = (state: Place, employers: Received['employers']): void => {
  ensure(
    employers.every(({ enterprise, name }) => enterprise !== undefined || name !== undefined),
    'employer-is-named',
  );
  const roles = employers.map(({ role }) => role);
  const { article } = lawOf(state).dispatch;
  ensure(
    roles.includes('dispatch-agency') === roles.includes('user'),
    'dispatch-is-joint',
    article,
  );
};

const ensureDivision = ({ division }: Pick<Received, 'division'>): void =>
  ensure(isPossibleDivision(division), 'division-exists');

/** A dispute about concluding a contract is one only where the law has it mediated. */
export const ensureRouted = (state: Place, cause: Received['cause']): void => {
  const isInterest = cause === 'contract-conclusion';
  const { interestDisputes } = placeOf(state);
  const { article } = lawOf(state).concluding;
  ensure(!isInterest || interestDisputes === 'mediation', 'conclusion-is-coordinated', article);
};

/** Collective: over a collective contract, or so many workers with a common claim (LDMAL 7). */
const collective = (data: Received): Said<'DisputeReceived'>['collective'] => {
  const { workers: fewest } = lawOf(inPlace(data.profile)).collective;
  const overContract =
    data.cause === 'contract-performance' || data.cause === 'contract-conclusion';
  const count = Math.max(data.workers ?? 0, data.claimants.length);
  const isCommon = data.claim === 'common' && count >= fewest.n;
  return isCommon || (overContract && data.union !== undefined) ? 'collective' : 'individual';
};

const ensureReceived = (data: Received): void => {
  const place = inPlace(data.profile);
  const { validFrom, validTo, source } = placeOf(place);
  const isValid = validFrom <= data.on && (validTo === null || data.on <= validTo);
  ensure(isValid, 'profile-fits', source.zh);
  ensureDivision(data);
  ensureRouted(place, data.cause);
  const { claimants, union, knewOn = data.on } = data;
  const isOnce = new Set(claimants).size === claimants.length;
  ensure(isOnce && (claimants.length > 0 || union !== undefined), 'someone-applies');
  ensureEmployers(place, data.employers);
  const isTaken = data.takenDownBy !== undefined && data.note !== undefined;
  ensure(data.form === 'written' || isTaken, 'oral-is-taken-down', '劳动争议调解仲裁法 Art 12');
  inOrder(knewOn, data.on);
};

/** What a receipt says, with what follows from it: whether it is collective, and its clocks. */
export const receiptOf = (data: Received): Said<'DisputeReceived'> => {
  ensureReceived(data);
  const place = inPlace(data.profile);
  const { acceptance, mediation } = lawOf(place);
  return {
    ...data,
    collective: collective(data),
    ...optional('acceptance', clock(place, 'acceptance', data.on, acceptance)),
    ...optional('mediation', clock(place, 'mediation-from-receipt', data.on, mediation.receipt)),
  };
};

/** The limitation runs from the day the infringement was known; an application in time interrupts it. */
export const receiptLimitation = ({
  profile,
  knewOn,
  on,
}: Pick<Received, 'profile' | 'knewOn' | 'on'>): DisputeEvent[] => {
  const place = inPlace(profile);
  const { limitation: period } = lawOf(place);
  const ran = knewOn === undefined ? undefined : clock(place, 'limitation', knewOn, period);
  const anew = clock(place, 'limitation', on, period);
  if (!ran || !anew) return [];
  const data = { from: ran.from, runs: 'one-year', limitation: ran } as const;
  const started = { type: 'LimitationStarted', data } as const;
  if (on > ran.due) return [started];
  return [
    started,
    { type: 'LimitationInterrupted', data: { on, by: 'mediation-applied', limitation: anew } },
  ];
};

export const ensureHistory = (data: Ask<'RegisterAsHistory'>): void => {
  const place = inPlace(data.profile);
  ensureDivision(data);
  ensureRouted(place, data.cause);
  ensureEmployers(place, data.employers);
  ensure((data.outcome === undefined) === (data.concludedOn === undefined), 'outcome-is-dated');
};

/** A proceeding as it begins: whoever applies consents. */
export const begun = (
  { level, body, on }: Pick<Proceeding, 'level' | 'body' | 'on'>,
  by?: DisputeSide,
): Proceeding => ({
  level,
  body,
  on,
  consents: { workers: by === 'workers' ? on : '', employer: by === 'employer' ? on : '' },
  acceptedOn: '',
  mediators: [],
  ended: '',
  ending: '',
  passing: '',
});

export const intakeSteps: Steps<'ReceiveDispute' | 'RegisterAsHistory'> = {
  ReceiveDispute: once(
    'DisputeReceived',
    ['none'],
    (data) => [{ type: 'DisputeReceived', data: receiptOf(data) }, ...receiptLimitation(data)],
    'received-once',
  ),
  RegisterAsHistory: once(
    'DisputeRegisteredAsHistory',
    ['none'],
    (data) => {
      ensureHistory(data);
      return [{ type: 'DisputeRegisteredAsHistory', data }];
    },
    'received-once',
  ),
};

/** What the state keeps of a history: as if it had been received, without clocks. */
const aboutHistory = (data: Said<'DisputeRegisteredAsHistory'>, { about }: State) => ({
  ...about,
  on: data.receivedOn,
  profile: data.profile,
  division: data.division,
  cause: data.cause,
  proceeding: data.proceeding,
  level: data.level,
  body: data.body,
  employers: data.employers,
  collective: data.collective,
});

export const afterIntake: After<'DisputeReceived' | 'DisputeRegisteredAsHistory'> = {
  DisputeReceived: (state, data) => ({
    ...state,
    phase: 'received',
    about: data,
    standing: data.proceeding,
    claimants: Object.fromEntries(data.claimants.map((person) => [person, 'open'])),
    proceedings: { [data.proceeding]: begun(data, data.by) },
    clocks: wound(state, {
      [`acceptance:${data.proceeding}`]: data.acceptance,
      [`mediation-from-receipt:${data.proceeding}`]: data.mediation,
    }),
  }),
  DisputeRegisteredAsHistory: (state, data) => {
    const { proceeding, concludedOn, outcome = 'unknown', ending = 'other' } = data;
    const opened = begun({ ...data, on: data.receivedOn });
    return {
      ...state,
      phase:
        concludedOn === undefined ? 'history' : outcome === 'settled' ? 'settled' : 'concluded',
      about: aboutHistory(data, state),
      standing: proceeding,
      proceedings: {
        [proceeding]: {
          ...opened,
          acceptedOn: data.acceptedOn ?? '',
          ended: concludedOn === undefined ? '' : outcome,
        },
      },
      conclusion:
        concludedOn === undefined ? undefined : { proceeding, on: concludedOn, outcome, ending },
    };
  },
};
