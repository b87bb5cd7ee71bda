import { setTimeout } from 'node:timers/promises';
import { loadDemo, type Browsing } from './browser.ts';

const DAY_MS = 86_400_000;
const daysFromNow = (days: number): string =>
  new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
/** The day that is looked at: the city of the demo has lived through it. */
export const DAY = daysFromNow(-60);
export const YEAR = { from: daysFromNow(-425), to: DAY };

/** A moment as one types it in the office. */
export const typed = (instant: number): string =>
  new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);

const contract = {
  kind: 'comprehensive',
  level: 'enterprise',
  profile: 'national-2004',
  source: '补录',
  registeredOn: daysFromNow(-200),
  termStart: daysFromNow(-200),
  termEnd: daysFromNow(400),
  steps: [],
  clauses: [],
};
const firm = async (on: Browsing, id: string) => {
  await on.post(`/enterprises/${id}/register`, {
    registeredOn: '2020-03-01',
    name: `南通迟录${id}厂`,
    division: '320681',
    industry: 'C17',
    industryScheme: 'gb4754-2017',
  });
  await on.post(`/enterprises/${id}/found-union`, { on: '2021-05-01' });
};
const contractOf = (on: Browsing, id: string) =>
  on.post(`/contracts/${id}-contract/register-as-history`, { ...contract, enterprise: id });

/** The city of the demo, and what came late: two contracts recorded, one found to be none. */
export const foundLateCity = async (on: Browsing): Promise<number> => {
  await loadDemo(on, { enterprises: 60, seed: 7 });
  for (const id of ['late-1', 'late-2', 'gone']) await firm(on, id);
  await contractOf(on, 'gone');
  const before = Math.ceil(Date.now() / 1000) * 1000;
  // As one types a moment, to the second: what comes late is recorded in the next one.
  await setTimeout(before - Date.now() + 50);
  await contractOf(on, 'late-1');
  await contractOf(on, 'late-2');
  await on.post('/contracts/gone-contract/void', { reason: '误录' });
  return before;
};
