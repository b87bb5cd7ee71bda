import type { Moment, Step } from '../shared/decider.ts';
import type { EnterpriseEvent } from './events.ts';
import {
  ensureAnother,
  ensureCites,
  ensureCodes,
  ensureCongress,
  ensureInLife,
  ensureOwnCode,
  ensureStandsInOrder,
  saysSo,
} from './guards.ts';
import type { Rule } from './rules.ts';
import type { State } from './state.ts';
import type { Steps } from './steps.ts';

type Type = EnterpriseEvent['type'];
type Correction = Extract<EnterpriseEvent, { data: { corrects: string } }>;
type Anew<As extends Correction['type']> = Extract<Correction, { type: As }>['data'];

/** The row of the state table by which a fact is said anew that nothing else follows from; `holds` is what its act obeys. */
const anew = <As extends Correction['type']>(
  fact: Type,
  as: As,
  holds: (data: Anew<As>, state: State, moment: Moment) => void,
): Step<State, Anew<As>, EnterpriseEvent, Rule> => ({
  already: (data, _, moment) => saysSo(data, fact, moment),
  in: ['open', 'suspended', 'revoked', 'ended', 'void'],
  otherwise: 'enterprise-on-record',
  record: (data, state, moment) => {
    ensureCites(data, fact, moment);
    holds(data, state, moment);
    return [{ type: as, data } as EnterpriseEvent];
  },
});

type Stood = { readonly corrects: string; readonly on: string };

const stands = (data: Stood, state: State, moment: Moment): void => {
  ensureInLife(data.on, state, moment);
  ensureStandsInOrder(data, state);
};

/** What is said anew of its name and code, its congress, where it came from, and how it stood. */
export const saidAnew = {
  CorrectCreditCode: anew('CreditCodeLearned', 'CreditCodeCorrected', (data, state, moment) => {
    ensureInLife(data.on, state, moment);
    ensureCodes(data);
    ensureOwnCode(data, moment);
  }),
  CorrectRenaming: anew('EnterpriseRenamed', 'RenamingCorrected', (data, state, moment) =>
    ensureInLife(data.on, state, moment),
  ),
  CorrectCongress: anew('CongressConstituted', 'CongressCorrected', (data, state, moment) => {
    ensureInLife(data.on, state, moment);
    ensureCongress(data);
  }),
  CorrectSplitFrom: anew('EnterpriseSplitFrom', 'SplitFromCorrected', (data, state, moment) => {
    ensureInLife(data.on, state, moment);
    ensureAnother(data.origin, moment);
  }),
  CorrectSuspension: anew('EnterpriseSuspended', 'SuspensionCorrected', stands),
  CorrectResumption: anew('EnterpriseResumed', 'ResumptionCorrected', stands),
  CorrectRevocation: anew('EnterpriseRevoked', 'RevocationCorrected', stands),
} satisfies Partial<Steps>;
