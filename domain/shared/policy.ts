import type { Message } from './message.ts';

/** What a policy orders: one command for one aggregate. Delivered at least once; a repetition records nothing. */
export type Order<Command extends Message = Message> = {
  readonly category: Category;
  readonly id: string;
  readonly command: Command;
};

/** The streams there are: `<category>-<id>`. */
export type Category =
  'enterprise' | 'bargainingCase' | 'contract' | 'dispute' | 'consultation' | 'person';

/** What a policy must look up before it can order: a list of ids that the read models hold. */
export type Ask = {
  readonly list:
    'contracts-of-enterprise' | 'open-cases-of-enterprise' | 'open-disputes-of-enterprise';
  readonly enterprise: string;
};

/** One sentence of the business: when this happened, that is ordered. Pure; it sees one fact and what it asked for. */
export type Policy<Event extends Message = Message> = {
  /** Kebab-case; orders are signed `policy:<name>`. */
  readonly name: string;
  /** Whose facts it reads. */
  readonly on: Category;
  /** What it needs to know beside the fact; nothing when the fact says it all. */
  readonly asks?: (fact: Event, id: string) => Ask | undefined;
  /** `found` are the ids that `asks` asked for; empty when it asked for nothing. */
  readonly orders: (fact: Event, id: string, found: readonly string[]) => readonly Order[];
};

/** A policy among others: whoever runs it hands it the facts of its own category only. */
export const policy = <Event extends Message>(one: Policy<Event>): Policy =>
  one as unknown as Policy;
