import { asKnown, raw, sql, type Query } from './projection.ts';
import { enterpriseRegister } from './enterprise-register.ts';

const { table, columns, keeps = [] } = enterpriseRegister;

/** What a spell says of the day, whatever the register says of today. */
const SPELL: Readonly<Record<string, string>> = {
  division: 's.division',
  industry: 's.industry',
  registration_type: "NULLIF(s.registration_type, '')",
  size_class: "NULLIF(s.size_class, '')",
  union_kind: 's.unionised',
  workers: 's.workers',
  members: "CASE WHEN s.unionised <> 'none' THEN s.members END",
  flag: "CASE WHEN s.unionised <> 'none' AND s.members > s.workers THEN 'members-above-workers' END",
  // It had not ended on a day on which it was; who took it over came later.
  ended_on: 'NULL',
  successor: 'NULL',
  duplicate_of: 'NULL',
};

const ALIKE = {
  address: 's.division = r.division',
  registration_scheme: "s.registration_type = COALESCE(r.registration_type, '')",
  size_year: "s.size_class = COALESCE(r.size_class, '')",
  scale: "s.size_class = COALESCE(r.size_class, '')",
} as const;

/** The particulars that the register knows with one day only: of an earlier day they are not known. */
const SINCE = {
  dispatched: 'headcount_as_of',
  migrant: 'headcount_as_of',
  part_time: 'headcount_as_of',
  headcount_as_of: 'headcount_as_of',
  women_members: 'members_as_of',
  members_as_of: 'members_as_of',
} as const;
const OF_UNION: readonly string[] = [
  ...['union_since', 'union_name', 'union_credit_code', 'upper_union', 'federation'],
];

const standing = (day: string): Query<unknown> => sql()`COALESCE((
  SELECT substr(one.value, 12) FROM json_each('["' || replace(r.standings, ' ', '","') || '"]') AS one
  WHERE substr(one.value, 1, 10) <= ${day} ORDER BY one.key DESC LIMIT 1), 'open') AS status`;

const under = (name: string, of: Readonly<Record<string, string>>): Query<unknown> | undefined => {
  const said = Object.hasOwn(of, name) ? of[name] : undefined;
  return said === undefined ? undefined : raw(said);
};

/** When the register's own column holds on the day; undefined for one that it does not date. */
const condition = (name: string, day: string): Query<unknown> | undefined => {
  const since = under(name, SINCE);
  if (since) return sql()`r.${since} <= ${day}`;
  if (OF_UNION.includes(name)) return sql()`s.unionised <> 'none' AND r.union_since <= ${day}`;
  return under(name, ALIKE);
};

const shown = (name: string, day: string): Query<unknown> => {
  const as = raw(`AS ${name}`);
  const own = raw(`r.${name}`);
  if (name === 'status') return standing(day);
  if (name === 'women')
    return sql()`CASE WHEN r.headcount_as_of <= ${day} THEN r.women ELSE s.women END ${as}`;
  const spell = under(name, SPELL);
  if (spell) return sql()`${spell} ${as}`;
  const holds = condition(name, day);
  return holds ? sql()`CASE WHEN ${holds} THEN ${own} END ${as}` : sql()`${own} ${as}`;
};

/**
 * The enterprises that were on a day, as they were then: where, of what sort, with which union and
 * how many workers. What the register does not date (a name, a code) is as it is known.
 */
export const enterprisesOn = (day: string, known?: bigint): Query<unknown> => {
  const names = Object.keys(columns).filter((name) => !(keeps as readonly string[]).includes(name));
  const list = names
    .map((name) => shown(name, day))
    .reduce((before, one) => sql()`${before}, ${one}`);
  // A spell's id is its enterprise and its first day, and that is the order the table is kept in.
  return sql()`(SELECT ${list} FROM ${asKnown(table, known)} r
    CROSS JOIN ${asKnown('enterprise_spells', known)} s
    ON s.id > r.id || ':' AND s.id < r.id || ';'
      AND s.from_on <= ${day} AND (s.to_on IS NULL OR s.to_on >= ${day}))`;
};
