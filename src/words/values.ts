import { said, type Words } from './said.ts';
import { lawValues } from './law-values.ts';
import { statusValues } from './statuses.ts';
import { disputeValues } from './dispute-values.ts';

const sides = { employer: ['用人单位方', 'Employer'], employees: ['职工方', 'Employees'] } as const;
const bodies = {
  government: ['政府', 'Government'],
  'labor-administration': ['人社部门', 'Labor administration'],
  union: ['工会', 'Union'],
  'enterprise-confederation': ['企业联合会', 'Enterprise confederation'],
  'industry-federation': ['工商业联合会', 'Federation of industry and commerce'],
} as const;
const topics = {
  'wage-increase': ['工资增长', 'Wage increase'],
  'wage-floor': ['最低工资', 'Wage floor'],
  'wage-structure': ['工资结构', 'Wage structure'],
  'payment-guarantee': ['工资支付保障', 'Payment guarantee'],
  'labor-quota': ['劳动定额', 'Labor quota'],
  'working-hours': ['工作时间', 'Working hours'],
  leave: ['休息休假', 'Leave'],
  'insurance-and-welfare': ['保险福利', 'Insurance and welfare'],
  'safety-and-health': ['劳动安全卫生', 'Safety and health'],
  women: ['女职工保护', 'Women workers'],
  training: ['职业培训', 'Training'],
  employment: ['劳动合同管理', 'Employment'],
  discipline: ['奖惩', 'Discipline'],
  'union-rights': ['工会权利', 'Union rights'],
  other: ['其他', 'Other'],
} as const;

/**
 * What the codes of a field or column mean, by its name; `<things>.<name>` where it is different
 * for those things. A column's name is that of the field in camel case.
 */
export const values: Readonly<Record<string, Words>> = {
  side: said({ ...sides, workers: ['劳动者方', 'Workers'] }),
  by: said({
    ...sides,
    ...bodies,
    workers: ['劳动者方', 'Workers'],
    claim: ['向对方主张权利', 'Claim against the other side'],
    'request-for-relief': ['请求权利救济', 'Request for relief'],
    promise: ['对方同意履行', 'Promise to perform'],
    'mediation-applied': ['申请调解', 'Applied for mediation'],
    'mediation-failed': ['调解不成', 'Mediation failed'],
    percent: ['按比例', 'By percent'],
    amount: ['按金额', 'By amount'],
    'not-quantifiable': ['无法量化', 'Not quantifiable'],
  }),
  body: said(bodies),
  convenor: said(bodies),
  consenting: said(bodies),
  present: said(bodies),
  consents: said({ ...sides, workers: ['劳动者方', 'Workers'] }),
  chairedBy: said(sides),
  noticeBy: said(sides),
  preparedBy: said(sides),
  representedBy: said({
    union: ['工会', 'Union'],
    employees: ['职工推举的代表', 'Delegates of the employees'],
  }),
  topic: said(topics),
  topics: said(topics),
  unit: said({
    'fen-per-month': ['元/月', 'yuan a month'],
    'day-of-month': ['每月几日', 'day of the month'],
    'basis-points': ['%', '%'],
    hours: ['小时', 'hours'],
    days: ['天', 'days'],
    fen: ['元', 'yuan'],
  }),
  purpose: said({
    first: ['首次签订', 'First'],
    renewal: ['续订', 'Renewal'],
    amendment: ['变更', 'Amendment'],
  }),
  kind: said({
    comprehensive: ['综合集体合同', 'Comprehensive'],
    wage: ['工资专项集体合同', 'Wage'],
    women: ['女职工权益保护专项集体合同', 'Women workers'],
    safety: ['劳动安全卫生专项集体合同', 'Safety and health'],
    regular: ['例会', 'Regular'],
    extraordinary: ['临时会议', 'Extraordinary'],
    'resident-id': ['居民身份证', 'Resident identity card'],
    passport: ['护照', 'Passport'],
    'permanent-residence': ['外国人永久居留身份证', 'Permanent residence card'],
    'residence-permit': ['居住证', 'Residence permit'],
    other: ['其他', 'Other'],
    reason: ['理由', 'Reason'],
    statement: ['陈述', 'Statement'],
    note: ['笔录', 'Note'],
    final: ['终局', 'Final'],
    'non-final': ['非终局', 'Not final'],
  }),
  level: said({
    enterprise: ['企业', 'Enterprise'],
    industry: ['行业性', 'Industry'],
    regional: ['区域性', 'Regional'],
    national: ['全国', 'National'],
    province: ['省级', 'Province'],
    city: ['市级', 'City'],
    county: ['县（区）级', 'County or district'],
    township: ['乡镇（街道）', 'Township or street'],
  }),
  sizeClass: said({
    large: ['大型', 'Large'],
    medium: ['中型', 'Medium'],
    small: ['小型', 'Small'],
    micro: ['微型', 'Micro'],
  }),
  scale: said({ above: ['规模以上', 'Above the scale'], below: ['规模以下', 'Below the scale'] }),
  sex: said({ female: ['女', 'Female'], male: ['男', 'Male'] }),
  forum: said({
    tripartite: ['三方会议', 'Tripartite meeting'],
    'joint-conference': ['政府与工会联席会议', 'Joint conference'],
  }),
  end: said({
    done: ['已完成', 'Done'],
    'not-done': ['未完成', 'Not done'],
    withdrawn: ['已撤回', 'Withdrawn'],
  }),
  subject: said({
    'collective-contracts': ['集体协商与集体合同', 'Collective contracts'],
    wages: ['工资', 'Wages'],
    'social-insurance': ['社会保险', 'Social insurance'],
    'safety-and-health': ['劳动安全卫生', 'Safety and health'],
    employment: ['就业', 'Employment'],
    'harmonious-enterprises': ['和谐劳动关系创建', 'Harmonious enterprises'],
    'dispute-handling': ['劳动争议处理', 'Handling of disputes'],
    'major-dispute': ['重大劳动争议', 'A major dispute'],
    'union-affairs': ['工会工作', 'Union affairs'],
    other: ['其他', 'Other'],
  }),
  ...lawValues,
  ...disputeValues,
  ...statusValues,
};
