import { paper } from '../papers.ts';
import type { Claimed, DisputeTold } from './dispute-plan.ts';

// From the filing to the award and the courts. Days are counted from the filing.

const arbitration = 'arbitration';
/** The local monthly minimum wage, in fen. */
const minimumWageFen = 228_000;
const court = '区人民法院';

/** An arbitration of one dispute: what is filed on a day of the dispute, told in days from it. */
export type Case = {
  readonly told: DisputeTold;
  readonly on: (days: number) => string;
  readonly say: (days: number, type: string, data: object) => void;
};

/** Filed; whatever follows is told in days from here. */
export const file = (told: DisputeTold, day: number): Case => {
  const on = (days: number): string => told.on(day + days);
  const say: Case['say'] = (days, type, data) =>
    void told.say(day + days, type, { on: on(days), ...data });
  const commission = `${told.life.division}劳动人事争议仲裁委员会`;
  say(0, 'FileArbitration', { arbitration, commission, by: 'workers', claimants: [] });
  return { told, on, say };
};

export const refuse = ({ say }: Case): void =>
  say(4, 'RefuseArbitration', { arbitration, because: '不属于受理范围' });

/** Accepted, served, answered, and a tribunal formed. */
export const take = ({ say, told }: Case): void => {
  const { plan, life } = told;
  const seats = plan.claimants.length === 1 ? [1] : [1, 2, 3];
  say(3, 'AcceptArbitration', { arbitration });
  say(6, 'ServeApplication', { arbitration });
  const arbitrators = seats.map((n) => `a-${life.division}-${String(n)}`);
  say(6, 'FormTribunal', { arbitration, arbitrators });
  say(14, 'FileDefence', { arbitration });
  say(16, 'ForwardDefence', { arbitration });
};

export const hear = ({ say, on }: Case): void => {
  say(16, 'ScheduleHearing', { arbitration, hearing: 'h1', heldOn: on(30) });
  say(30, 'HoldHearing', { arbitration, hearing: 'h1' });
};

const decided = ({ claim, fen }: Claimed, i: number, isDismissing: boolean) => {
  if (isDismissing && i % 3 === 1) return { claim, result: 'dismissed' };
  if (fen === undefined) return { claim, result: 'granted' };
  const isPartly = isDismissing && i % 3 === 2;
  return { claim, result: isPartly ? 'partly' : 'granted', fen: isPartly ? fen / 2 : fen };
};

/** The award, item by item, and its service to both sides three days later. */
export const decide = ({ say, told }: Case, day = 40): void => {
  const isDismissing = told.dice.chance(0.5);
  say(day, 'MakeAward', {
    arbitration,
    award: 'award',
    part: 'whole',
    items: told.plan.claims.map((claim, i) => decided(claim, i, isDismissing)),
    minimumWageFen,
    manner: 'heard',
    document: paper('仲裁裁决书.pdf'),
  });
  for (const to of ['workers', 'employer'])
    say(day + 3, 'ServeAward', { service: `to-${to}`, award: 'award', to, claimants: [] });
};

export const extend = ({ say, told }: Case): void =>
  say(38, 'ExtendAwardPeriod', {
    arbitration,
    because: 'complex',
    approvedBy: `a-${told.life.division}-1`,
  });

/** A worker sues over the award, and the court decides half a year later. */
export const sue = ({ say, told }: Case, day: number): void => {
  const suing = told.plan.claimants.slice(0, 1);
  say(day, 'FileSuit', {
    suit: 'suit',
    court,
    by: 'workers',
    claimants: suing,
    ground: 'award',
    award: 'award',
  });
  say(day + 170, 'DecideSuit', { suit: 'suit', instance: 'first', result: 'partly', items: [] });
};

/** No decision to accept in time, or an award too late: the court is open. */
export const sueWithout = ({ say }: Case, day: number, ground: string): void =>
  say(day, 'FileSuit', { suit: 'suit', court, by: 'workers', claimants: [], ground });

export const setAside = ({ say }: Case, day: number): void => {
  say(day, 'ApplyForAnnulment', { award: 'award', court: '南通市中级人民法院' });
  say(day + 40, 'DecideAnnulment', { award: 'award', result: 'dismissed' });
};

export const enforce = ({ say }: Case, day: number): void =>
  say(day, 'ApplyForEnforcement', { of: 'award', title: 'award' });

/** A mediation document in arbitration ends it without an award. */
export const mediateThere = ({ say, told }: Case): void => {
  const fen = told.plan.claims.reduce((sum, claim) => sum + (claim.fen ?? 0), 0);
  say(32, 'EndArbitration', { arbitration, how: 'mediated', fen });
};
