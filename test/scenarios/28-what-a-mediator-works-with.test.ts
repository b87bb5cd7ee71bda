import request from 'supertest';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { httpApp } from '../../src/http/server.ts';
import { concord, register, type Concord } from '../support/concord.ts';
import { assigned } from '../support/stories/consulting.ts';
import { conclude, mediating, receive } from '../support/stories/disputes.ts';

let they: Concord;
type Page = { readonly items: readonly Readonly<Record<string, unknown>>[] };
const list = async (noun: string, query: Record<string, string>) =>
  ((await they.get(noun, query)) as Page).items;

beforeAll(async () => {
  they = await concord('2026-03-09');
  await register(they, 'mill', { workers: 200, division: '210902' });
  const told = { d1: mediating, d2: [receive({ on: '2026-03-05' })] };
  for (const [id, commands] of Object.entries(told))
    for (const { type, data } of commands) await they.send('disputes', id, type, data);
}, 60_000);
afterAll(() => they.close());

it('the docket is a board by phase, and what is due first comes first', async () => {
  const board = await list('disputes', { sort: 'next_due' });
  expect(board.map(({ id, phase, next_due }) => [id, phase, next_due])).toStrictEqual([
    ['d2', 'received', '2026-03-10'],
    ['d1', 'mediating', '2026-03-17'],
  ]);
  expect(await list('disputes', { phase: 'mediating' })).toMatchObject([{ id: 'd1' }]);
});

it('a mediator has a list of his own, and it gets shorter', async () => {
  expect(await list('mediator-spells', { mediator: 'zhao', left_on: '' })).toMatchObject([
    { dispute: 'd1', body: '新华街道调解中心' },
  ]);
  const { data } = conclude({ on: '2026-03-09' });
  await they.send('disputes', 'd1', 'ConcludeDispute', data);
  expect(await list('mediator-spells', { mediator: 'zhao', left_on: '' })).toStrictEqual([]);
});

it('every clock of disputes and of resolutions is in the list and in the calendar feed', async () => {
  await they.itIs('2026-04-01');
  for (const { type, data } of assigned) await they.send('consultations', 'm1', type, data);
  const { text } = await request(httpApp(they.app())).get('/api/v1/deadlines.ics');
  const clocks = [
    ...(await list('deadlines', { subject: 'd2' })),
    ...(await list('deadlines', { subject: 'm1' })),
  ];
  expect(clocks.length).toBeGreaterThanOrEqual(3);
  const feed = text.replaceAll('\r\n ', '');
  for (const { id } of clocks) expect(feed).toContain(`UID:${String(id)}@concord`);
});

it('the enterprise has its disputes on its lifeline', async () => {
  const told = JSON.stringify(await they.get('enterprises/mill/lifeline'));
  for (const word of ['EnterpriseRegistered', 'DisputeReceived', 'DisputeConcluded'])
    expect(told).toContain(word);
});
