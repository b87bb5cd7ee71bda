import { expect, it } from 'vitest';
import { terms } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';

it('a clock that wakes two days late records the legal day, not its own', () => {
  const story = contractStory();
  const silence = { type: 'RecordSilence', data: {} } as const;
  story.order('2026-06-01T01:00:00.000Z', { type: 'Sign', data: terms });
  const day = { filedOn: '2026-06-26', receivedOn: '2026-06-26' };
  story.order('2026-06-26T08:00:00.000Z', { type: 'File', data: { receiptNo: 'A1', ...day } });

  // The fifteenth day is Saturday 11 July: the last day is Monday the 13th.
  expect(story.row()).toMatchObject({ review_due: '2026-07-13' });
  expect(story.order('2026-07-16T03:00:00.000Z', silence)).toStrictEqual(['ContractTookEffect']);
  expect(story.row()).toMatchObject({
    effective_on: '2026-07-14',
    effect_mode: 'deemed',
    force_from: '2026-07-14',
  });

  // Two clocks, or one that wakes again, change nothing.
  expect(story.order('2026-07-16T03:00:01.000Z', silence)).toStrictEqual([]);
});
