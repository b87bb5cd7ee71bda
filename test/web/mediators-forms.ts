import { disputes } from '../../src/web/words/disputes.ts';
import { formRows } from '../../src/web/words/form-rows.ts';
import { choose, pickDay, type Player } from './playing.ts';

/** A claim as one row of the form of claims; whoever is offered for the row, and the day, stay. */
export type ClaimRow = {
  readonly claimant?: string;
  readonly item: string;
  readonly fen?: number;
  readonly on?: string;
};

const person = (id: string): RegExp => new RegExp(`(^|· )${id}$`);

/** Opens a form of its own from what can happen now. */
const openForm = (me: Player, command: string): Promise<void> =>
  me.button(me.command('dispute', command), me.page.locator('main aside')).click();

const typeClaim = async (me: Player, { claimant, item, fen, on }: ClaimRow, at: number) => {
  const cell = (name: string) => me.dialog.locator(`#${name}-${String(at)}`);
  await cell('item').waitFor();
  if (claimant !== undefined) await choose(cell('claimant'), person(claimant), claimant);
  const called = me.value('item', item);
  await choose(cell('item'), called, called);
  if (fen !== undefined) await cell('fen').fill(String(fen / 100));
  if (on !== undefined) await pickDay(cell('on'), on);
};

/** Makes claims as rows of one form: all of them are recorded at once. */
export const makeClaims = async (me: Player, claims: readonly ClaimRow[]): Promise<void> => {
  await openForm(me, 'MakeClaim');
  for (const [at, claim] of claims.entries()) {
    if (at > 0) await me.button(me.say(formRows, 'add'), me.dialog).click();
    await typeClaim(me, claim, at);
  }
  await me.button(me.say(formRows, 'send', { count: claims.length }), me.dialog).click();
  await me.dialog.waitFor({ state: 'hidden' });
};

/** A note of the last session. */
export type SessionNote = {
  readonly person: string;
  readonly visibility: 'parties' | 'mediators';
  readonly text: string;
};

/** Seals a note of the session that the form offers. */
export const takeNote = async (me: Player, note: SessionNote): Promise<void> => {
  await openForm(me, 'TakeNote');
  await choose(me.dialog.locator('#note-person'), person(note.person), note.person);
  await me.dialog.getByText(me.value('visibility', note.visibility), { exact: true }).click();
  await me.dialog.locator('#note-text').fill(note.text);
  await me.button(me.say(disputes, 'noteSend'), me.dialog).click();
  await me.dialog.waitFor({ state: 'hidden' });
};
