import { suggest } from '../../domain/law/profiles.ts';
import { plusDays, plusMonths, plusYears } from '../../domain/shared/calendar.ts';
import type { ContractKind } from '../../domain/shared/values.ts';
import { after, diary, type Act, type Diary } from './act.ts';
import { bargain } from './case-life.ts';
import type { CasePlan, Course, Review, Whom } from './case-plan.ts';
import { counties } from './city.ts';
import { clauses, concludeContracts, wageStep } from './contract-life.ts';
import { dice, type Dice } from './dice.ts';
import { registerMediators } from './disputes/bodies.ts';
import { quarrelForYears } from './disputes/dispute-life.ts';
import { lifeOf, liveOn, type Life } from './enterprise-life.ts';
import { consult } from './meetings/consult.ts';

export type CityOptions = {
  readonly enterprises: number;
  readonly seed: number;
  /** The last day of its history. */
  readonly until: string;
};

/** How the last case of an enterprise stands on the last day: its course, and how long ago it began. */
const endings: readonly (readonly [Course, number])[] = [
  ['through', 1],
  ['silent', 6],
  ['silent', 70],
  ['through', 36],
  ['through', 48],
  ['suspended', 48],
  ['deadlocked', 54],
  ['coordinated', 54],
  ['coordinated', 62],
  ['through', 60],
  ['rejected', 70],
  ['through', 64],
  ['through', 70],
  ['through', 78],
  ['through', 150],
  ['refused', 40],
  ['failed', 110],
  ['withdrawn', 30],
  ['void', 30],
  ['late-reply', 170],
];

/** So many enterprises at the front of the city have cases: all endings where the city is large enough. */
const shown = (enterprises: number): number =>
  Math.min(enterprises, Math.max(endings.length, Math.floor(enterprises / 12)));

const reviews: readonly [Review, Review, Review, Review] = [
  'deemed',
  'approved',
  'objected',
  'late-objection',
];
const kinds: readonly [ContractKind, ContractKind, ContractKind] = [
  'wage',
  'wage',
  'comprehensive',
];

const whomOf = (life: Life, day: string): Whom => ({
  id: life.id,
  by: `union-${life.division}`,
  division: life.division,
  level: 'enterprise',
  enterprise: life.id,
  workers: life.workers(day),
  women: life.women(day),
});

/** The cases of one enterprise: an old one that became a contract, its renewal, and one that goes on; answers with the contract. */
const bargainForYears = (book: Diary, life: Life, toss: Dice): string => {
  const review = reviews[life.n % reviews.length] ?? 'deemed';
  const kind = kinds[life.n % kinds.length] ?? 'wage';
  const start = toss.day('2017-03-01', '2020-06-30');
  const course: Course = life.n % 7 === 3 ? 'late-reply' : 'through';
  const first: CasePlan = { kind, start, course, review };
  const contract = bargain(book, whomOf(life, start), first, toss);
  if (kind === 'wage' && life.n % 2 === 0) {
    // Renewed while the first still runs, so that one supersedes the other.
    const again = plusMonths(start, 9);
    const renewal: CasePlan = {
      kind,
      start: again,
      course: 'through',
      review: 'deemed',
      predecessor: contract,
    };
    bargain(book, whomOf(life, again), renewal, toss);
  }
  const [last, daysAgo] = endings[life.n % endings.length] ?? ['through', 1];
  const since = after(book.until, -daysAgo);
  bargain(
    book,
    whomOf(life, since),
    { kind: 'wage', start: since, course: last, review: 'deemed' },
    toss,
  );
  return contract;
};

/** A notice of before the register, kept as history with the contract it was about. */
const recallCase = (book: Diary, life: Life): void => {
  const { id: enterprise, division, by } = life;
  const { profile } = suggest({ division, kind: 'wage', on: '2014-05-06' });
  book.write(
    after(life.knownOn, 30),
    { noun: 'bargaining-cases', id: `old-${enterprise}`, by },
    'RegisterCaseAsHistory',
    {
      profile,
      kind: 'wage',
      level: 'enterprise',
      contract: `${enterprise}-wage-2014-06`,
      enterprise,
      noticeOn: '2014-05-06',
      source: '企业档案',
    },
  );
};

const scopes: readonly (readonly string[])[] = [
  ['62'],
  ['17', '18'],
  ['47'],
  ['54', '51'],
  ['26'],
  ['38', '39'],
  ['34'],
];

