import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { listen, type Listening } from '../../src/http/listen.ts';
import { httpApp } from '../../src/http/server.ts';
import { kebab } from '../../src/http/route.ts';
import { assign, mediating, session } from '../support/stories/disputes.ts';
import { caller, opened } from './serving.ts';

let system: Awaited<ReturnType<typeof opened>>;
let server: Listening;
let on: ReturnType<typeof caller>;
const dispute = '/api/v1/disputes/d1';
const note = (visibility: string, id: string) => ({
  session: 's1',
  person: 'wang-health',
  note: id,
  visibility,
});

const send = async (type: string, data: object): Promise<void> => {
  const answer = await on.post(`${dispute}/${kebab(type)}`, data);
  expect([answer.status, answer.text]).toMatchObject([200, expect.any(String)]);
};

beforeAll(async () => {
  system = await opened({}, { now: () => '2026-07-01T01:00:00.000Z' });
  on = caller(httpApp(system.app));
  server = await listen(system.app);
  const commands = [...mediating, assign({ mediator: 'qian' }), session()];
  for (const { type, data } of commands) await send(type, data);
  await send('TakeNote', note('mediators', 'secret-note'));
  await send('TakeNote', note('parties', 'open-note'));
});
afterAll(async () => {
  await server.close();
  await system.clear();
});

/** What an account is told, wherever facts are told. */
const places: Readonly<Record<string, (actor: string) => Promise<string>>> = {
  'the history of the dispute': async (actor) =>
    (await on.get(`${dispute}/events`).set('X-Actor', actor)).text,
  'a batch of CloudEvents': async (actor) =>
    (
      await on
        .get('/api/v1/events?after=0&limit=500')
        .set('Accept', 'application/cloudevents-batch+json')
        .set('X-Actor', actor)
    ).text,
  'the live stream': async (actor) => {
    const asked = get(`${server.url}/api/v1/events?after=0`, {
      headers: { Accept: 'text/event-stream', 'X-Actor': actor },
    });
    const [res] = (await once(asked, 'response')) as [IncomingMessage];
    res.setEncoding('utf8');
    let text = '';
    for await (const piece of res) {
      text += String(piece);
      if (text.includes('open-note')) break;
    }
    return text;
  },
};

describe.each(Object.entries(places))('in %s', (_, told) => {
  test('a mediator of the dispute reads the notes of the mediators', async () => {
    for (const actor of ['zhao', 'qian']) {
      const text = await told(actor);
      expect(text).toContain('secret-note');
      expect(text).toContain('open-note');
    }
  });

  test('others see that there is one, and neither which nor about whom', async () => {
    for (const actor of ['wang', 'boss', 'sun', 'clerk-1', 'local']) {
      const text = await told(actor);
      expect(text).not.toContain('secret-note');
      expect(text.match(/"visibility":"mediators"/g)).toHaveLength(1);
      expect(text.match(/wang-health/g)).toHaveLength(1);
      expect(text).toContain('open-note');
    }
  });
});

test('no list, file or figure tells of it', async () => {
  const lists = [...system.app.things, ...system.app.parts].map(({ noun }) => noun);
  for (const noun of [...lists, 'deadlines', 'events']) {
    const { text } = await on.get(`/api/v1/${noun}`);
    expect(text, noun).not.toContain('secret-note');
  }
  for (const path of ['disputes?format=csv', 'proceedings?format=jsonl', 'disputes/d1'])
    expect((await on.get(`/api/v1/${path}`)).text).not.toContain('secret-note');
});

test('a mediator who was recused reads them no more', async () => {
  const recusal = { proceeding: 'street', mediator: 'qian', on: '2026-03-10', askedBy: 'employer' };
  await send('RecuseMediator', recusal);
  const told = places['the history of the dispute'];
  expect(await told?.('qian')).not.toContain('secret-note');
  expect(await told?.('zhao')).toContain('secret-note');
});
