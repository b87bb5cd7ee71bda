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

test('what a mediator was told is not the same for others, and still the same for other mediators', async () => {
  const history = (actor: string, tag = '""') =>
    on.get(`${dispute}/events`).set('X-Actor', actor).set('If-None-Match', tag);
  const { etag } = (await history('zhao')).headers as { etag: string };
  expect((await history('qian', etag)).status).toBe(304);
  expect((await history('wang', etag)).status).toBe(200);
  const theirs = (await history('wang')).headers as { etag: string };
  expect((await history('boss', theirs.etag)).status).toBe(304);
  expect((await history('zhao', theirs.etag)).status).toBe(200);
});

test('a mediator who was recused reads them no more', async () => {
  const recusal = { proceeding: 'street', mediator: 'qian', on: '2026-03-10', askedBy: 'employer' };
  await send('RecuseMediator', recusal);
  const told = places['the history of the dispute'];
  expect(await told?.('qian')).not.toContain('secret-note');
  expect(await told?.('zhao')).toContain('secret-note');
});

describe('the notes themselves', () => {
  const person = '/api/v1/people/wang-health';
  const details = { name: 'CANARY-王', phone: '13800000000' };
  type Told = {
    readonly state: string;
    readonly note: string | null;
    readonly text: string | null;
  };
  const notes = async (actor: string): Promise<readonly Told[]> => {
    const { body } = await on.get(`${dispute}/notes`).set('X-Actor', actor);
    return body as readonly Told[];
  };
  const seal = (id: string, text: string) =>
    on.post(`${person}/seal-note`, { note: id, kind: 'note', text });

  beforeAll(async () => {
    await on.post(`${person}/register`, { details });
    await seal('secret-note', '王同意两万元');
    await seal('open-note', '双方同意休会');
  });

  test('open for a mediator of the dispute, and say what was sealed', async () => {
    expect(await notes('zhao')).toMatchObject([
      { state: 'open', note: 'secret-note', text: '王同意两万元', person: 'wang-health' },
      { state: 'open', note: 'open-note', text: '双方同意休会' },
    ]);
  });

  test('for mediators only open for nobody else: not the parties, not a recused mediator', async () => {
    for (const actor of ['wang', 'boss', 'sun', 'clerk-1', 'local', 'qian']) {
      const [secret, open] = await notes(actor);
      expect(secret).toMatchObject({ state: 'withheld', note: null, person: null, text: null });
      expect(open).toMatchObject({ state: 'open', text: '双方同意休会' });
    }
  });

  test('for mediators only stay so when somebody takes them once more for the parties', async () => {
    await send('TakeNote', note('parties', 'secret-note'));
    for (const told of await notes('wang'))
      expect(told.note === 'open-note' || told.state === 'withheld').toBe(true);
    expect((await notes('zhao')).map(({ state }) => state)).toStrictEqual(['open', 'open', 'open']);
  });

  test('that nobody sealed yet, or whose person was erased, say so', async () => {
    await send('TakeNote', note('parties', 'never-written'));
    expect((await notes('boss')).at(-1)).toMatchObject({ state: 'unwritten', text: null });
    await on.post(`${person}/erase`, { on: '2026-06-30', reason: 'on-request' });
    expect((await notes('zhao'))[0]).toMatchObject({ state: 'erased', text: null });
  });

  test('of a dispute that is not there are not found', async () => {
    expect((await on.get('/api/v1/disputes/nowhere/notes')).status).toBe(404);
  });
});
