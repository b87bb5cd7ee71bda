import type { Diary } from '../act.ts';
import { nameOf } from '../people.ts';
import { founded, industries, placeNames } from '../city.ts';
import type { Dice } from '../dice.ts';
import type { Life } from '../enterprise-life.ts';

/** A body that mediates, and its mediators by their ids. */
export type Body = {
  readonly proceeding: string;
  readonly level: string;
  readonly body: string;
  readonly mediators: readonly [string, ...string[]];
};

/** The bodies that a dispute of one enterprise may come to. */
export type Bodies = Readonly<
  Record<'committee' | 'people' | 'street' | 'district' | 'city' | 'industry' | 'court', Body>
>;

const staff = (of: string, n: number): readonly [string, ...string[]] => [
  `m-${of}-1`,
  ...Array.from({ length: n - 1 }, (_, i) => `m-${of}-${String(i + 2)}`),
];

const streets = ['城东', '新城', '开发区'] as const;

/** Where the disputes of an enterprise go: its committee, and the bodies of its street, county, city and industry. */
export const bodiesOf = ({ id, name, division, industry }: Life, dice: Dice): Bodies => {
  const place = placeNames[division] ?? '';
  const street = dice.whole(0, streets.length - 1);
  const ofIndustry = industries[industry].name;
  return {
    committee: {
      proceeding: 'committee',
      level: 'enterprise',
      body: `${name}劳动争议调解委员会`,
      mediators: staff(id, 1),
    },
    people: {
      proceeding: 'people',
      level: 'people',
      body: `${place}人民调解委员会`,
      mediators: staff(`${division}-people`, 2),
    },
    street: {
      proceeding: 'street',
      level: 'street',
      body: `${place}${streets[street] ?? ''}街道劳动争议调解中心`,
      mediators: staff(`${division}-street${String(street)}`, 2),
    },
    district: {
      proceeding: 'district',
      level: 'district',
      body: `${place}劳动人事争议调解中心`,
      mediators: staff(`${division}-district`, 4),
    },
    city: {
      proceeding: 'city',
      level: 'city',
      body: '南通市劳动人事争议调解中心',
      mediators: staff('3206-city', 4),
    },
    industry: {
      proceeding: 'industry',
      level: 'industry',
      body: `${ofIndustry}行业劳动争议调解委员会`,
      mediators: staff(`industry-${industry}`, 2),
    },
    court: {
      proceeding: 'court',
      level: 'court',
      body: `${place}人民法院诉调对接中心`,
      mediators: staff(`${division}-court`, 2),
    },
  };
};

/** Registers everyone who mediates, under a made-up name. */
export const registerMediators = ({ write }: Diary, bodies: readonly Body[]): void => {
  const places = new Map(
    bodies.flatMap((body) => body.mediators.map((id) => [id, body.body] as const)),
  );
  for (const [n, [id, employer]] of [...places].entries()) {
    const to = { noun: 'people', id, by: 'mediation-3206' };
    const details = { name: nameOf(n), employer, position: '调解员' };
    write(founded.from, to, 'Register', { details });
  }
};
