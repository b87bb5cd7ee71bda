import { suggest } from '../../../domain/law/profiles.ts';
import { after, earlier, later, type Diary } from '../act.ts';
import { founded } from '../city.ts';
import type { Dice } from '../dice.ts';
import type { Life } from '../enterprise-life.ts';
import { registerPeople } from '../people.ts';
import { bodiesOf, type Bodies, type Body } from './bodies.ts';
import { courses } from './courses.ts';
import { causes, claimedFor, endings, shares, withoutMoney } from './dispute-mix.ts';
import type { Claimed, Course, DisputePlan } from './dispute-plan.ts';

/** These go through several bodies. */
const several: readonly Course[] = ['escalated', 'three-levels', 'two-bodies'];
/** An award of money up to twelve months of the minimum wage is final. */
const SMALL_FEN = 1_200_000;
const plain: readonly Course[] = ['final-award', 'set-aside'];

const sum = (dice: Dice): number => Math.round(Math.exp(9.4 + 0.9 * dice.normal()) / 20) * 2000;

const moneyOf = (item: string, course: Course, dice: Dice) => {
  if (withoutMoney.includes(item)) return {};
  const fen = Math.max(sum(dice), 40_000);
  return { fen: plain.includes(course) ? Math.min(fen, SMALL_FEN) : fen };
};

const itemsOf = (course: Course, cause: string, dice: Dice): readonly [string, ...string[]] => {
  if (plain.includes(course)) return ['pay'];
  if (course === 'mixed-award') return ['compensation', 'reinstatement'];
  const [first, second] = claimedFor[cause] ?? ['other'];
  return second !== undefined && dice.chance(0.35) ? [first, second] : [first];
};

/** One claimant has his items; many have one each; a union claims for all. */
const claimsOf = (
  { course, cause, claimants }: Pick<DisputePlan, 'course' | 'cause' | 'claimants'>,
  dice: Dice,
): DisputePlan['claims'] => {
  const items = itemsOf(course, cause, dice);
  const [first] = items;
  const own = (item: string, i: number, claimant?: string): Claimed => ({
    claim: `c${String(i + 1)}`,
    item,
    ...moneyOf(item, course, dice),
    ...(claimant !== undefined && { claimant }),
  });
  const [one, ...others] = claimants;
  if (one === undefined || others.length === 0)
    return [own(first, 0, one), ...items.slice(1).map((item, i) => own(item, i + 1, one))];
  return [own(first, 0, one), ...others.map((person, i) => own(first, i + 1, person))];
};

const firstBody = (course: Course, { committee, ...others }: Bodies, dice: Dice): Body => {
  if (course === 'escalated' || course === 'three-levels') return committee;
  const shares = { street: 45, district: 22, people: 12, city: 7, industry: 5, court: 5 };
  return others[dice.weighted(shares)];
};

const sizeOf = (course: Course, cause: string, dice: Dice): number => {
  if (course === 'some-settle') return 12;
  if (cause === 'contract-performance') return 0;
  if (dice.chance(0.04)) return dice.whole(10, 26);
  return Number(dice.weighted({ 1: 88, 2: 8, 4: 4 }));
};

type Begun = {
  readonly id: string;
  readonly start: string;
  readonly course: Course;
  readonly contract: string | undefined;
};

const planOf = (
  { id, start, course, contract }: Begun,
  bodies: Bodies,
  dice: Dice,
): DisputePlan => {
  const cause = course === 'some-settle' ? 'remuneration' : dice.weighted(causes);
  const n = sizeOf(course, cause, dice);
  const claimants = Array.from({ length: n }, (_, i) => `p-${id}-${String(i + 1)}`);
  const isOverContract = cause === 'contract-performance' && contract !== undefined;
  return {
    id,
    start,
    course,
    cause,
    channel: dice.weighted({ 'walk-in': 48, online: 30, phone: 10, letter: 6, transfer: 6 }),
    form: dice.chance(0.2) ? 'oral' : 'written',
    first: firstBody(course, bodies, dice),
    claimants,
    isDispatched: dice.chance(0.05),
    lead: dice.whole(0, 11),
    claims: claimsOf({ course, cause, claimants }, dice),
    late: dice.chance(0.06) ? dice.whole(20, 120) : 0,
    ...(isOverContract && { contract }),
  };
};

const quarrel = (diary: Diary, life: Life, begun: Begun, dice: Dice): readonly Body[] => {
  const bodies = bodiesOf(life, dice);
  const plan = planOf(begun, bodies, dice);
  const { start, id, late } = plan;
  const { profile } = suggest({ division: life.division, kind: 'comprehensive', on: start });
  const { level } = plan.first;
  const by = level === 'enterprise' ? life.by : `mediation-${life.division}`;
  const to = { noun: 'disputes', id, by };
  const on = (days: number): string => after(start, days);
  const people = plan.claimants.map((person) => ({ id: person }));
  registerPeople(diary, after(start, late), by, people);
  courses[begun.course]({
    plan,
    life,
    bodies,
    profile,
    dice,
    on,
    say: (days, type, data) => diary.write(after(start, days + late), to, type, data),
  });
  const { committee, street, city } = bodies;
  return several.includes(begun.course) ? [committee, street, city, plan.first] : [plan.first];
};

/** About one a year in eight enterprises of two hundred workers; small firms have few, none has many. */
const perYear = (workers: number): number => 0.012 + Math.min(workers / 1600, 0.4);

/** Where the law has no review by the commission, the court confirms. */
const courseFor = ({ division }: Life, dice: Dice): Course => {
  const course = dice.weighted(shares as Readonly<Record<Course, number>>);
  return course === 'reviewed' && division.startsWith('33') ? 'confirmed' : course;
};

/** The disputes of one enterprise over the years; answers with the bodies that had them. */
export const quarrelForYears = (
  diary: Diary,
  life: Life,
  dice: Dice,
  contract?: string,
): readonly Body[] => {
  const { until } = diary;
  const opens = later(founded.from, life.knownOn);
  const closes = life.endOn === '' ? until : earlier(until, after(life.endOn, -30));
  const bodies: Body[] = [];
  const begin = (start: string, course: Course): void => {
    const id = `d-${life.id}-${start}`;
    bodies.push(...quarrel(diary, life, { id, start, course, contract }, dice));
  };
  for (let year = Number(opens.slice(0, 4)); year <= Number(closes.slice(0, 4)); year += 1) {
    const start = dice.day(`${String(year)}-01-03`, `${String(year)}-12-28`);
    const has = dice.chance(perYear(life.workers(start)));
    if (has && start > opens && start <= closes) begin(start, courseFor(life, dice));
  }
  const [course, daysAgo] = endings[life.n % endings.length] ?? ['kept', 0];
  if (life.isShown) begin(after(until, -daysAgo), course);
  return bodies;
};