/** One industry contract a year in each county, and a women's contract for the whole of some. */
const contractsAboveEnterprises = (book: Diary, toss: Dice): void => {
  for (const [i, division] of Object.keys(counties).entries()) {
    const industriesOf = scopes[i] ?? [];
    for (let start = '2016-04-01'; start < book.until; start = plusYears(start, 1)) {
      const skips = toss.chance(0.12);
      if (!skips)
        takeOverAbove(
          book,
          { division, kind: 'wage', start, years: 1, industries: industriesOf },
          toss,
        );
    }
    if (i % 3 === 0)
      takeOverAbove(
        book,
        { division, kind: 'women', start: '2021-03-01', years: 3, industries: ['65', '72'] },
        toss,
      );
  }
};

type Above = {
  readonly division: string;
  readonly kind: ContractKind;
  readonly start: string;
  readonly years: number;
  readonly industries: readonly string[];
};

const takeOverAbove = (book: Diary, above: Above, toss: Dice): string => {
  const { division, kind, start, years } = above;
  const id = `area-${division}-${kind}-${start}`;
  const level = kind === 'women' ? 'regional' : 'industry';
  book.write(
    after(start, 12),
    { noun: 'contracts', id, by: `clerk-${division}` },
    'RegisterAsHistory',
    {
      kind,
      level,
      scope: { divisions: [division], industries: above.industries },
      employersBody: '企业家协会',
      union: '总工会',
      profile: suggest({ division, kind, on: start }).profile,
      source: '区域档案',
      registeredOn: start,
      signedOn: plusDays(start, -25),
      effectiveOn: start,
      termStart: start,
      termEnd: plusDays(plusYears(start, years), -1),
      steps: kind === 'wage' ? [wageStep(toss, start)] : [],
      clauses: clauses(kind),
    },
  );
  return id;
};

/** Where enterprises accede one by one (Shanghai, Shandong), they do, and one leaves. */
const accessions = (book: Diary, lives: readonly Life[], toss: Dice): void => {
  for (const division of ['370202', '310115']) {
    const local = lives.filter((life) => life.division === division && life.endOn === '');
    if (local.length === 0) continue;
    const start = '2022-05-01';
    const above: Above = { division, kind: 'wage', start, years: 3, industries: [] };
    const to = { noun: 'contracts', id: takeOverAbove(book, above, toss), by: `clerk-${division}` };
    const acceding = local.filter(({ knownOn }) => knownOn < start).slice(0, 60);
    for (const { id: enterprise, n } of acceding) {
      const from = after(start, 20 + (n % 200));
      book.write(after(from, 6), to, 'Accede', { enterprise, from });
    }
    const [leaver] = acceding;
    if (leaver)
      book.write('2023-09-10', to, 'Withdraw', {
        enterprise: leaver.id,
        on: '2023-09-01',
        because: '退出行业协会',
      });
  }
};

/** A case above the enterprise, from the offer to the contract in force. */
const regionalCase = (book: Diary, toss: Dice): void => {
  const division = '320613';
  const whom: Whom = {
    id: `area-${division}`,
    by: `union-${division}`,
    division,
    level: 'regional',
    scope: { divisions: [division], industries: ['62'] },
    workers: 3400,
    women: 1900,
  };
  const start = after(book.until, -330);
  bargain(book, whom, { kind: 'wage', start, course: 'through', review: 'approved' }, toss);
};

/** The whole history of a city, act by act, in the order it is written down. Pure: the same options, the same acts. */
export const cityOf = ({ enterprises, seed, until }: CityOptions): readonly Act[] => {
  const book = diary(seed, until);
  const withCases = shown(enterprises);
  const lives = Array.from({ length: enterprises }, (_, n) =>
    lifeOf(n, dice(seed, n, 1), until, n < withCases),
  );
  const bodies = lives.flatMap((life) => {
    liveOn(book, life, dice(seed, life.n, 2), lives[life.n + 1]);
    concludeContracts(book, life, dice(seed, life.n, 3));
    const contract = life.isShown ? bargainForYears(book, life, dice(seed, life.n, 4)) : undefined;
    if (life.n % 40 === 0) recallCase(book, life);
    return quarrelForYears(book, life, dice(seed, life.n, 6), contract);
  });
  registerMediators(book, bodies);
  consult(book, seed, enterprises);
  const toss = dice(seed, 5);
  contractsAboveEnterprises(book, toss);
  accessions(book, lives, toss);
  regionalCase(book, toss);
  return [...book.acts()].sort((a, b) => (a.day < b.day ? -1 : Number(a.day > b.day)));
};
