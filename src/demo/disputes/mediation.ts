import { paper } from '../papers.ts';
import type { Body } from './bodies.ts';
import { leading, representatives, type DisputeTold } from './dispute-plan.ts';

// How a dispute is received and mediated, each step on its day.

const employersOf = ({ life, plan }: DisputeTold) =>
  plan.isDispatched
    ? [
        { enterprise: life.id, role: 'user' },
        { name: '南通通达劳务派遣有限公司', role: 'dispatch-agency' },
      ]
    : [{ enterprise: life.id, role: 'employer' }];

const spot = { form: 'oral', note: 'intake' } as const;

/** What the receipt says; `known` is how many days before it the infringement was known. */
export const receipt = (told: DisputeTold, known: number) => {
  const { plan, life, profile, on } = told;
  const { proceeding, level, body, mediators } = plan.first;
  return {
    on: on(0),
    profile,
    division: life.division,
    cause: plan.cause,
    channel: plan.channel,
    proceeding,
    level,
    body,
    by: 'workers',
    claimants: plan.claimants,
    ...(plan.claimants.length === 0 && { union: `${life.name}工会委员会` }),
    employers: employersOf(told),
    claim: plan.claimants.length >= 10 ? 'common' : 'separate',
    knewOn: on(-known),
    ...(plan.form === 'oral' ? { ...spot, takenDownBy: mediators[0] } : { form: 'written' }),
  };
};

const elect = ({ plan, say, on }: DisputeTold): void => {
  const elected = representatives(plan);
  if (elected.length === 0) return;
  say(1, 'ElectRepresentatives', { on: on(1), representatives: elected });
  const lead = plan.claims.slice(0, 2).map(({ claim }) => claim);
  say(1, 'ChooseLeadClaims', { on: on(1), claims: lead });
};

/** The application, its claims, and who speaks for many; answers with the id of the receipt. */
export const receive = (told: DisputeTold): string | undefined => {
  const { plan, say, on, dice } = told;
  const fact = say(0, 'ReceiveDispute', receipt(told, dice.whole(5, 200)));
  for (const claim of plan.claims) say(0, 'MakeClaim', { ...claim, on: on(0) });
  if (plan.contract !== undefined) say(0, 'LinkTo', { to: 'contract', id: plan.contract });
  elect(told);
  return fact;
};

/** Consent, acceptance and the mediators, from a day on. */
export const accept = ({ plan, say, on }: DisputeTold, at: Body, from: number): void => {
  const { proceeding, mediators } = at;
  say(from + 1, 'GiveConsent', { proceeding, side: 'employer', on: on(from + 1) });
  say(from + 2, 'AcceptMediation', { proceeding, on: on(from + 2) });
  const lead = leading(plan, at);
  const others = mediators.filter((person) => person !== lead).slice(0, 2);
  const assigned = plan.claimants.length >= 10 ? [lead, ...others] : [lead];
  for (const mediator of assigned)
    say(from + 2, 'AssignMediator', { proceeding, mediator, on: on(from + 2) });
  const session = `s-${proceeding}-${String(from)}`;
  say(from + 6, 'HoldSession', {
    proceeding,
    session,
    on: on(from + 6),
    mediators: assigned,
    present: plan.claimants.slice(0, 3),
    minutes: paper('调解笔录.pdf'),
  });
};

/** Received and accepted by the first body. */
export const open = (told: DisputeTold): void => {
  receive(told);
  accept(told, told.plan.first, 0);
};

/** The dispute goes up, or across, to another body, and is accepted there. */
export const passOn = (told: DisputeTold, [from, to]: readonly [Body, Body], day: number): void => {
  const { say, on } = told;
  const { proceeding, level, body } = to;
  say(day, 'TransferDispute', {
    from: from.proceeding,
    proceeding,
    level,
    body,
    on: on(day),
    because: 'escalated',
  });
  accept(told, to, day);
};

/** The end without an agreement; answers with the id of the fact. */
export const conclude = (
  { say, on }: DisputeTold,
  { proceeding }: Body,
  day: number,
  [outcome, ending]: readonly [string, string],
): string | undefined => say(day, 'ConcludeDispute', { proceeding, on: on(day), outcome, ending });

export const noAgreement = ['failed', 'no-agreement'] as const;
