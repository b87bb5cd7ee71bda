import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import { enterprise } from '../../../domain/enterprise/decider.ts';
import { policies } from '../../../domain/policies/all.ts';
import { decide, fold, pastOf, type Decider } from '../../../domain/shared/decider.ts';
import type { Fact, Message } from '../../../domain/shared/message.ts';
import type { Ask, Category, EmployerChange } from '../../../domain/shared/policy.ts';
import { Refusal } from '../../../domain/shared/rules.ts';
import { asEmployerChange, employerChanges } from '../../../projections/employer-changes.ts';
import { rowsAfter } from './row-after.ts';

const at = '2026-06-01T01:00:00.000Z';
const deciders = { enterprise, contract: collectiveContract } as unknown as Readonly<
  Record<string, Decider<{ phase: string }, Message, Message>>
>;
/** A command for one aggregate. */
export type Named = { readonly category: Category; readonly id: string; readonly command: Message };

/** Enterprises and contracts in memory, with the policies that bind them; what is refused to a policy is kept. */
export const bound = (firms: readonly string[]) => {
  const streams = new Map<string, readonly Fact[]>();
  const refused: string[] = [];
  const of = (category: string, id: string) => streams.get(`${category}-${id}`) ?? [];
  const state = (id: string) => fold(collectiveContract, of('contract', id) as never);
  const contracts = () =>
    [...streams.keys()].filter((name) => name.startsWith('contract-')).map((name) => name.slice(9));

  /** Whose a contract is or was, as the register has it: where it went, from whose it was at first. */
  const employers = (id: string): readonly string[] => {
    const { own, passed } = state(id);
    return [own, ...passed.map(({ to }) => to)];
  };

  const changes = (): EmployerChange[] =>
    firms
      .flatMap((firm) => {
        // The rows go by the ids that facts have here, not by their places.
        const facts = of('enterprise', firm);
        const ids = new Map(facts.map(({ id }, place) => [`fact-${String(place)}`, id]));
        const places = new Map(facts.map(({ id }, place) => [id, `fact-${String(place)}`]));
        const local = facts.map(({ type, data }) => {
          const text = JSON.stringify(data).replaceAll(/event-\d+/gu, (id) => places.get(id) ?? id);
          return { type, data: JSON.parse(text) as unknown };
        });
        const rows = [...rowsAfter(employerChanges, local as never, firm).values()];
        return rows.map((row) => ({ ...asEmployerChange(row), id: ids.get(row.id) ?? '' }));
      })
      .toSorted((a, b) => (a.on < b.on ? -1 : 1));
  const found = (ask: Ask): unknown[] => {
    if (ask.list === 'changes-of-employer')
      return changes().filter((change) => employers(ask.contract).includes(change.enterprise));
    if (ask.list !== 'contracts-of-enterprise') return [];
    return contracts().filter((id) => employers(id).includes(ask.enterprise));
  };

  /** Decides and records, and carries out what follows from it. */
  const run = ({ category, id, command }: Named): void => {
    const decider = deciders[category];
    if (!decider) return;
    const past = of(category, id);
    const moment = { at, by: 'clerk-1', subject: id, past: pastOf(past) };
    const decided = decide(decider, decider.command.parse(command), fold(decider, past), moment);
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
      const orders = policy.orders(fact, id, ask ? found(ask) : []);
      for (const order of orders) carryOut(order, policy.name);
    }
  };
  return { run, of, state, changes, refused };
};
