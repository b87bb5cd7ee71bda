import type { Message } from './message.ts';
import type { Whose } from './terms.ts';

/** What a policy orders: one command for one aggregate. Delivered at least once; a repetition records nothing. */
export type Order<Command extends Message = Message> = {
  readonly category: Category;
  readonly id: string;
  readonly command: Command;
};

/** The streams there are: `<category>-<id>`. */
export type Category =
  | 'enterprise'
  | 'bargainingCase'
  | 'contract'
  | 'dispute'
  | 'consultation'
  | 'person'
  | 'refusedOrder';

/** What must be looked up before something can be ordered or let in: a list of ids that the read models hold. */
export type Ask =
  /** How the employers that one contract has or had changed, or those of all contracts that are or were this employer's. */
  | {
      readonly list: 'changes-of-employer';
      readonly of: 'contract' | 'employer';
      readonly id: string;
    }
  /** How the employer of one case ended, or of all cases that are or were this one's to bargain, and those that took its place. */
  | {
      readonly list: 'ends-of-employer';
      readonly of: 'case' | 'employer';
      readonly id: string;
    }
  /** What stands in the place of this contract as its renewal, or in whose place it stands, and whose it was that day. */
  | { readonly list: 'renewals-of-contract'; readonly contract: string }
  /** How the employers of one dispute changed, or of all that this enterprise is a party to, and those that took their place. */
  | {
      readonly list: 'changes-of-parties';
      readonly of: 'dispute' | 'party';
      readonly id: string;
    }
  /** Which other enterprise has this credit code already, as its id or otherwise. */
  | {
      readonly list: 'holders-of-credit-code';
      readonly creditCode: string;
      readonly enterprise: string;
    }
  /** Which of these enterprises had ended by a day; one that is absorbed that very day may still hand on. */
  | {
      readonly list: 'enterprises-ended';
      readonly among: readonly string[];
      readonly on: string;
    }
  /** Who has this contract id already, apart from one case. */
  | {
      readonly list: 'claims-of-contract';
      readonly contract: string;
      readonly case: string;
    }
  /** The contract, if these parties may amend it; or if it is on record and not theirs to renew. */
  | {
      readonly list: 'contract-to-amend' | 'contract-of-others';
      readonly contract: string;
      readonly whose: Whose;
    }
  /** The contract that is said to stand in the place of another, if it is on record and of the same parties. */
  | {
      readonly list: 'contract-in-place';
      readonly contract: string;
      readonly by: string;
    };

/** An employer ended, or handed its contracts on (《劳动合同法》第三十四条); `id` is the event id of the act. */
export type EmployerChange = {
  readonly id: string;
  readonly enterprise: string;
  readonly on: string;
  /** Who has its contracts from then on; null when they end with it. */
  readonly to: string | null;
  /** Whether it goes on, and keeps what it signs from then on. */
  readonly goesOn: boolean;
  /** Who takes its place altogether, once it is no more: what absorbed it, or all it was split into. */
  readonly heirs: readonly string[];
};

/** A contract that is renewed by another, from which day, if from any, and whose that one is on it. */
export type Renewal = {
  readonly contract: string;
  readonly by: string;
  readonly on: string | null;
  readonly whose: Whose;
};

/** A contract, a case or a dispute, and how its employers changed, in the order of the days. */
export type Follower = {
  readonly id: string;
  readonly changes: readonly EmployerChange[];
};

/**
 * A look ahead at the door: a command that would make a later order fail is refused at once, where
 * the read models show it. They may lag, so the order can still be refused: then that is on record.
 */
export type Foresight<Command extends Message = Message> = {
  readonly on: Category;
  readonly asks: (command: Command, id: string) => Ask | undefined;
  /** Throws a Refusal when what was found stands in the way. */
  readonly ensures: (found: readonly string[]) => void;
};

/** A fact as a policy sees it, with its event id. */
export type Happened<Event extends Message = Message> = Event & {
  readonly id?: string | undefined;
};

/** One sentence of the business: when this happened, that is ordered. Pure; it sees one fact and what it asked for. */
export type Policy<Event extends Message = Message, Found = string> = {
  /** Kebab-case; orders are signed `policy:<name>`. */
  readonly name: string;
  /** Whose facts it reads. */
  readonly on: Category;
  /** What it needs to know beside the fact; nothing when the fact says it all. */
  readonly asks?: (fact: Event, id: string) => Ask | undefined;
  /** `found` is what `asks` asked for, mostly ids; empty when it asked for nothing. */
  readonly orders: (fact: Happened<Event>, id: string, found: readonly Found[]) => readonly Order[];
};

export type AnyPolicy = Policy<Message, unknown>;

/** A policy among others: whoever runs it hands it the facts of its own category only. */
export const policy = <Event extends Message, Found>(one: Policy<Event, Found>): AnyPolicy =>
  one as unknown as AnyPolicy;
