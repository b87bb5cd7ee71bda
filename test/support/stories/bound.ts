import { enterprise } from '../../../domain/enterprise/decider.ts';
import { policies } from '../../../domain/policies/all.ts';
import { decide, fold, pastOf, type Decider } from '../../../domain/shared/decider.ts';
import type { Fact, Message } from '../../../domain/shared/message.ts';
import type { Ask, Category, EmployerChange } from '../../../domain/shared/policy.ts';
import { Refusal } from '../../../domain/shared/rules.ts';
import { asEmployerChange, employerChanges } from '../../../projections/employer-changes.ts';
import { mill } from '../books/mill.ts';
import { rowsAfter } from './row-after.ts';

type Any = Decider<{ phase: string }, Message, Message>;
/** A command for one aggregate. */
export type Named = { readonly category: Category; readonly id: string; readonly command: Message };

type Bond = {
  readonly firms: readonly string[];
  /** When everything is recorded. */
  readonly at: string;
  /** What enterprises are bound to: contracts, or disputes. */
  readonly decider: unknown;
  /** What the read models would answer a policy. */
  readonly found: (ask: Ask, they: Recorded) => readonly unknown[];
};
type Recorded = {
  readonly of: (category: string, id: string) => readonly Fact[];
  /** The ids of what the enterprises are bound to. */
  readonly ids: () => readonly string[];
  /** How the enterprises changed, in the order of the days. */
  readonly changes: () => readonly EmployerChange[];
};

/** The facts as `rowsAfter` numbers them, with the names of their ids there. */
export const renamed = (facts: readonly Fact[]): readonly Message[] => {
  const places = new Map(facts.map(({ id }, place) => [id, `fact-${String(place)}`]));
  return facts.map(({ type, data }) => {
    const text = JSON.stringify(data).replaceAll(/event-\d+/gu, (id) => places.get(id) ?? id);
    return { type, data: JSON.parse(text) as unknown };
  });
};

/** How an enterprise changed; not at all if its record was struck out. */
const changesOf = (firm: string, facts: readonly Fact[]): EmployerChange[] => {
  if (facts.some(({ type }) => type === 'EnterpriseVoided')) return [];
  return [...rowsAfter(employerChanges, renamed(facts) as never, firm).values()].map((row) => {
    const id = facts[Number(row.id.replace('fact-', ''))]?.id ?? '';
    return { ...asEmployerChange(row), id };
  });
};

/** Registered enterprises and what is bound to them in memory, by the policies; what is refused to a policy is kept. */
export const bound = ({ firms, at, decider, found }: Bond) => {
  const other = decider as Any;
  const deciders = new Map([enterprise as unknown as Any, other].map((one) => [one.category, one]));
  const streams = new Map<string, readonly Fact[]>();
  const refused: string[] = [];
  const mine = `${other.category}-`;
  const they: Recorded = {
    of: (category, id) => streams.get(`${category}-${id}`) ?? [],
    ids: () =>
      [...streams.keys()]
        .filter((name) => name.startsWith(mine))
        .map((name) => name.slice(mine.length)),
    changes: () =>
      firms
        .flatMap((firm) => changesOf(firm, they.of('enterprise', firm)))
        .toSorted((a, b) => a.on.localeCompare(b.on)),
  };

  /** Decides and records, and carries out what follows from it. */
  const run = ({ category, id, command }: Named): void => {
    const one = deciders.get(category);
    if (!one) return;
    const past = they.of(category, id);
    const moment = { at, by: 'clerk-1', subject: id, past: pastOf(past) };
    const decided = decide(one, one.command.parse(command), fold(one, past), moment);
    const count = [...streams.values()].flat().length;
    const facts = decided.map((event, i) => ({
      ...event,
      ...{ id: `event-${String(count + i)}`, at, by: 'clerk-1' },
    }));
    streams.set(`${category}-${id}`, [...past, ...facts]);
    for (const fact of facts) follow(category, id, fact);
  };
  const carryOut = (order: Named, from: string): void => {
    try {
      run(order);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push(`${from} ${error.rule} ${JSON.stringify(order)}`);
    }
  };
  const follow = (category: Category, id: string, fact: Fact): void => {
    for (const policy of policies.filter(({ on }) => on === category)) {
      const ask = policy.asks?.(fact, id);
      const orders = policy.orders(fact, id, ask ? found(ask, they) : []);
      for (const order of orders) carryOut(order, policy.name);
    }
  };
  /** Runs a command unless it is refused; says whether it was done. */
  const tries = (named: Named): boolean => {
    try {
      run(named);
      return true;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return false;
    }
  };
  for (const id of firms) {
    const data = { ...mill, registeredOn: '2020-01-01', name: id };
    run({ category: 'enterprise', id, command: { type: 'Register', data } });
  }
  return { ...they, run, tries, refused };
};
