import { after, type Diary } from '../act.ts';
import { counties, placeNames } from '../city.ts';
import { dice as diceOf } from '../dice.ts';
import { callOff, hold, opened, strike } from './meeting-life.ts';
import type { MeetingTold, Resolved, Series } from './meeting-plan.ts';

const tripartite = (place: string): Series['seats'] => [
  { body: 'labor-administration', name: `${place}人力资源和社会保障局` },
  { body: 'union', name: `${place}总工会` },
  { body: 'enterprise-confederation', name: `${place}企业联合会` },
  { body: 'industry-federation', name: `${place}工商业联合会` },
];

const joint = (place: string): Series['seats'] => [
  { body: 'government', name: `${place}人民政府` },
  { body: 'union', name: `${place}总工会` },
];

const ofCity: readonly [Series, Series] = [
  {
    id: 'tripartite-3206',
    forum: 'tripartite',
    level: 'city',
    division: '3206',
    name: '南通市协调劳动关系三方会议',
    seats: tripartite('南通市'),
    months: ['03-18', '09-16'],
  },
  {
    id: 'joint-3206',
    forum: 'joint-conference',
    level: 'city',
    division: '3206',
    name: '南通市人民政府与南通市总工会联席会议',
    seats: joint('南通市'),
    months: ['06-10', '12-04'],
  },
];

const inCounties = (): readonly Series[] =>
  Object.keys(counties).map((division) => {
    const place = placeNames[division] ?? '';
    return {
      id: `tripartite-${division}`,
      forum: 'tripartite',
      level: 'county',
      division,
      name: `${place}协调劳动关系三方会议`,
      seats: tripartite(place),
      months: ['05-20', '11-18'],
    };
  });

/** The counties confer where the city is large enough to have disputes in all of them. */
const COUNTIES_FROM = 400;

type Telling = (series: Series, meetsOn: string, n: number) => MeetingTold;

const tellingIn =
  (diary: Diary, seed: number): Telling =>
  (series, meetsOn, n) => {
    const id = `${series.id}-${meetsOn}`;
    const to = { noun: 'consultations', id, by: `office-${series.division}` };
    const on = (days: number): string => after(meetsOn, days);
    return {
      id,
      series,
      dice: diceOf(seed, 7, n, Number(meetsOn.replaceAll('-', ''))),
      on,
      say: (days, type, data) => diary.write(on(days), to, type, data),
    };
  };

/** A series meets twice a year, each time hearing first what became of the last one's resolutions. */
const meetForYears = (diary: Diary, telling: Telling, series: Series, n: number): void => {
  let previous: string | undefined;
  let carried: readonly Resolved[] = [];
  const last = Number(diary.until.slice(0, 4));
  for (let year = 2016; year <= last + 1; year += 1)
    for (const month of series.months) {
      const told = telling(series, `${String(year)}-${month}`, n);
      if (told.on(-30) > diary.until || told.on(-30) < '2016-02-01') continue;
      carried = hold(told, { previous, carried });
      previous = told.id;
    }
};

/** The consultations of the city and, where it is large enough, of its counties. */
export const consult = (diary: Diary, seed: number, enterprises: number): void => {
  const telling = tellingIn(diary, seed);
  const all = enterprises >= COUNTIES_FROM ? [...ofCity, ...inCounties()] : ofCity;
  for (const [n, series] of all.entries()) meetForYears(diary, telling, series, n);
  const [tripartiteOfCity, jointOfCity] = ofCity;
  const because = '某船厂欠薪引发群体性争议';
  hold(telling(tripartiteOfCity, '2022-07-12', 0), { carried: [], because });
  callOff(telling(tripartiteOfCity, '2020-07-20', 0));
  strike(telling(jointOfCity, '2019-06-11', 1));
  opened(telling(jointOfCity, diary.until, 1));
  hold(telling(tripartiteOfCity, after(diary.until, -2), 0), { carried: [] });
  hold(telling(tripartiteOfCity, after(diary.until, 20), 0), { carried: [] });
};
