import { divisions } from '../../domain/law/divisions.ts';
import { numberedDay } from '../../domain/shared/calendar.ts';
import type { Seen } from '../../projections/projection.ts';

/** 2016-01-01 */
export const FIRST = 16_801;
const YEARS = 10;

/** Numbers that look random and are the same in every run. */
export const dice = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
};

const known = divisions.filter(({ code }) => /^(21|32)\d{4}$/.test(code)).map(({ code }) => code);
/** A city has about ten counties, a province about a hundred. */
const countiesFor = (enterprises: number): readonly string[] =>
  known.slice(0, Math.min(known.length, Math.max(10, Math.round(enterprises / 2_500))));
const industries = Array.from({ length: 40 }, (_, i) => String(13 + i));

type Story = {
  readonly on: number;
  readonly late: number;
  readonly fact: Omit<Seen, 'position' | 'at'>;
};
type Throw = ReturnType<typeof dice>;

let facts = 0;
const story = (
  category: 'enterprise' | 'contract',
  subject: string,
  on: number,
  [type, data]: readonly [string, object],
): Story => ({
  on,
  late: 0,
  fact: {
    category,
    subject,
    type,
    data,
    id: `f${String((facts += 1))}`,
    by: 'import:bench',
    revision: 0n,
  },
});

const headcounts = (id: string, since: number, roll: Throw): Story[] => {
  let workers = 5 + roll(roll(10) === 0 ? 2000 : 120);
  const stories: Story[] = [];
  for (let on = since; on < FIRST + YEARS * 365; on += 300 + roll(130)) {
    workers = Math.max(1, workers + roll(21) - 10);
    const data = { asOf: numberedDay(on), workers, women: Math.floor(workers / 3) };
    stories.push({ ...story('enterprise', id, on, ['HeadcountReported', data]), late: roll(60) });
  }
  return stories;
};

const contractsOf = (id: string, since: number, roll: Throw): Story[] => {
  const stories: Story[] = [];
  const kind = ['comprehensive', 'wage', 'women'][roll(3)];
  let nth = 0;
  for (let on = since + roll(800); on < FIRST + YEARS * 365; on += 366 + roll(200)) {
    const contract = `c-${id}-${String((nth += 1))}`;
    const terms = {
      termStart: numberedDay(on),
      termEnd: numberedDay(on + 364),
      steps: [],
      clauses: [],
      text: [],
    };
    const parties = {
      kind,
      level: 'enterprise',
      coverage: 'ALL_IN_SCOPE',
      enterprise: id,
      workers: 20 + roll(200),
    };
    const signed = {
      ...parties,
      ...terms,
      profile: 'national-2004',
      case: `k-${contract}`,
      signedOn: numberedDay(on),
    };
    stories.push(
      { ...story('contract', contract, on, ['ContractSigned', signed]), late: roll(30) },
      {
        ...story('contract', contract, on + 20, [
          'ContractTookEffect',
          { on: numberedDay(on), mode: 'explicit' },
        ]),
        late: 30 + roll(40),
      },
    );
  }
  return stories;
};

const enterpriseStories = (n: number, counties: readonly string[], roll: Throw): Story[] => {
  const id = `E${String(n)}`;
  const since = FIRST + roll(YEARS * 200);
  const pick = (list: readonly string[]) => list[roll(list.length)] ?? '';
  const registered = {
    registeredOn: numberedDay(since),
    name: `企业${String(n)}`,
    division: pick(counties),
    industry: pick(industries),
    industryScheme: 'gb4754-2017',
    registrationType: pick(['151', '160', '173', '330']),
    sizeClass: pick(['large', 'medium', 'small', 'micro']),
  };
  const on = since + roll(900);
  const union =
    roll(4) === 0 ? [] : [story('enterprise', id, on, ['UnionFounded', { on: numberedDay(on) }])];
  const later = since + 400 + roll(1500);
  const moved =
    roll(8) === 0
      ? [
          story('enterprise', id, later, [
            'EnterpriseMoved',
            { on: numberedDay(later), division: pick(counties) },
          ]),
        ]
      : [];
  return [
    story('enterprise', id, since, ['EnterpriseRegistered', registered]),
    ...union,
    ...moved,
    ...headcounts(id, since, roll),
    ...(roll(3) === 0 ? [] : contractsOf(id, since, roll)),
  ];
};

/** Ten years of enterprises, headcounts, unions, moves and contracts, in the order they were recorded. */
export const cityHistory = (enterprises: number): Seen[] => {
  const roll = dice(42);
  const counties = countiesFor(enterprises);
  const stories = Array.from({ length: enterprises }, (_, n) =>
    enterpriseStories(n, counties, roll),
  ).flat();
  stories.sort((a, b) => a.on + a.late - (b.on + b.late));
  return stories.map(({ on, late, fact }, i) => ({
    ...fact,
    at: `${numberedDay(on + late)}T02:00:00.000Z`,
    position: BigInt(i + 1),
  }));
};
