import type { ProfileId } from '../../domain/law/profiles.ts';
import type { ContractKind, ContractLevel, Scope } from '../../domain/shared/values.ts';
import type { Diary } from './act.ts';
import type { Dice } from './dice.ts';

/** Whom a case is for, and what of it is fixed before it begins. */
export type Whom = {
  readonly id: string;
  readonly by: string;
  readonly division: string;
  readonly level: ContractLevel;
  readonly enterprise?: string;
  readonly scope?: Scope;
  readonly workers: number;
  readonly women: number;
};

/** How a case goes; where it is not said otherwise it goes on to a contract in force. */
export type Course =
  | 'through'
  | 'silent'
  | 'late-reply'
  | 'refused'
  | 'withdrawn'
  | 'suspended'
  | 'deadlocked'
  | 'coordinated'
  | 'failed'
  | 'rejected'
  | 'void';

/** What becomes of the text once it is filed. */
export type Review = 'deemed' | 'approved' | 'objected' | 'late-objection';

export type CasePlan = {
  readonly kind: ContractKind;
  readonly start: string;
  readonly course: Course;
  readonly review: Review;
  readonly predecessor?: string | undefined;
};

/** A case as it is told. */
export type Told = {
  readonly diary: Diary;
  readonly whom: Whom;
  readonly plan: CasePlan;
  readonly profile: ProfileId;
  readonly dice: Dice;
  readonly contract: string;
  /** Days from the start. */
  readonly on: (days: number) => string;
  /** Records what happened so many days after the start, that day or so many days late. */
  readonly say: (days: number, type: string, data: object, late?: number) => void;
};
