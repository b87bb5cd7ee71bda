import { same } from '../../../shared/same.ts';
import { enterprisesOf, joiningTakenBack } from './following-employers.ts';
import { ensureEmployers } from './intake.ts';
import { pending, recorded, type After, type Said, type State, type Steps } from '../../state.ts';

/** Whoever is a party already does not become one as a successor. */
const isParty = (employer: Said<'EmployerJoined'>['employer'], state: State): boolean =>
  employer.role === 'successor' && employer.enterprise !== undefined
    ? enterprisesOf(state).includes(employer.enterprise)
    : state.about.employers.some((party) => same(party, employer));

const joiningOf = ({ enterprise }: { readonly enterprise: string }, { succeeding }: State) =>
  succeeding.findLast((one) => one.enterprise === enterprise);

export const employerSteps: Steps<'JoinEmployer' | 'TakeBackEmployerJoining'> = {
  JoinEmployer: {
    already: ({ employer }, state) => isParty(employer, state),
    in: pending,
    otherwise: 'not-now',
    record: (data, state) => {
      ensureEmployers(state, [...state.about.employers, data.employer]);
      return [{ type: 'EmployerJoined', data }];
    },
  },
  TakeBackEmployerJoining: {
    already: (data, state) => state.phase === 'void' || joiningOf(data, state) === undefined,
    in: recorded,
    otherwise: 'not-now',
    record: ({ enterprise, reason }, state) => {
      const found = joiningOf({ enterprise }, state);
      return found ? [joiningTakenBack(reason, found)] : [];
    },
  },
};

export const afterEmployers: After<'EmployerJoined' | 'EmployerJoiningTakenBack'> = {
  EmployerJoined: (state, { on, employer, act = '' }, { id }) => {
    const { enterprise, role } = employer;
    return role === 'successor' && enterprise !== undefined
      ? { ...state, succeeding: [...state.succeeding, { id, enterprise, on, act }] }
      : { ...state, about: { ...state.about, employers: [...state.about.employers, employer] } };
  },
  EmployerJoiningTakenBack: (state) => state,
};
