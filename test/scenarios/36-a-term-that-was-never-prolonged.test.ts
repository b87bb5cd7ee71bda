import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, signed, type Concord } from '../support/concord.ts';
import { prepare, signed as bargained } from '../support/stories/bargaining.ts';

type Row = Readonly<Record<string, unknown>>;
const reason = '录错合同，未签订过变更';

/** The mill's contract ran until the end of 2026, and by its amendment until May 2028. */
const prolonged = async (): Promise<Concord> => {
  const they = await concord('2026-06-26');
  for (const id of ['mill', 'weavers']) await register(they, id, { workers: 200 });
  const paper = { enterprise: 'mill', profile: 'national-2004' };
  const term = ['2024-01-01', '2026-12-31'] as const;
  await they.send(
    'contracts',
    'contract-0',
    'RegisterAsHistory',
    old('comprehensive', term, paper),
  );
  const [, ...others] = bargained;
  for (const { type, data } of [
    prepare({ purpose: 'amendment', contract: 'contract-0' }),
    ...others,
  ])
    await they.send('bargaining-cases', 'case-1', type, data);
  await they.send('contracts', 'contract-0', 'File', receipt('2026-05-20'));
  await they.send('contracts', 'contract-0', 'Approve', { on: '2026-05-25' });
  return they;
};
const strikeOut = (they: Concord) => they.send('bargaining-cases', 'case-1', 'Void', { reason });
const contract = async (they: Concord) => (await they.get('contracts/contract-0')) as Row;
const covered = (they: Concord, on: string) => they.members('contract-rate', { on });
const told = ({ id, status, met_on }: Row) =>
  `${String(id).replace('contract/contract-0/', '')} ${String(status)} ${String(met_on)}`;
const way = ['filing', 'review'];
const onItsWay = (rows: readonly Row[]) =>
  rows.filter(({ rule }) => way.includes(String(rule))).map(told);

describe('the mill was merged within the prolonged term', () => {
  let they: Concord;
  let before: string;
  const listed = async (known: Readonly<Record<string, string>>) => {
    const query = { subject: 'contract-0', on: '2027-03-02', ...known };
    return onItsWay(((await they.get('deadlines', query)) as { items: Row[] }).items);
  };
  beforeAll(async () => {
    they = await prolonged();
    await they.itIs('2027-03-02');
    await they.send('enterprises', 'mill', 'MergeInto', { on: '2027-03-01', successor: 'weavers' });
    before = they.now();
    await they.itIs('2027-03-03');
  });
  afterAll(() => they.close());
  const done = ['filing met 2026-05-20', 'review met 2026-05-25'];

  it('and its heir has the contract', async () => {
    expect(await contract(they)).toMatchObject({ enterprise: 'weavers', passed_from: 'mill' });
    expect(await covered(they, '2027-03-01')).toStrictEqual(['weavers']);
    expect((await listed({})).toSorted()).toStrictEqual(done.toSorted());
  });

  it('which had run out with the mill, once the amendment is taken back', async () => {
    await strikeOut(they);
    expect(await contract(they)).toMatchObject({
      ...{ enterprise: 'mill', passed_from: null, force_to: '2026-12-31' },
    });
    expect(await covered(they, '2026-12-31')).toStrictEqual(['mill']);
    expect(await covered(they, '2027-03-01')).toStrictEqual([]);
    expect(await they.get('refused-orders')).toMatchObject({ items: [] });
    await they.itIs('2027-03-04');
    expect(await contract(they)).toMatchObject({ phase: 'expired', expired_on: '2027-01-01' });
  });

  it('and nobody had to file or review it; before, that was known otherwise', async () => {
    const nobody = way.map((clock) => `${clock} cancelled null`).toSorted();
    expect(onItsWay((await contract(they))['deadlines'] as Row[]).toSorted()).toStrictEqual(nobody);
    expect((await listed({})).toSorted()).toStrictEqual(nobody);
    expect((await listed({ knownAt: before })).toSorted()).toStrictEqual(done.toSorted());
  });

  it('whose merger changes nothing any more', async () => {
    const takesBack = await they.fact('enterprises', 'mill', 'EnterpriseMergedInto');
    await they.send('enterprises', 'mill', 'TakeBackMerger', { takesBack, reason });
    expect(await contract(they)).toMatchObject({ enterprise: 'mill', phase: 'expired' });
  });
});

describe('a renewal began within the prolonged term', () => {
  let they: Concord;
  beforeAll(async () => {
    they = await prolonged();
    await they.itIs('2027-03-02');
    const text = { enterprise: 'mill', profile: 'national-2004', predecessor: 'contract-0' };
    const renewal = signed(['2027-03-01', '2029-02-28'], '2027-02-10', text);
    await they.send('contracts', 'contract-1', 'Sign', { ...renewal, case: 'by-hand' });
    await they.send('contracts', 'contract-1', 'File', receipt('2027-02-11'));
    await they.send('contracts', 'contract-1', 'Approve', { on: '2027-02-20' });
  });
  afterAll(() => they.close());

  it('and superseded the contract on its first day', async () => {
    expect(await contract(they)).toMatchObject({ phase: 'ended', ended_on: '2027-03-01' });
    expect(await covered(they, '2027-02-28')).toStrictEqual(['mill']);
  });

  it('which had run out by itself, once the amendment is taken back', async () => {
    await strikeOut(they);
    await they.itIs('2027-03-03');
    expect(await they.get('refused-orders')).toMatchObject({ items: [] });
    expect(await contract(they)).toMatchObject({ phase: 'expired', force_to: '2026-12-31' });
    expect(await covered(they, '2027-02-28')).toStrictEqual([]);
    expect(await covered(they, '2027-03-01')).toStrictEqual(['mill']);
  });

  it('and is not superseded again when the day of the renewal is said anew', async () => {
    const facts = await they.history('contracts', 'contract-0');
    const corrects = await they.fact('contracts', 'contract-1', 'ContractTookEffect');
    const anew = { corrects, reason, mode: 'explicit', on: '2027-02-21' };
    await they.send('contracts', 'contract-1', 'CorrectEffect', anew);
    expect(await they.history('contracts', 'contract-0')).toStrictEqual(facts);
  });
});
