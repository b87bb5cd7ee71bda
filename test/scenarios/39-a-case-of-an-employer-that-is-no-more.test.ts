import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { caseIsOfAnEmployerThatIsThere } from '../../domain/policies/at-the-door/case-is-of-an-employer-that-is-there.ts';
import type { Refusal } from '../../domain/shared/rules.ts';
import { concord, register, type Concord } from '../support/concord.ts';
import { prepared } from '../support/stories/bargaining.ts';

const reason = '登记机关更正';

let they: Concord;
beforeEach(async () => {
  they = await concord('2026-06-30');
  for (const id of ['A', 'S', 'T']) await register(they, id, { workers: 100 });
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

const offer = (on: string) => ({ ...prepared, enterprise: 'A', contract: 'KA', on });
const prepare = (on: string) => they.send('bargaining-cases', 'case-A', 'PrepareOffer', offer(on));
const PREPARE = ['bargaining-cases', 'case-A', 'PrepareOffer'] as const;
const merge = (on: string, successor: string) =>
  they.send('enterprises', 'A', 'MergeInto', { on, successor });
const deregister = (id: string, on: string) => they.send('enterprises', id, 'Deregister', { on });
const goesOn = async (id: string) => {
  const takesBack = await they.fact('enterprises', id, 'EnterpriseDeregistered');
  await they.send('enterprises', id, 'TakeBackDeregistration', { takesBack, reason });
};
describe('an offer', () => {
  it('is not prepared for an employer that had ended by then', async () => {
    await deregister('A', '2026-02-01');
    await they.isRefused('employer-had-ended', PREPARE, offer('2026-03-01'));
    await they.isRefused('employer-had-ended', PREPARE, offer('2026-02-01'));
    await goesOn('A');
    await prepare('2026-03-01');
  });
  it('nor for one that was absorbed, from the day after', async () => {
    await merge('2026-02-01', 'T');
    await they.isRefused('employer-had-ended', PREPARE, offer('2026-02-02'));
  });
  it('nor is one moved there', async () => {
    await prepare('2026-02-01');
    await deregister('T', '2026-01-15');
    const corrects = await they.fact('bargaining-cases', 'case-A', 'CasePrepared');
    await they.isRefused(
      'employer-had-ended',
      ['bargaining-cases', 'case-A', 'CorrectPreparation'],
      { ...offer('2026-02-01'), enterprise: 'T', corrects, reason },
    );
  });
  it('is what decides at the door', () => {
    const { ensures } = caseIsOfAnEmployerThatIsThere;
    const thenRefuses = (rule: string, found: readonly string[]) => {
      expect(() => {
        ensures(found);
      }).toThrow(expect.objectContaining({ rule }) as Refusal);
    };
    thenRefuses('employer-had-ended', ['A']);
    expect(() => {
      ensures([]);
    }).not.toThrow();
  });
});
