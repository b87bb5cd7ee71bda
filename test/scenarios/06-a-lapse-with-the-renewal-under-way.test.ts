import { expect, it } from 'vitest';
import { terms } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';

it('ends 31 March, renewed with effect from 8 May, its term from 1 April: uncovered in between', () => {
  const old = contractStory('c1');
  old.order('2026-01-05T01:00:00.000Z', {
    type: 'RegisterAsHistory',
    data: {
      kind: 'wage',
      level: 'enterprise',
      enterprise: 'looms',
      profile: 'national-wage-2000',
      source: 'city register',
      registeredOn: '2025-04-01',
      termStart: '2025-04-01',
      termEnd: '2026-03-31',
      effectiveOn: '2025-04-01',
      steps: [],
      clauses: [],
    },
  });

  const renewal = contractStory('c2');
  renewal.order('2026-04-20T01:00:00.000Z', {
    type: 'Sign',
    data: {
      ...terms,
      predecessor: 'c1',
      termStart: '2026-04-01',
      termEnd: '2027-03-31',
      signedOn: '2026-04-20',
    },
  });
  renewal.order('2026-04-23T01:00:00.000Z', {
    type: 'File',
    data: { receiptNo: 'A1', filedOn: '2026-04-23', receivedOn: '2026-04-23' },
  });
  renewal.order('2026-05-08T08:00:00.000Z', { type: 'Approve', data: { on: '2026-05-08' } });

  // The old one is out on 1 April, whether or not its expiry was recorded.
  expect(old.phase()).toBe('in-force');
  expect(old.force()).toStrictEqual([{ from: '2025-04-01', to: '2026-03-31' }]);
  expect(renewal.force()).toStrictEqual([{ from: '2026-05-08', to: '2027-03-31' }]);
  expect(renewal.row()).toMatchObject({ term_start: '2026-04-01', effective_on: '2026-05-08' });

  // The renewal supersedes from 8 May; there is nothing left to supersede.
  const replaces = renewal
    .facts()
    .flatMap(({ data }) => ('replaces' in data ? [data.replaces] : []));
  expect(replaces).toMatchObject([{ contract: 'c1', on: '2026-05-08' }]);
  expect(
    old.order('2026-05-08T09:00:00.000Z', {
      type: 'Supersede',
      data: { on: '2026-05-08', by: 'c2' },
    }),
  ).toStrictEqual([]);
});
