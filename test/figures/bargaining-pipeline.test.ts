import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../domain/bargaining-case/commands.ts';
import { open as openPhases } from '../../domain/bargaining-case/state.ts';
import type { FigureBody } from '../../src/figures.ts';
import { concord, register, type Concord } from '../support/concord.ts';
import {
  agree,
  consent,
  deadlock,
  disclose,
  hold,
  issue,
  minutes,
  name,
  open,
  close,
  prepare,
  receive,
  resume,
  sign,
  suspend,
} from '../support/stories/bargaining.ts';

const on = '2026-06-26';
let they: Concord;
beforeAll(async () => {
  they = await concord(on);
  await register(they, 'mill', { workers: 200 });
});
afterAll(() => they.close());

const give = async (...commands: readonly BargainingCommand[]) => {
  for (const { type, data } of commands) await they.send('bargaining-cases', 'case-1', type, data);
};
const phase = async () => ((await they.get('bargaining-cases/case-1')) as { phase: string }).phase;

/** The phases of the figure that have a case, and how many members there are. */
const counted = async (query = {}): Promise<Readonly<Record<string, unknown>>> => {
  const asked = { on, ...query };
  const { excluded: _, members: __, ...phases } = await they.figure('bargaining-pipeline', asked);
  const filled = Object.entries<unknown>(phases).filter(([, count]) => count !== 0);
  return {
    ...Object.fromEntries(filled),
    members: await they.members('bargaining-pipeline', asked),
  };
};

const applying: BargainingCommand = {
  type: 'ApplyForCoordination',
  data: { on: '2026-04-18', by: 'employees' },
};
const coordinating: BargainingCommand = {
  type: 'AcceptCoordination',
  data: { on: '2026-04-20', mode: 'applied' },
};
const concluded: BargainingCommand = {
  type: 'RecordCoordinationAgreed',
  data: { on: '2026-04-28', agreement: [minutes] },
};

/** A case that passes through every phase there is before it is signed. */
const course: readonly (readonly [string, readonly BargainingCommand[]])[] = [
  ['prepared', [prepare()]],
  ['offered', [issue(), receive()]],
  ['accepted', [consent(), name('employer'), name('employees'), disclose()]],
  ['bargaining', [open(), close()]],
  ['suspended', [suspend()]],
  ['bargaining', [resume()]],
  ['deadlocked', [deadlock('2026-04-17')]],
  ['applied', [applying]],
  ['coordinating', [coordinating]],
  ['bargaining', [concluded]],
  ['drafted', [agree()]],
  ['rejected', [hold({ yes: 20, no: 60, abstain: 0 })]],
  ['bargaining', [{ type: 'ReopenNegotiation', data: { on: '2026-05-12' } }]],
  ['drafted', [agree({ draft: 'draft-2', on: '2026-05-13' })]],
  ['approved', [hold({ draft: 'draft-2', on: '2026-05-13' })]],
];

describe('the pipeline', () => {
  it('is walked whole', () =>
    expect(new Set(course.map(([is]) => is))).toStrictEqual(new Set(openPhases)));

  it.each(course)('counts a case that is %s there and nowhere else', async (is, commands) => {
    const [was] = Object.keys(await counted()).filter((name) => name !== 'members');
    const { position: from } = (await they.get('figures/bargaining-pipeline', {
      on,
    })) as FigureBody;
    await give(...commands);
    const { groups } = await they.changes('bargaining-pipeline', { on, from, to: '999999' });
    const moved = groups.map((group) => group.moved);
    for (const phase of openPhases) {
      const sum = moved.reduce((total, one) => total + Number(one[phase] ?? 0), 0);
      expect(sum, phase).toBe(Number(phase === is) - Number(phase === was));
    }
    expect(await phase()).toBe(is);
    const once = { [is]: 1, members: ['case-1'] };
    expect(await counted()).toStrictEqual(once);
    expect(await counted({ phase: is })).toStrictEqual(once);
    expect(await counted({ age: '91+' })).toStrictEqual(once);
  });

  it('leaves a case out that is signed', async () => {
    await give(sign('employees', { draft: 'draft-2' }), sign('employer', { draft: 'draft-2' }));
    expect(await counted()).toStrictEqual({ members: [] });
  });
});
