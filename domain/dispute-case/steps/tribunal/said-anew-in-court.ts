import { awardOn } from './awards.ts';
import { ensureSuitOpen } from './courts.ts';
import { ensureLast } from '../correcting.ts';
import { ensureTribunal } from './hearings.ts';
import { ensure } from '../../rules.ts';
import { lastSaid } from '../../saying.ts';
import { anew, between, ensureSamePersons } from '../said-anew.ts';
import { lawOf, type Said, type State, type Steps } from '../../state.ts';

type OfArbitration = { readonly arbitration: string; readonly on: string };

/** The arbitration that was filed last, from the day it was accepted. */
const inArbitration = (data: OfArbitration, state: State): void => {
  const { id, filedOn, acceptedOn } = state.arbitration;
  ensure(id === data.arbitration, 'this-arbitration');
  between(acceptedOn || filedOn, data);
};

/** No suit for want of an acceptance lies before the commission said no. */
const beforeItsSuits = (data: OfArbitration, { suits }: State): void => {
  for (const { ground, on } of Object.values(suits))
    if (ground === 'not-accepted') between('', data, on);
};

const arbitrationAnew = {
  CorrectArbitrationRefusal: anew(
    'ArbitrationNotAccepted',
    'ArbitrationRefusalCorrected',
    ['arbitration'],
    inArbitration,
    beforeItsSuits,
  ),
  CorrectDefenceForwarding: anew(
    'DefenceForwarded',
    'DefenceForwardingCorrected',
    ['arbitration'],
    inArbitration,
    (data, state) => {
      const { arbitration } = data;
      between(lastSaid(state, 'DefenceFiled', { arbitration })?.on ?? '', data);
    },
  ),
  CorrectTribunal: anew(
    'TribunalFormed',
    'TribunalCorrected',
    ['arbitration'],
    inArbitration,
    (data, state, before) => {
      const { arbitration } = data;
      ensureLast(state, 'TribunalFormed', { arbitration }, before);
      ensureTribunal(state, data, before.arbitrators);
    },
  ),
  CorrectArbitratorRecusal: anew(
    'ArbitratorRecused',
    'ArbitratorRecusalCorrected',
    ['arbitration', 'arbitrator'],
    inArbitration,
  ),
  CorrectPostponement: anew(
    'HearingPostponed',
    'PostponementCorrected',
    ['arbitration', 'hearing'],
    inArbitration,
    ({ hearing, on }, { everWound }) => {
      const last = everWound[`postponement:${hearing}`];
      ensure(last !== undefined && on <= last.due, 'postpone-in-time', last?.article);
    },
  ),
  CorrectHearingHeld: anew(
    'HearingHeld',
    'HearingHeldCorrected',
    ['arbitration', 'hearing'],
    inArbitration,
    (data, { arbitration }) => between(arbitration.hearings[data.hearing] ?? '', data),
  ),
  CorrectPriorEnforcement: anew(
    'PriorEnforcementOrdered',
    'PriorEnforcementCorrected',
    ['arbitration'],
    inArbitration,
    ({ claims }, state) =>
      ensure(
        claims.every((claim) => state.claims[claim] !== undefined),
        'claim-on-file',
      ),
  ),
  CorrectArbitrationEnd: anew(
    'ArbitrationEnded',
    'ArbitrationEndCorrected',
    ['arbitration'],
    inArbitration,
  ),
};

/** While the time to set aside ran, before it was decided and before a worker sued. */
const ensureSetAsideThen = (data: Said<'AnnulmentApplied'>, state: State): void => {
  const { award, on } = data;
  const { annulment, workerSuesFirst } = lawOf(state).arbitration ?? {};
  const isTimely = Object.values(awardOn(state, award).services).some(
    (service) => service.on <= on && on <= (service.annulment?.due ?? ''),
  );
  ensure(isTimely, 'set-aside-in-time', annulment?.article);
  const hasSued = Object.values(state.suits).some(
    (suit) => suit.award === award && suit.by === 'workers' && suit.on < on,
  );
  ensure(!hasSued, 'worker-has-sued', workerSuesFirst?.article);
  between('', data, lastSaid(state, 'AnnulmentDecided', { award })?.on);
};

const judged = (state: State, suit: string): string[] =>
  (['first', 'second', 'retrial'] as const).flatMap(
    (instance) => lastSaid(state, 'SuitDecided', { suit, instance })?.on ?? [],
  );

const courtsAnew = {
  CorrectAnnulmentApplication: anew(
    'AnnulmentApplied',
    'AnnulmentApplicationCorrected',
    ['award'],
    ensureSetAsideThen,
  ),
  CorrectSuit: anew(
    'SuitFiled',
    'SuitCorrected',
    ['suit', 'by', 'ground', 'award'],
    (data, state, before) => {
      ensureSamePersons(data.claimants, before.claimants);
      between(state.about.on, data, judged(state, data.suit).toSorted()[0]);
      ensureSuitOpen(state, data);
    },
  ),
  CorrectJudgment: anew(
    'SuitDecided',
    'JudgmentCorrected',
    ['suit', 'instance'],
    (data, state, before) => {
      between(state.suits[data.suit]?.on ?? '', data);
      const said = data.items.map(({ claim }) => claim);
      const areKept = before.items.every(({ claim }) => said.includes(claim));
      const areKnown = said.every((claim) => state.claims[claim] !== undefined);
      ensure(areKept && areKnown, 'claim-on-file');
    },
  ),
};

/** Corrections of what has a day but no clock, from the filing for arbitration on. */
export const saidAnewInCourt: Steps<keyof typeof arbitrationAnew | keyof typeof courtsAnew> = {
  ...arbitrationAnew,
  ...courtsAnew,
};
