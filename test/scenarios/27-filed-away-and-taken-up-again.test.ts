import { afterAll, beforeAll, expect, it } from 'vitest';
import { concord, type Concord } from '../support/concord.ts';
import { file } from '../support/stories/arbitrations.ts';
import { assigned, convene, done, everyone, type hear } from '../support/stories/consulting.ts';
import { failed } from '../support/stories/disputes.ts';

let they: Concord;
type Command = ReturnType<typeof file> | ReturnType<typeof hear>;
const tell = async (noun: string, id: string, commands: readonly Command[]) => {
  for (const { type, data } of commands) await they.send(noun, id, type, data);
};
beforeAll(async () => {
  they = await concord('2026-07-01');
  await tell('disputes', 'd1', failed);
});
afterAll(() => they.close());

const archive = { on: '2026-06-01', fileNumber: '2026-118', secondary: 'without' };
const docket = () => they.get('disputes/d1');

it('a dispute that is over is archived under its number, and kept for five years', async () => {
  await they.send('disputes', 'd1', 'ArchiveDispute', archive);
  expect(await docket()).toMatchObject({
    archived_on: '2026-06-01',
    file_number: '2026-118',
    kept_until: '2031-06-02',
  });
});

it('its file comes out again when arbitration is filed, and the commission of the workplace has it', async () => {
  await tell('disputes', 'd1', [file({ on: '2026-06-10', jurisdiction: 'employer-seat' })]);
  expect(await docket()).toMatchObject({ phase: 'arbitrating', archived_on: null });
  const moving = {
    from: 'arb',
    arbitration: 'arb-2',
    commission: '细河区仲裁委',
    on: '2026-06-29',
    by: 'employer',
  };
  await they.send('disputes', 'd1', 'MoveArbitration', moving);
  expect(await docket()).toMatchObject({
    arbitration: 'arb-2',
    arbitration_filed_on: '2026-06-29',
    next_clock: 'arbitration-acceptance',
    next_due: '2026-07-06',
  });
  const back = { ...moving, from: 'arb-2', arbitration: 'arb-3' };
  await they.isRefused('performance-place-decides', ['disputes', 'd1', 'MoveArbitration'], back);
  await they.itIs('2026-07-07');
  expect((await they.history('disputes', 'd1')).at(-1)).toBe('AcceptanceFellSilent');
});

it('a resolution that was given more time is in time on its new day', async () => {
  await tell('consultations', 'm1', assigned);
  expect(await they.get('resolutions')).toMatchObject({ items: [{ status: 'overdue' }] });
  expect(assigned[0]).toStrictEqual(convene());
  const later = { resolution: 'r1', due: '2026-08-31' };
  const corrects = await they.fact('consultations', 'm1', 'FollowUpAssigned');
  const owner = { body: 'union' };
  const anew = { ...later, owner, on: '2026-03-24', corrects, reason: '期限录入有误' };
  await they.send('consultations', 'm1', 'CorrectAssignment', anew);
  const because = '资金下达延后';
  const extension = { resolution: 'r1', on: '2026-07-07', until: '2026-10-31', because };
  await they.send('consultations', 'm1', 'ExtendFollowUp', { ...extension, consenting: everyone });
  await they.itIs('2026-10-30');
  await tell('consultations', 'm1', [done({ on: '2026-10-30' })]);
  expect(await they.get('resolutions')).toMatchObject({
    items: [{ due_on: '2026-10-31', extended_on: '2026-07-07', timeliness: 'timely' }],
  });
  expect(await they.get('deadlines', { subject: 'm1' })).toMatchObject({
    items: [{ rule: 'follow-up', due_on: '2026-10-31', status: 'met' }],
  });
  expect(await they.ratio('resolution-follow-up', { from: '2026-06-01', to: '2026-12-31' })).toBe(
    '1 of 1',
  );
});
