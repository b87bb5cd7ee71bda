import { after, later, type Diary } from './act.ts';
import {
  counties,
  elsewhere,
  firstSigns,
  founded,
  industries,
  placeNames,
  secondSigns,
  type County,
  type Industry,
} from './city.ts';
import { creditCode } from './credit-code.ts';
import type { Dice } from './dice.ts';

/** What the rest of the city needs to know of an enterprise. */
export type Life = {
  readonly id: string;
  readonly n: number;
  readonly name: string;
  readonly division: string;
  readonly industry: Industry;
  readonly by: string;
  readonly registeredOn: string;
  /** The day it came into the register here. */
  readonly knownOn: string;
  /** The first day it no longer exists; '' while it does. */
  readonly endOn: string;
  /** The day its union was founded; '' without one. */
  readonly unionOn: string;
  /** Cases are made for these: large, unionised, and there to the end. */
  readonly isShown: boolean;
  readonly workers: (day: string) => number;
  readonly women: (day: string) => number;
};

type Dates = Pick<Life, 'registeredOn' | 'knownOn' | 'endOn' | 'unionOn'>;

const placeOf = (n: number, dice: Dice): string => {
  const branch = elsewhere[(n % 20) - 17];
  return branch ?? dice.weighted<County>(counties);
};

const unionOf = (
  { registeredOn, endOn }: Pick<Dates, 'registeredOn' | 'endOn'>,
  dice: Dice,
  until: string,
): string => {
  if (!dice.chance(0.86)) return '';
  const on = dice.day(after(registeredOn, 30), after(registeredOn, 2500));
  return on <= until && (endOn === '' || on < endOn) ? on : '';
};

const knownSince = (registeredOn: string, dice: Dice): string =>
  later(after(registeredOn, dice.whole(1, 20)), after(founded.from, dice.whole(0, 18)));

const datesOf = (dice: Dice, until: string, isShown: boolean): Dates => {
  if (isShown) {
    const registeredOn = dice.day('2003-01-01', '2014-11-30');
    const unionOn = dice.day(after(registeredOn, 30), '2015-12-01');
    return { registeredOn, knownOn: knownSince(registeredOn, dice), endOn: '', unionOn };
  }
  const registeredOn = dice.chance(0.8)
    ? dice.day('2003-01-01', '2015-11-30')
    : dice.day('2016-02-01', after(until, -60));
  const knownOn = knownSince(registeredOn, dice);
  const end = dice.chance(0.1) ? dice.day(after(knownOn, 200), after(until, 600)) : '';
  const endOn = end <= until ? end : '';
  return { registeredOn, knownOn, endOn, unionOn: unionOf({ registeredOn, endOn }, dice, until) };
};

/** Workers by year: lognormal, and a step up or down every year. */
const sizesOf = (dice: Dice, isShown: boolean): ReadonlyMap<number, number> => {
  const sizes = new Map<number, number>();
  let size = Math.exp(3.3 + 1.2 * dice.normal());
  if (isShown) size = Math.max(size, 120 + dice.whole(0, 900));
  for (let year = 2003; year <= 2100; year += 1) {
    size = Math.min(
      Math.max(size * Math.exp(0.01 + 0.14 * dice.normal()), isShown ? 60 : 2),
      20_000,
    );
    sizes.set(year, Math.round(size));
  }
  return sizes;
};

const nameOf = (n: number, dice: Dice, division: string, industry: Industry): string => {
  const city = division.startsWith('32') ? '南通' : '通海';
  const brand = dice.pick(firstSigns) + dice.pick(secondSigns);
  return `${city}${placeNames[division] ?? ''}${brand}${industries[industry].name}有限公司${n}号`;
};

/** The n-th enterprise of the city, as it will live. */
export const lifeOf = (n: number, dice: Dice, until: string, isShown: boolean): Life => {
  const division = placeOf(n, dice);
  const industry = dice.weighted<Industry>(
    Object.fromEntries(
      Object.entries(industries).map(([code, { share }]) => [code, share]),
    ) as Record<Industry, number>,
  );
  const sizes = sizesOf(dice, isShown);
  const share = Math.min(
    Math.max(industries[industry].women / 10 + 0.1 * dice.normal(), 0.05),
    0.95,
  );
  const workers = (day: string): number => sizes.get(Number(day.slice(0, 4))) ?? 2;
  return {
    n,
    id: creditCode(division, n),
    name: nameOf(n, dice, division, industry),
    division,
    industry,
    by: `clerk-${division}`,
    isShown,
    ...datesOf(dice, until, isShown),
    workers,
    women: (day) => Math.round(workers(day) * share),
  };
};

type To = { readonly noun: string; readonly id: string; readonly by: string };

