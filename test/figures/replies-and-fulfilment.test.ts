import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../domain/bargaining-case/commands.ts';
import { concord, old, register, type Concord } from '../support/concord.ts';
import { consent, issue, prepare, receive, refuse } from '../support/stories/bargaining.ts';

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-06-25');
  await register(they, 'mill', { workers: 200 });
});
afterAll(() => they.close());

describe('replies on time', () => {
  const tell = async (id: string, ...commands: readonly BargainingCommand[]) => {
    for (const { type, data } of [prepare({ contract: `contract-${id}` }), ...commands])
      await they.send('bargaining-cases', id, type, data);
  };
  const march = { from: '2026-03-01', to: '2026-03-31' };
  const july = { from: '2026-07-01', to: '2026-07-31' };

  beforeAll(async () => {
    // Received on 3 March: twenty days end on the 23rd.
    await tell('timely', issue(), receive(), consent({ on: '2026-03-23' }));
    await tell('refused', issue(), receive(), refuse({ on: '2026-03-23' }));
    await tell('late', issue(), receive(), consent({ on: '2026-03-24' }));
    await tell('silent', issue(), receive());
    // Received on 20 June: until 10 July.
    const lately = [
      issue({ on: '2026-06-20', proposedOn: '2026-07-15' }),
      receive({ on: '2026-06-20' }),
    ];
    await tell('running', ...lately);
    await tell('quick', ...lately, consent({ on: '2026-06-22' }));
    await they.send('bargaining-cases', 'old', 'RegisterCaseAsHistory', {
      profile: 'us-nlra',
      kind: 'comprehensive',
      level: 'enterprise',
      contract: 'contract-old',
      enterprise: 'mill',
      noticeOn: '2026-03-03',
      source: 'FMCS F-7',
    });
  });

  it('are placed by the day they were due, refusals among them; silence is none', async () => {
    expect(await they.ratio('reply-on-time', march)).toBe('2 of 4');
    expect(await they.ratio('reply-on-time', { from: '2026-03-01', to: '2026-03-22' })).toBe(
      '0 of 0',
    );
    expect(await they.ratio('reply-on-time', { from: '2026-06-01', to: '2026-06-30' })).toBe(
      '0 of 0',
    );
  });
  it('leave out what may still be answered in time, until its day has passed', async () => {
    expect(await they.ratio('reply-on-time', july)).toBe('1 of 1');
    await they.itIs('2026-07-11');
    expect(await they.ratio('reply-on-time', july)).toBe('1 of 2');
  });
  it('have offers as members, and none of a case that is history', async () => {
    const members = await they.members('reply-on-time', { ...march, side: 'denominator' });
    expect(members).toStrictEqual(
      ['late', 'refused', 'silent', 'timely'].map((id) => `${id}/offer-1`),
    );
    const cases = await they.members('bargaining-pipeline', { on: '2026-07-11' });
    expect(cases).toContain('silent');
    expect(cases).not.toContain('old');
    expect(await they.history('bargaining-cases', 'old')).toStrictEqual([
      'CaseRegisteredAsHistory',
    ]);
  });
  it('count a reply that was dated in time and recorded late, as known from then', async () => {
    const { type, data } = consent({ on: '2026-03-23' });
    await they.itIs('2026-07-13');
    await they.send('bargaining-cases', 'silent', type, data);
    expect(await they.history('bargaining-cases', 'silent')).toContain('OverdueTakenBack');
    expect(await they.ratio('reply-on-time', march)).toBe('3 of 4');
    expect(await they.ratio('reply-on-time', { ...march, knownAt: '2026-07-12' })).toBe('2 of 4');
  });
});

describe('contracts kept', () => {
  const half = { from: '2026-01-01', to: '2026-06-30' };
  const found = (result: 'fulfilled' | 'partly' | 'unfulfilled' | 'not-due', clause = 'c1') => ({
    clause,
    result,
  });
  const inspect = (contract: string, on: string, ...results: readonly object[]) =>
    they.send('contracts', contract, 'HoldInspection', { inspection: `i-${on}`, on, results });

  beforeAll(async () => {
    const term = ['2026-01-01', '2026-12-31'] as const;
    for (const id of ['kept', 'mended', 'broken', 'early', 'unseen'])
      await they.send(
        'contracts',
        id,
        'RegisterAsHistory',
        old('comprehensive', term, { enterprise: 'mill' }),
      );
    await inspect('kept', '2026-03-01', found('fulfilled'), found('not-due', 'c2'));
    await inspect('mended', '2026-02-01', found('unfulfilled'));
    await inspect('mended', '2026-05-01', found('fulfilled'));
    await inspect('broken', '2026-02-01', found('fulfilled'));
    await inspect('broken', '2026-05-01', found('fulfilled'), found('partly', 'c2'));
    await inspect('early', '2026-05-01', found('not-due'));
  });

  it('are those whose last inspection of the period found every clause that was due fulfilled', async () => {
    expect(await they.figure('fulfilment-rate', half)).toMatchObject({
      numerator: 2,
      denominator: 3,
      rate: 0.666667,
      excluded: { 'nothing-due': 1 },
    });
    expect(await they.members('fulfilment-rate', { ...half, side: 'numerator' })).toStrictEqual([
      'kept',
      'mended',
    ]);
    expect(await they.members('fulfilment-rate', { ...half, side: 'denominator' })).not.toContain(
      'unseen',
    );
  });
  it('and another period has another last inspection', async () =>
    expect(await they.ratio('fulfilment-rate', { from: '2026-02-01', to: '2026-02-28' })).toBe(
      '1 of 2',
    ));
});

describe('a contract registered as history', () => {
  it('gets nothing from the clock when its term ended before it was registered', async () => {
    const registers = (id: string, term: readonly [string, string]) =>
      they.send('contracts', id, 'RegisterAsHistory', old('wage', term, { enterprise: 'mill' }));
    await registers('over', ['2024-01-01', '2024-12-31']);
    await registers('ending', ['2025-08-01', '2026-07-31']);
    await they.itIs('2026-08-01');
    expect(await they.history('contracts', 'over')).toStrictEqual(['ContractRegisteredAsHistory']);
    expect((await they.history('contracts', 'ending')).at(-1)).toBe('ContractExpired');
  });
  it('was in force in its term all the same: figures wait for no fact', async () => {
    const query = { contractKind: 'wage', population: 'all' };
    expect(await they.members('contract-rate', { ...query, on: '2024-12-31' })).toStrictEqual([
      'mill',
    ]);
    expect(await they.members('contract-rate', { ...query, on: '2025-01-01' })).toStrictEqual([]);
  });
  it('of unknown term and unknown size is left out once, for its term', async () => {
    const unknown = old('women', ['2026-01-01', '2026-12-31'], { enterprise: 'mill' });
    const open = { ...unknown, termEnd: undefined };
    await they.send('contracts', 'open', 'RegisterAsHistory', open);
    const query = { on: '2026-08-01', contractKind: 'women' };
    const { count, excluded } = await they.figure('contract-stock', query);
    expect([count, excluded]).toStrictEqual([0, { 'unknown-term': 1 }]);
  });
});
