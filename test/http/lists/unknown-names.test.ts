import { afterAll, beforeAll, expect, test } from 'vitest';
import { mill, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
beforeAll(async () => {
  on = await serving();
  await on.post(`${path}/mill/register`, { ...mill, division: '320683' });
});
afterAll(() => on.end());

const wrongAt = async (address: string): Promise<unknown> => {
  const { status, body } = await on.get(`/api/v1/${address}`);
  const { violations = [] } = body as { violations?: { path: string }[] };
  return [status, violations.map((one) => one.path)];
};

test.each(['divisions', 'system', 'figures', 'imports', 'imports/profiles', 'demo', 'schemas'])(
  '%s takes no parameter, and says so of one',
  async (address) => {
    await on.get(`/api/v1/${address}`).expect(200);
    expect(await wrongAt(`${address}?colour=red`)).toStrictEqual([400, ['colour']]);
  },
);

test.each([
  ['events', 'category=nope'],
  ['events', 'type=Nope'],
  ['events', 'category=contract&type=EnterpriseRegistered'],
  ['search?q=mill', 'things=nopes'],
  ['enterprises', 'division=99'],
  ['enterprises', 'division=somewhere'],
  ['enterprises', 'industry=9'],
  ['contracts', 'region=US-ZZ'],
  ['figures/contract-rate', 'region=99'],
  ['figures/contract-rate', 'region=only:99'],
  ['figures/contract-rate', 'industry=9'],
  ['figures/contract-rate', 'registrationType=zzz'],
  ['figures/contract-rate/members', 'industry=9'],
])('%s: a code that there is not (%s) is an error', async (list, asked) => {
  const name = (asked.split('&').at(-1) ?? '').split('=')[0];
  const address = `${list}${list.includes('?') ? '&' : '?'}${asked}`;
  expect(await wrongAt(address)).toStrictEqual([400, [name]]);
});

test.each([
  'events?category=enterprise&type=EnterpriseRegistered',
  'enterprises?division=CN',
  'enterprises?division=320683',
  'enterprises?division=',
  'enterprises?industry=C17',
  'figures/contract-rate?region=320683&industry=C17&registrationType=110',
  'figures/contract-rate?region=only:32',
  'figures/contract-rate?region=US-NY&industry=A',
])('%s is a good question; retired divisions are', async (address) => {
  await on.get(`/api/v1/${address}`).expect(200);
});
