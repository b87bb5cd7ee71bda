import { expect, it } from 'vitest';
import type { ContractCommand } from '../../domain/collective-contract/commands.ts';
import { terms } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';

const filing = (day: string, receiptNo: string) => ({ receiptNo, filedOn: day, receivedOn: day });
const objection = (on: string): ContractCommand => ({
  type: 'Object',
  data: { on, items: ['overtime'] },
});
const silence = { type: 'RecordSilence', data: {} } as const;

it('filed 1 June, objected 10 June, refiled 25 June: effect comes from the second clock', () => {
  const story = contractStory();
  story.order('2026-05-20T08:00:00.000Z', { type: 'Sign', data: terms });
  story.order('2026-06-01T08:00:00.000Z', { type: 'File', data: filing('2026-06-01', 'A1') });
  expect(story.row()).toMatchObject({ phase: 'under-review', review_due: '2026-06-16' });

  story.order('2026-06-10T08:00:00.000Z', objection('2026-06-10'));
  // The first clock would end on 16 June: it must not fire.
  expect(() => story.order('2026-06-17T08:00:00.000Z', silence)).toThrow(
    expect.objectContaining({ rule: 'silence-must-run' }),
  );

  story.order('2026-06-25T08:00:00.000Z', { type: 'Refile', data: filing('2026-06-25', 'A2') });
  expect(story.row()).toMatchObject({ phase: 'under-review', review_due: '2026-07-10' });
  expect(() => story.order('2026-07-10T15:59:59.999Z', silence)).toThrow(
    expect.objectContaining({ rule: 'silence-must-run' }),
  );
  expect(story.order('2026-07-10T16:00:00.000Z', silence)).toStrictEqual(['ContractTookEffect']);
  expect(story.force()).toStrictEqual([{ from: '2026-07-11', to: '2026-12-31' }]);

  // Day sixteen of the second review is too late, whenever it is said.
  expect(() => story.order('2026-07-12T08:00:00.000Z', objection('2026-07-11'))).toThrow(
    expect.objectContaining({ rule: 'object-in-time' }),
  );
});

it('an objection made in time and recorded late takes the effect back, and the register with it', () => {
  const story = contractStory();
  story.order('2026-05-20T08:00:00.000Z', { type: 'Sign', data: terms });
  story.order('2026-06-01T08:00:00.000Z', { type: 'File', data: filing('2026-06-01', 'A1') });
  story.order('2026-06-17T08:00:00.000Z', silence);
  expect(story.row()).toMatchObject({ phase: 'in-force', force_from: '2026-06-17' });

  expect(story.order('2026-06-18T08:00:00.000Z', objection('2026-06-16'))).toStrictEqual([
    'EffectTakenBack',
    'ReviewObjected',
  ]);
  expect(story.phase()).toBe('objected');
  expect(story.row()).toMatchObject({
    phase: 'objected',
    effective_on: null,
    effect_mode: null,
    force_from: null,
    force_to: null,
  });
  expect(story.force()).toStrictEqual([]);
});
