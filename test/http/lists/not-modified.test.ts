import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { old } from '../../support/concord.ts';
import { cases, mill, offered, path, serving } from '../serving.ts';

let on: Awaited<ReturnType<typeof serving>>;
let now: string;
beforeEach(async () => {
  now = '2026-06-01T01:00:00.000Z';
  on = await serving({}, { now: () => now });
});
afterEach(() => on.end());

/** The last moment of the first of June in Shanghai, and the one after. */
const beforeMidnight = '2026-06-01T15:59:59.999Z';
const midnight = '2026-06-01T16:00:00.000Z';

const tagOf = async (address: string) => String((await on.get(address).expect(200)).headers.etag);
const asked = (address: string, tag: string) => on.get(address).set('If-None-Match', tag);

describe('a case whose reply is due on the first of June', () => {
  beforeEach(() => offered(on, 'k', '2026-05-12'));

  it('is not sent again that day, and is sent on the day after, when the reply is overdue', async () => {
    const tag = await tagOf(`${cases}/k`);
    now = beforeMidnight;
    await asked(`${cases}/k`, tag).expect(304);
    now = midnight;
    const { body, headers } = await asked(`${cases}/k`, tag).expect(200);
    expect(body).toMatchObject({
      revision: '2',
      deadlines: [{ rule: 'reply', status: 'overdue' }],
    });
    expect(headers.etag).not.toBe(tag);
    await asked(`${cases}/k`, String(headers.etag)).expect(304);
  });

  it('takes a command from whoever saw it the day before, by its revision or by its tag', async () => {
    const tag = await tagOf(`${cases}/k`);
    now = midnight;
    const consent = (match: string) =>
      on
        .post(`${cases}/k/consent-to-offer?dryRun=true`, { offer: 'o1', on: '2026-05-25' })
        .set('If-Match', match);
    await consent('"2"').expect(200);
    await consent(tag).expect(200);
    await consent('"1"').expect(412);
    await consent(tag.replace('2', '1')).expect(412);
  });
});

it('a case is not sent again on a day that changes none of its clocks', async () => {
  await offered(on, 'later', '2026-05-20');
  const tag = await tagOf(`${cases}/later`);
  now = midnight;
  await asked(`${cases}/later`, tag).expect(304);
});

it('a contract that is out from the second of June is sent again on that day', async () => {
  const contract = '/api/v1/contracts/c1';
  const history = old('comprehensive', ['2026-01-01', '2026-12-31'], { enterprise: 'looms' });
  await on.post(`${path}/looms/register`, mill).expect(200);
  await on.post(`${contract}/register-as-history`, history).expect(200);
  const rescission = { on: '2026-06-02', ground: 'agreement', because: '企业搬迁' };
  await on.post(`${contract}/rescind`, rescission).expect(200);
  const tag = await tagOf(contract);
  now = beforeMidnight;
  await asked(contract, tag).expect(304);
  now = midnight;
  const { body } = await asked(contract, tag).expect(200);
  expect(body).toMatchObject({ phase: 'ended' });
});

it('a contract is sent again once the enterprise that it names was registered', async () => {
  const contract = '/api/v1/contracts/c1';
  const history = old('comprehensive', ['2026-01-01', '2026-12-31'], { enterprise: 'looms' });
  await on.post(`${contract}/register-as-history`, history).expect(200);
  const tag = await tagOf(contract);
  await asked(contract, tag).expect(304);
  await on.post(`${path}/looms/register`, mill).expect(200);
  const { body } = await asked(contract, tag).expect(200);
  expect(body).toMatchObject({ unregistered: [] });
});
