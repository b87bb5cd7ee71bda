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
