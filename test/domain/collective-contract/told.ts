import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { fold } from '../../../domain/shared/decider.ts';
import { deadlines } from '../../../projections/deadlines/deadlines.ts';
import { contractStory } from '../../support/stories/contract-story.ts';

export const at = '2027-03-01T01:00:00.000Z';
export const ended = (on: string): ContractEvent => ({
  type: 'ContractEndedWithEmployer',
  data: { on, enterprise: 'looms' },
});
export const rescinded = (on: string): ContractEvent => ({
  type: 'ContractRescinded',
  data: { on, ground: 'agreement', because: 'plant closes' },
});
export const terminated = (on: string): ContractEvent => ({
  type: 'ContractTerminated',
  data: { on, condition: 'relocation' },
});
export const superseded = (on: string): ContractEvent => ({
  type: 'ContractSuperseded',
  data: { on, by: 'c2' },
});

/** The story of these facts and then these commands: its row, its days in force and its clocks. */
export const told = (facts: readonly ContractEvent[], ...commands: readonly ContractCommand[]) => {
  const story = contractStory();
  story.have(facts.map((fact, i) => ({ ...fact, id: `fact-${String(i)}`, at, by: 'clerk-1' })));
  const types = commands.flatMap((command) => story.order(at, command));
  const rows = story.rows(deadlines as never) as ReadonlyMap<string, unknown>;
  const clocks = [...rows.values()] as {
    readonly rule: string;
    readonly status: string;
    readonly due_on: string;
  }[];
  return {
    types,
    phase: story.phase(),
    row: story.row(),
    force: story.force(),
    runs: clocks.filter(({ status }) => status === 'running').map(({ rule }) => rule),
    dueOf: (rule: string) => clocks.find((clock) => clock.rule === rule)?.due_on,
    statusOf: (rule: string) => clocks.find((clock) => clock.rule === rule)?.status,
    order: (command: ContractCommand) => story.order(at, command),
    end: fold(collectiveContract, story.facts()).end,
  };
};
