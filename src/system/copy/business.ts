import {
  BEGINNING,
  type Batch,
  StoreUnavailable,
  type EventStore,
  type Recorded,
} from '../../store/event-store.ts';
import { OWN_CATEGORY } from '../facts.ts';

const isOwn = ({ stream }: Recorded): boolean => stream.startsWith(`${OWN_CATEGORY}-`);

/** The facts of the business up to a position, one after the other. */
export type FactsOf = {
  /** The next one; undefined when there is none left. */
  readonly next: () => Promise<Recorded | undefined>;
  readonly close: () => Promise<void>;
};

/** Reads the facts of a store from the first on; what Concord keeps there for itself is left out. */
export const businessIn = (store: EventStore, end: bigint): FactsOf => {
  const enough = new AbortController();
  const batches = store.follow(BEGINNING, enough.signal)[Symbol.asyncIterator]();
  let facts: readonly Recorded[] = [];
  let taken = 0;
  let upTo = BEGINNING;

  const more = async (): Promise<boolean> => {
    if (upTo >= end) return false;
    const step: IteratorResult<Batch, unknown> = await batches.next();
    if (step.done)
      throw new StoreUnavailable('The log was closed while it was read', 'not-recorded');
    facts = step.value.facts.filter((fact) => fact.position <= end && !isOwn(fact));
    taken = 0;
    upTo = step.value.upTo;
    return true;
  };

  return {
    next: async () => {
      while (taken >= facts.length) if (!(await more())) return undefined;
      const fact = facts[taken];
      taken += 1;
      return fact;
    },
    close: async () => {
      enough.abort();
      await batches.return?.();
    },
  };
};

/** All that makes a fact what it is, apart from where it stands in one store's log. */
export const essenceOf = ({ position: _, revision, ...fact }: Recorded): string =>
  JSON.stringify({ ...sorted(fact), revision: String(revision) });

/** The fields of a fact in one order: stores hand them over in orders of their own. */
const sorted = (fact: Omit<Recorded, 'position' | 'revision'>) =>
  Object.fromEntries(
    Object.entries(fact)
      .filter(([, value]) => value !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
