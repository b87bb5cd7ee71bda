import { divisionName } from '../../domain/law/divisions.ts';
import { industryName } from '../../domain/law/industries.ts';
import type { Sentence } from '../../domain/shared/rules.ts';
import type { Thing } from '../../projections/figures/figure.ts';
import { raw, sql, type Query } from '../../projections/projection.ts';

const NAMES: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
  contractKind: {
    comprehensive: { zh: '综合集体合同', en: 'Comprehensive' },
    wage: { zh: '工资专项集体合同', en: 'Wage' },
    women: { zh: '女职工权益保护专项集体合同', en: 'Women workers' },
    safety: { zh: '劳动安全卫生专项集体合同', en: 'Safety and health' },
  },
  contractLevel: {
    enterprise: { zh: '企业', en: 'Enterprise' },
    industry: { zh: '行业性', en: 'Industry' },
    regional: { zh: '区域性', en: 'Regional' },
  },
  unionised: {
    own: { zh: '本单位工会', en: 'Own union' },
    federated: { zh: '联合工会', en: 'Federated union' },
    none: { zh: '未建会', en: 'No union' },
  },
  sizeClass: {
    large: { zh: '大型', en: 'Large' },
    medium: { zh: '中型', en: 'Medium' },
    small: { zh: '小型', en: 'Small' },
    micro: { zh: '微型', en: 'Micro' },
  },
  age: {
    '0-15': { zh: '15天以内', en: '15 days or less' },
    '16-30': { zh: '16至30天', en: '16 to 30 days' },
    '31-60': { zh: '31至60天', en: '31 to 60 days' },
    '61-90': { zh: '61至90天', en: '61 to 90 days' },
    '91+': { zh: '90天以上', en: 'more than 90 days' },
  },
  forum: {
    tripartite: { zh: '三方会议', en: 'Tripartite meeting' },
    'joint-conference': { zh: '政府与工会联席会议', en: 'Joint conference' },
  },
  meetingLevel: {
    national: { zh: '全国', en: 'National' },
    province: { zh: '省级', en: 'Province' },
    city: { zh: '市级', en: 'City' },
    county: { zh: '县（区）级', en: 'County or district' },
    township: { zh: '乡镇（街道）', en: 'Township or street' },
  },
  ownerParty: {
    government: { zh: '政府方', en: 'Government' },
    union: { zh: '工会方', en: 'Union' },
    employers: { zh: '企业方', en: 'Employers' },
  },
  cause: {
    remuneration: { zh: '劳动报酬', en: 'Remuneration' },
    'insurance-and-welfare': { zh: '社会保险和福利', en: 'Insurance and welfare' },
    'labour-protection': { zh: '劳动保护', en: 'Labor protection' },
    training: { zh: '职业培训', en: 'Training' },
    'contract-change': { zh: '变更劳动合同', en: 'Change of the labor contract' },
    'contract-relieved': { zh: '解除劳动合同', en: 'Labor contract relieved' },
    'contract-ended': { zh: '终止劳动合同', en: 'Labor contract ended' },
    'contract-performance': { zh: '履行集体合同', en: 'Performance of a collective contract' },
    'contract-conclusion': { zh: '签订集体合同', en: 'Conclusion of a collective contract' },
    other: { zh: '其他', en: 'Other' },
  },
  level: {
    enterprise: { zh: '企业调解委员会', en: 'Enterprise committee' },
    people: { zh: '人民调解组织', en: 'People’s mediation' },
    street: { zh: '乡镇（街道）', en: 'Township or street' },
    district: { zh: '县（区）', en: 'County or district' },
    city: { zh: '市级', en: 'City' },
    province: { zh: '省级', en: 'Province' },
    national: { zh: '全国', en: 'National' },
    industry: { zh: '行业性', en: 'Industry' },
    court: { zh: '法院诉调对接', en: 'Linked to a court' },
    arbitration: { zh: '仲裁机构', en: 'Arbitration' },
  },
  collective: {
    collective: { zh: '集体争议', en: 'Collective' },
    individual: { zh: '个人争议', en: 'Individual' },
  },
  outcome: {
    settled: { zh: '达成协议', en: 'Settled' },
    failed: { zh: '调解不成', en: 'Failed' },
    withdrawn: { zh: '撤回', en: 'Withdrawn' },
    refused: { zh: '拒绝调解', en: 'Refused' },
    referred: { zh: '转送', en: 'Referred' },
    unknown: { zh: '结果不明', en: 'Outcome unknown' },
    open: { zh: '在办', en: 'Open' },
  },
};

const NOT_RECORDED: Sentence = { zh: '未记录', en: 'Not recorded' };

/** A bare letter may be of another standard than GB/T 4754: it stands for itself. */
const industryLabel = (code: string): Sentence | undefined => {
  const section = /\d/.test(code) ? industryName(code) : undefined;
  return section && { zh: `${section.zh} ${code}`, en: `${section.en} ${code}` };
};

const labelOf = (dimension: string, value: string): Sentence | string => {
  if (value === '') return NOT_RECORDED;
  if (dimension === 'region') return divisionName(value) ?? value;
  if (dimension === 'industry') return industryLabel(value) ?? value;
  return NAMES[dimension]?.[value] ?? value;
};

const sentence = (label: Sentence | string): Sentence =>
  typeof label === 'string' ? { zh: label, en: label } : label;

/** What people call a group: the names of its values, with a dot between two. */
export const groupLabel = (
  dimensions: readonly string[],
  values: readonly string[],
): Sentence | string => {
  const labels = dimensions.map((dimension, i) => labelOf(dimension, values[i] ?? ''));
  const [first = '', second] = labels;
  if (second === undefined) return first;
  const [a, b] = [sentence(first), sentence(second)];
  return { zh: `${a.zh} · ${b.zh}`, en: `${a.en} · ${b.en}` };
};

/** The values a dimension can be asked for, where they are few. */
export const knownValues = (dimension: string): readonly string[] | undefined => {
  const names = NAMES[dimension];
  return names && Object.keys(names);
};

type Named = { readonly id: string; readonly name: string };

const tables: Readonly<Record<Thing, string>> = {
  enterprise: 'SELECT t.id, t.name FROM enterprise_register t',
  contract: `SELECT t.id, coalesce(e.name, t.union_name, t.employers_body, t.id) AS name
    FROM contract_register t LEFT JOIN enterprise_register e ON e.id = t.enterprise`,
  case: `SELECT t.id, coalesce(e.name, t.union_name, t.employers_body, t.id) AS name
    FROM case_board t LEFT JOIN enterprise_register e ON e.id = t.enterprise`,
  consultation: 'SELECT t.id, t.name FROM meetings t',
  dispute: `SELECT t.id, t.name FROM (SELECT d.dispute AS id, max(coalesce(e.name, d.employer)) AS name
    FROM dispute_spells d LEFT JOIN enterprise_register e ON e.id = d.employer
    GROUP BY d.dispute) t`,
};

/** What members go by: an enterprise's name, for contracts, cases and disputes that of their enterprise or union. */
export const memberNames = (thing: Thing, ids: readonly string[]): Query<Named> =>
  sql<Named>()`${raw(tables[thing])} WHERE t.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
