import type { Dice } from '../dice.ts';
import type { Life } from '../enterprise-life.ts';
import type { Bodies, Body } from './bodies.ts';

/** How a dispute goes; where it is not said otherwise one body mediates it. */
export type Course =
  | 'kept'
  | 'in-instalments'
  | 'paid-late'
  | 'defaulted'
  | 'confirmed'
  | 'reviewed'
  | 'failed'
  | 'withdrawn'
  | 'refused'
  | 'body-refused'
  | 'referred'
  | 'escalated'
  | 'three-levels'
  | 'two-bodies'
  | 'extended'
  | 'suspended'
  | 'recused'
  | 'reopened'
  | 'time-over'
  | 'final-award'
  | 'mixed-award'
  | 'sued'
  | 'set-aside'
  | 'award-overdue'
  | 'mediated-in-arbitration'
  | 'not-accepted'
  | 'heard'
  | 'some-settle'
  | 'old-file'
  | 'history'
  | 'corrected'
  | 'void';

export type Claimed = {
  readonly claim: string;
  readonly item: string;
  /** Left out = not about money. */
  readonly fen?: number;
  readonly claimant?: string;
};

export type DisputePlan = {
  readonly id: string;
  readonly start: string;
  readonly course: Course;
  readonly cause: string;
  readonly channel: string;
  readonly form: 'written' | 'oral';
  readonly first: Body;
  /** Empty where the union applies, as over a collective contract. */
  readonly claimants: readonly string[];
  readonly isDispatched: boolean;
  /** Which of a body's mediators leads. */
  readonly lead: number;
  readonly claims: readonly [Claimed, ...Claimed[]];
  /** So many days after they happened, things are recorded. */
  readonly late: number;
  /** The collective contract it is about. */
  readonly contract?: string;
};

/** A dispute as it is told. */
export type DisputeTold = {
  readonly plan: DisputePlan;
  readonly life: Life;
  readonly bodies: Bodies;
  readonly profile: string;
  readonly dice: Dice;
  /** Days from the receipt. */
  readonly on: (days: number) => string;
  /** Records what happened so many days after the receipt; answers with the first fact's id. */
  readonly say: (days: number, type: string, data: object) => string | undefined;
};

/** Those who speak for a collective dispute; empty where everyone speaks for himself. */
export const representatives = ({ claimants }: DisputePlan): readonly string[] =>
  claimants.length >= 10 ? claimants.slice(0, 3) : [];

/** The mediator of a body who leads this dispute. */
export const leading = ({ lead }: DisputePlan, { mediators }: Body): string =>
  mediators[lead % mediators.length] ?? mediators[0];
