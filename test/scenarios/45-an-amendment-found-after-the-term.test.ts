import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { concord, old, receipt, register, type Concord } from '../support/concord.ts';

// The term ends on 30 April 2026.
const [termEnd, expired] = ['2026-04-30', '2026-05-01'];

let they: Concord;
beforeEach(async () => {
  they = await concord('2026-04-15');
  await register(they, 'A', { workers: 100 });
  const paper = old('comprehensive', ['2025-01-01', termEnd], { enterprise: 'A' });
  await they.send('contracts', 'K1', 'RegisterAsHistory', { ...paper, signedOn: '2025-01-01' });
});
afterEach(async () => {
  expect(await they.get('refused-orders')).toMatchObject({ items: [] });
  await they.close();
});

const amendment = (signedOn: string) => ({
  ...{ case: 'by-hand', signedOn, termStart: '2025-01-01', termEnd: '2027-12-31' },
  ...{ steps: [], clauses: [], text: [] },
});
const sign = (signedOn = '2026-04-10') =>
  they.send('contracts', 'K1', 'SignAmendment', amendment(signedOn));
const file = (receivedOn: string) => they.send('contracts', 'K1', 'File', receipt(receivedOn));
const K1 = () => they.get('contracts/K1');
const covered = (on: string) => they.members('contract-rate', { on });
const ranOut = { phase: 'expired', expired_on: expired };
const goesOn = { phase: 'in-force', term_end: '2027-12-31', expired_on: null, version: 2 };

describe('an amendment signed within the term, and filed in time', () => {
  it('is filed on record after the term ran out, and its term binds once the review is over', async () => {
    await sign();
    await they.itIs('2026-05-06');
    expect(await K1()).toMatchObject(ranOut);
    // Received on 28 April: the last day to object is 13 May.
    expect((await file('2026-04-28')).events).toStrictEqual(['ExpiryTakenBack', 'ContractFiled']);
    expect((await file('2026-04-28')).events).toStrictEqual([]);
    expect(await K1()).toMatchObject({ phase: 'amendment-under-review', expired_on: null });
    await they.itIs('2026-05-13');
    expect(await K1()).toMatchObject({ phase: 'amendment-under-review', version: 1 });
    await they.itIs('2026-05-14');
    expect(await K1()).toMatchObject({ ...goesOn, amended_on: '2026-05-14' });
    expect(await covered(termEnd)).toStrictEqual(['A']);
    expect(await covered('2026-05-13')).toStrictEqual([]);
    expect(await covered('2026-05-14')).toStrictEqual(['A']);
  });

  it('had taken effect by silence before where the review is over by now', async () => {
    await sign('2026-04-02');
    await they.itIs('2026-05-20');
    // Received on 3 April: the last day to object is 20 April.
    await file('2026-04-03');
    await they.itIs('2026-05-20');
    expect(await K1()).toMatchObject({ ...goesOn, effect_mode: 'explicit' });
    expect(await covered(expired)).toStrictEqual(['A']);
  });

  it('that is objected to leaves the contract run out', async () => {
    await sign();
    await they.itIs('2026-05-06');
    await file('2026-04-28');
    const objection = { on: '2026-05-05', opinionNo: '1', items: ['overtime'] };
    await they.send('contracts', 'K1', 'Object', objection);
    await they.itIs('2026-05-07');
    expect(await K1()).toMatchObject(ranOut);
    // What is received after the term prolongs nothing.
    await they.isRefused('before-its-end', ['contracts', 'K1', 'Refile'], receipt('2026-05-06'));
  });

  it('is filed up to the last day of the term', async () => {
    await sign();
    await they.itIs('2026-05-06');
    await they.isRefused('before-its-end', ['contracts', 'K1', 'File'], receipt(expired));
    await file(termEnd);
    expect(await K1()).toMatchObject({ phase: 'amendment-under-review' });
  });
});

describe('an amendment signed within the term, and found after it', () => {
  it('leaves the contract run out until it is filed', async () => {
    await they.itIs('2026-05-06');
    await they.isRefused(
      'before-its-end',
      ['contracts', 'K1', 'SignAmendment'],
      amendment(expired),
    );
    expect((await sign(termEnd)).events).toStrictEqual([
      ...['ExpiryTakenBack', 'AmendmentSigned', 'ContractExpired'],
    ]);
    expect((await sign(termEnd)).events).toStrictEqual([]);
    expect(await K1()).toMatchObject(ranOut);
    await file(termEnd);
    expect(await K1()).toMatchObject({ phase: 'amendment-under-review' });
  });
});
