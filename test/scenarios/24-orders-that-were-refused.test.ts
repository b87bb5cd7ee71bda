import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import request from 'supertest';
import { httpApp } from '../../src/http/server.ts';
import { concord, old, register, signed, type Concord } from '../support/concord.ts';
import { newContractHasAnIdOfItsOwn } from '../../domain/policies/at-the-door/new-contract-has-an-id-of-its-own.ts';
import type { Refusal } from '../../domain/shared/rules.ts';
import { prepare, prepared, signed as caseToSignature } from '../support/stories/bargaining.ts';

type Row = Readonly<Record<string, unknown>> & { readonly id: string };

let they: Concord;
beforeAll(async () => {
  they = await concord('2026-06-26');
  await register(they, 'mill', { workers: 200 });
});
afterAll(() => they.close());

const refusedOrders = async (query = {}) =>
  ((await they.get('refused-orders', query)) as { items: readonly Row[] }).items;
const one = async (query = {}): Promise<Row> => {
  const [row, second] = await refusedOrders(query);
  expect(second).toBeUndefined();
  return row ?? { id: '' };
};

describe('a case whose contract id somebody takes before it is signed', () => {
  beforeAll(async () => {
    const [first, ...others] = caseToSignature;
    await they.send('bargaining-cases', 'case-1', first?.type ?? '', first?.data ?? {});
    // The paper register is entered under the number that the case had chosen.
    const paper = old('comprehensive', ['2023-06-01', '2026-05-31'], { enterprise: 'mill' });
    await they.send('contracts', 'contract-1', 'RegisterAsHistory', paper);
    for (const { type, data } of others) await they.send('bargaining-cases', 'case-1', type, data);
  });

  it('is signed, and the order that was to make its contract is on the list of refused ones', async () => {
    expect(await they.history('bargaining-cases', 'case-1')).toContain('CaseSigned');
    expect(await they.history('contracts', 'contract-1')).toStrictEqual([
      'ContractRegisteredAsHistory',
    ]);
    const row = await one({ status: 'refused' });
    expect(row).toMatchObject({
      policy: 'signed-case-becomes-contract',
      cause: await they.fact('bargaining-cases', 'case-1', 'CaseSigned'),
      cause_type: 'CaseSigned',
      from_id: 'case-1',
      to_category: 'contract',
      to_id: 'contract-1',
      command: 'Sign',
      rule: 'signed-once',
      refusals: 1,
      settled_at: null,
    });
    expect(JSON.parse(String(row['body']))).toMatchObject({ case: 'case-1', enterprise: 'mill' });
    expect(row['sentence_zh']).toMatch(/。$/);
  });

  it('is counted where operators look, and the server can still be asked', async () => {
    const server = request(httpApp(they.app()));
    const { status, body } = await server.get('/readyz');
    expect([status, body]).toMatchObject([200, { ready: true, refusedOrders: 1 }]);
    expect((await server.get('/metrics')).text).toContain('concord_refused_orders 1');
  });

  it('shows on the lifeline of its enterprise', async () => {
    const { items } = (await they.get('enterprises/mill/lifeline', { limit: 500 })) as {
      items: readonly { type: string }[];
    };
    expect(items.map(({ type }) => type)).toContain('OrderRefused');
  });

  it('is refused once more when it is given again and nothing has changed', async () => {
    const { id } = await one();
    await they.send('refused-orders', id, 'GiveAgain', {});
    expect(await one()).toMatchObject({ status: 'refused', refusals: 2 });
  });

  it('is dismissed with a reason once the contract has an id of its own', async () => {
    const { id } = await one();
    const { body } = await one();
    await they.send('contracts', 'contract-2', 'Sign', JSON.parse(String(body)) as object);
    await they.as('head-clerk').send('refused-orders', id, 'Dismiss', { reason: '已另编号签订' });
    expect(await refusedOrders({ status: 'refused' })).toStrictEqual([]);
    expect(await one()).toMatchObject({
      status: 'dismissed',
      settled_by: 'head-clerk',
      reason: '已另编号签订',
    });
  });

  it('is not carried out by a client that says so', async () => {
    const { id } = await one();
    const { status } = await they.tries('refused-orders', id, 'RecordCarriedOut', {});
    expect(status).toBe(404);
  });
});

describe('a renewal of a contract that is not on record', () => {
  const foreign = signed(['2026-06-01', '2027-05-31'], '2026-05-20', {
    enterprise: 'mill',
    predecessor: 'paper-9',
    profile: 'us-nlra',
    case: 'case-9',
  });
  const superseding = { to_id: 'paper-9' };

  it('supersedes it once it was registered and the order is given again', async () => {
    await they.send('contracts', 'renewal-9', 'Sign', foreign);
    const { id } = await one(superseding);
    const paper = old('comprehensive', ['2025-06-01', '2026-12-31'], { enterprise: 'mill' });
    await they.send('contracts', 'paper-9', 'RegisterAsHistory', paper);
    await they.send('refused-orders', id, 'GiveAgain', {});
    expect(await they.history('contracts', 'paper-9')).toContain('ContractSuperseded');
    expect(await one(superseding)).toMatchObject({
      status: 'carried-out',
      settled_by: 'policy:renewed-contract-is-superseded',
    });
    expect(await they.history('refused-orders', id)).toStrictEqual([
      'OrderRefused',
      'OrderGivenAgain',
      'OrderCarriedOut',
    ]);
  });

  it('is owed no more after that', async () => {
    const { id } = await one(superseding);
    await they.isRefused('order-is-owed', ['refused-orders', id, 'Dismiss'], { reason: 'x' });
  });
});

describe('a case that is to make a contract', () => {
  const opens = (id: string, contract: string, purpose = 'first') =>
    they.tries('bargaining-cases', id, 'PrepareOffer', { ...prepared, contract, purpose });

  it('is not opened under the id of a contract that is there', async () => {
    const { status, body } = await opens('case-3', 'contract-2');
    expect([status, body]).toMatchObject([409, { rule: 'contract-id-free' }]);
  });
  it('is not opened under an id that another open case has, until that is over', async () => {
    const close = { on: '2026-06-20', ground: 'both-agree' };
    await they.send('bargaining-cases', 'case-4', 'PrepareOffer', {
      ...prepared,
      contract: 'contract-4',
    });
    await they.isRefused('contract-id-free', ['bargaining-cases', 'case-5', 'PrepareOffer'], {
      ...prepared,
      contract: 'contract-4',
    });
    await they.send('bargaining-cases', 'case-4', 'CloseCase', close);
    expect((await opens('case-5', 'contract-4')).status).toBe(200);
  });
  it('amends a contract that is there', async () =>
    expect((await opens('case-6', 'contract-2', 'amendment')).status).toBe(200));

  it('asks who has the id, and refuses when somebody has', () => {
    const { asks, ensures } = newContractHasAnIdOfItsOwn;
    const command = prepare();
    const found = asks(command, 'case-7');
    expect(found).toStrictEqual({
      list: 'claims-of-contract',
      contract: 'contract-1',
      case: 'case-7',
    });
    const thenRefuses = (rule: string) =>
      expect(() => ensures(['contract-1'])).toThrow(expect.objectContaining({ rule }) as Refusal);
    thenRefuses('contract-id-free');
    expect(() => ensures([])).not.toThrow();
  });
});
