import { afterEach, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';

const [merged, today] = ['2026-05-01', '2026-06-30'];
const reason = '登记有误，予以更正';

let they: Concord;
afterEach(() => they.close());

const begun = async (day: string, termEnd = '2027-12-31') => {
  they = await concord(day);
  for (const id of ['A', 'B', 'T']) await register(they, id, { workers: 100 });
  await they.send('contracts', 'K1', 'RegisterAsHistory', {
    ...old('comprehensive', ['2025-01-01', termEnd], { enterprise: 'A', signedOn: '2025-01-01' }),
  });
};
const merge = (on = merged) => they.send('enterprises', 'A', 'MergeInto', { on, successor: 'T' });
const deregister = (on = merged) => they.send('enterprises', 'A', 'Deregister', { on });
const correct = async (id: string, type: string, command: string, data: object) => {
  const corrects = await they.fact('contracts', id, type);
  await they.send('contracts', id, command, { corrects, reason, ...data });
};
const K1 = () => they.get('contracts/K1');
const covered = (on: string) => they.members('contract-rate', { on });
const nothingIsRefused = async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
};

describe('a renewal that never was', () => {
  const renewal = (over: object = {}, from = '2026-04-01') =>
    signed([from, '2028-03-31'], '2026-03-10', { enterprise: 'A', case: 'by-hand', ...over });
  const renewed = async (day = today) => {
    await begun(day);
    await they.send('contracts', 'K2', 'Sign', renewal({ predecessor: 'K1' }));
    await they.send('contracts', 'K2', 'File', receipt('2026-03-12'));
  };

  it('leaves the contract with whom A was merged into meanwhile', async () => {
    await renewed();
    await merge();
    await they.send('contracts', 'K2', 'Void', { reason });
    expect(await K1()).toMatchObject({ enterprise: 'T', phase: 'in-force', ended_on: null });
    expect(await covered('2026-04-30')).toStrictEqual(['A']);
    expect(await covered(merged)).toStrictEqual(['T']);
    await nothingIsRefused();
  });

  it('leaves it ended with A, which was deregistered meanwhile', async () => {
    await renewed();
    await deregister();
    await correct('K2', 'ContractSigned', 'CorrectSigning', renewal());
    expect(await K1()).toMatchObject({ enterprise: 'A', phase: 'ended', ended_on: merged });
    expect(await they.members('contract-stock', { on: merged })).toStrictEqual([]);
    await nothingIsRefused();
  });

  it('that began later, after the merger, ends it with its successor', async () => {
    await renewed();
    await merge();
    const later = renewal({ predecessor: 'K1' }, '2026-06-01');
    await correct('K2', 'ContractSigned', 'CorrectSigning', later);
    expect(await K1()).toMatchObject({ enterprise: 'T', ended_on: '2026-06-01' });
    expect(await covered('2026-05-31')).toStrictEqual(['T']);
    expect(await covered('2026-06-01')).toStrictEqual(['T']);
    await nothingIsRefused();
  });
});

describe('a rescission on a later day', () => {
  const end = (on: string) => ({ on, ground: 'force-majeure', because: '停产' });
  const rescinded = async () => {
    await begun(today);
    await they.send('contracts', 'K1', 'Rescind', end('2026-04-01'));
  };

  it('came when the contract was another’s', async () => {
    await rescinded();
    await merge();
    expect(await K1()).toMatchObject({ enterprise: 'A' });
    await correct('K1', 'ContractRescinded', 'CorrectRescission', end('2026-06-01'));
    expect(await K1()).toMatchObject({ enterprise: 'T', ended_on: '2026-06-01' });
    expect(await covered('2026-05-31')).toStrictEqual(['T']);
    await correct('K1', 'ContractRescinded', 'CorrectRescission', end(merged));
    expect(await K1()).toMatchObject({ enterprise: 'A', former_employers: null });
  });

  it('did not come at all where the employer had ended before', async () => {
    await rescinded();
    await deregister();
    await correct('K1', 'ContractRescinded', 'CorrectRescission', end('2026-06-01'));
    expect(await K1()).toMatchObject({ phase: 'ended', ended_on: merged });
    await correct('K1', 'ContractRescinded', 'CorrectRescission', end('2026-04-15'));
    expect(await K1()).toMatchObject({ phase: 'ended', ended_on: '2026-04-15' });
    await nothingIsRefused();
  });
});

describe('a term that lasts longer than was known', () => {
  const amendment = (termEnd: string, signedOn: string) => ({
    ...{ case: 'by-hand', signedOn, termStart: '2025-01-01', termEnd },
    ...{ steps: [], clauses: [], text: [] },
  });

  it('by the corrected amendment, reaches the successor', async () => {
    await begun('2026-02-15', '2026-03-31');
    await they.send('contracts', 'K1', 'SignAmendment', amendment('2026-04-30', '2026-02-10'));
    await they.send('contracts', 'K1', 'File', receipt('2026-02-12'));
    await they.send('contracts', 'K1', 'Approve', { on: '2026-02-14' });
    await they.itIs('2026-05-05');
    await merge('2026-05-05');
    const longer = amendment('2027-04-30', '2026-02-10');
    await correct('K1', 'AmendmentSigned', 'CorrectAmendment', longer);
    expect(await K1()).toMatchObject({ enterprise: 'T', phase: 'in-force' });
    expect(await covered('2026-05-04')).toStrictEqual(['A']);
    expect(await covered('2026-05-05')).toStrictEqual(['T']);
  });

  it('by an amendment that took effect by silence after it had run out, likewise', async () => {
    await begun('2026-04-21', '2026-04-30');
    await they.send('contracts', 'K1', 'SignAmendment', amendment('2027-12-31', '2026-04-18'));
    await they.send('contracts', 'K1', 'File', receipt('2026-04-20'));
    await they.itIs('2026-05-03');
    await merge('2026-05-03');
    await they.itIs('2026-05-20');
    expect(await K1()).toMatchObject({ enterprise: 'T', phase: 'in-force' });
    expect(await covered('2026-05-20')).toStrictEqual(['T']);
  });
});

describe('a contract that was booked on the wrong enterprise', () => {
  const paper = old('comprehensive', ['2025-01-01', '2027-12-31'], {
    ...{ enterprise: 'B', signedOn: '2025-01-01' },
  });

  it('has nothing to do with the merger of that one', async () => {
    await begun(today);
    await merge();
    await correct('K1', 'ContractRegisteredAsHistory', 'CorrectHistory', paper);
    expect(await K1()).toMatchObject({ enterprise: 'B', former_employers: null });
    expect(await covered(today)).toStrictEqual(['B']);
    await they.send('enterprises', 'B', 'Deregister', { on: '2026-06-01' });
    expect(await K1()).toMatchObject({ enterprise: 'B', ended_on: '2026-06-01' });
    await nothingIsRefused();
  });

  it('nor with its end', async () => {
    await begun(today);
    await deregister();
    await correct('K1', 'ContractRegisteredAsHistory', 'CorrectHistory', paper);
    expect(await K1()).toMatchObject({ enterprise: 'B', phase: 'in-force', ended_on: null });
    expect(await covered(today)).toStrictEqual(['B']);
    await nothingIsRefused();
  });
});