const register = ({ write }: Diary, to: To, life: Life): void => {
  write(life.knownOn, to, 'Register', {
    registeredOn: life.registeredOn,
    name: life.name,
    creditCode: life.id,
    division: life.division,
    industry: life.industry,
    industryScheme: 'gb4754-2017',
    registrationType: life.n % 9 === 0 ? '310' : '173',
    registrationScheme: 'nbs-1998',
  });
};

const headcounts = ({ write, until }: Diary, to: To, life: Life, dice: Dice): void => {
  const { registeredOn, knownOn, endOn } = life;
  const first = Math.max(Number(registeredOn.slice(0, 4)), 2015);
  for (let year = first; year < Number(until.slice(0, 4)); year += 1) {
    const asOf = `${year}-12-31`;
    if (endOn !== '' && asOf >= endOn) return;
    const workers = life.workers(asOf);
    if (workers < 30 && (year + life.n) % 2 === 1) continue;
    const isLate = dice.chance(0.05);
    const day = later(
      after(asOf, isLate ? dice.whole(120, 320) : dice.whole(5, 85)),
      after(knownOn, 1),
    );
    const data = { asOf, workers, women: life.women(asOf) };
    if (!dice.chance(0.03)) {
      write(day, to, 'ReportHeadcount', data);
      continue;
    }
    const corrects = write(day, to, 'ReportHeadcount', { ...data, workers: workers * 10 });
    const reason = '多填一位数';
    write(after(day, dice.whole(20, 200)), to, 'CorrectHeadcount', { corrects, reason, ...data });
  }
};

const union = ({ write, until }: Diary, to: To, life: Life, dice: Dice): void => {
  const { unionOn, knownOn, endOn, name } = life;
  if (unionOn === '') return;
  const isLate = dice.chance(0.06);
  const day = later(
    after(unionOn, isLate ? dice.whole(100, 400) : dice.whole(1, 30)),
    after(knownOn, 1),
  );
  if (write(day, to, 'FoundUnion', { on: unionOn, name: `${name}工会委员会` }) === undefined)
    return;
  for (let year = 2016; year < Number(until.slice(0, 4)); year += 3) {
    const asOf = `${year}-12-31`;
    const stands = unionOn <= asOf && (endOn === '' || asOf < endOn);
    const members = Math.floor(life.workers(asOf) * (0.7 + 0.3 * dice.part()));
    if (stands)
      write(later(after(asOf, dice.whole(10, 80)), after(day, 1)), to, 'CountMembers', {
        asOf,
        members,
      });
  }
};

/** Moves, new names and trades, and standing still for a while: for a few. */
const changes = ({ write, until }: Diary, to: To, life: Life, dice: Dice): void => {
  const last = after(life.endOn === '' ? until : life.endOn, -120);
  const first = after(life.knownOn, 40);
  if (last <= first || life.isShown) return;
  const on = dice.day(first, last);
  const day = after(on, dice.whole(1, 40));
  const kind = dice.weighted({ none: 88, move: 3, rename: 3, reclassify: 2, suspend: 2, size: 2 });
  if (kind === 'move') write(day, to, 'Move', { on, division: dice.weighted<County>(counties) });
  if (kind === 'rename')
    write(day, to, 'Rename', { on, name: life.name.replace('有限', '股份有限') });
  if (kind === 'reclassify')
    write(day, to, 'Reclassify', { on, industry: '51', industryScheme: 'gb4754-2017' });
  if (kind === 'size') {
    const sizeClass = life.workers(on) >= 300 ? 'medium' : 'small';
    write(day, to, 'AssessSizeClass', { on, sizeClass, sizeYear: Number(on.slice(0, 4)) });
  }
  if (kind !== 'suspend') return;
  write(day, to, 'Suspend', { on, reason: '停产检修' });
  const back = after(on, 60);
  write(later(after(back, 3), day), to, 'Resume', { on: back });
};

/** How it ends: most are deregistered, some are absorbed by a neighbour. */
const ending = ({ write }: Diary, to: To, life: Life, neighbour: Life | undefined): void => {
  const { endOn: on, n } = life;
  if (on === '') return;
  const day = after(on, (n % 12) + 1);
  const canMerge = neighbour?.endOn === '' && neighbour.knownOn < on && n % 4 === 0;
  if (canMerge) write(day, to, 'MergeInto', { on, successor: neighbour.id });
  else write(day, to, 'Deregister', { on, reason: '决议解散' });
};

/** Writes the life of an enterprise down. */
export const liveOn = (diary: Diary, life: Life, dice: Dice, neighbour: Life | undefined): void => {
  const to = { noun: 'enterprises', id: life.id, by: life.by };
  register(diary, to, life);
  union(diary, to, life, dice);
  headcounts(diary, to, life, dice);
  changes(diary, to, life, dice);
  ending(diary, to, life, neighbour);
};
