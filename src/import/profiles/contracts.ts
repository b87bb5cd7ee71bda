import { law, profileIds } from '../../../domain/law/profiles.ts';
import { readProfile } from '../profile.ts';
import { employerInRegister } from './employer-in-register.ts';

const cell = (key: string) => ({ cell: key });
const isEnterpriseLevel = { equal: cell('level'), to: 'enterprise' };
const start = { first: [cell('termStart'), cell('effectiveOn'), cell('registeredOn')] };
const from = { first: [cell('effectiveOn'), cell('termStart')] };

/** The template for contracts that were there before the system: registered as history, no clock starts. */
export const contracts = readProfile({
  id: 'contracts',
  name: { zh: '集体合同', en: 'Collective contracts' },
  columns: [
    {
      key: 'contractNo',
      headers: { zh: '合同编号', en: 'Contract no' },
      note: {
        zh: '字母、数字、点、横线，最多64位；没有的可以不填。',
        en: 'Letters, digits, dots and hyphens, at most 64; may be empty.',
      },
      example: 'NT-2024-0001',
    },
    {
      key: 'kind',
      headers: { zh: '合同类别', en: 'Kind' },
      cell: 'choice',
      required: true,
      choices: {
        comprehensive: { zh: '综合', en: 'Comprehensive' },
        wage: { zh: '工资专项', en: 'Wage' },
        women: { zh: '女职工专项', en: 'Women' },
        safety: { zh: '劳动安全卫生专项', en: 'Safety' },
      },
      example: 'wage',
    },
    {
      key: 'level',
      headers: { zh: '合同层级', en: 'Level' },
      cell: 'choice',
      required: true,
      choices: {
        enterprise: { zh: '企业', en: 'Enterprise' },
        industry: { zh: '行业', en: 'Industry' },
        regional: { zh: '区域', en: 'Regional' },
      },
      example: 'enterprise',
    },
    {
      key: 'enterpriseCode',
      headers: { zh: '统一社会信用代码', en: 'Credit code' },
      example: '91320600MA0123453Y',
      note: { zh: '企业合同填写所属企业。', en: 'Of the enterprise, for an enterprise contract.' },
    },
    {
      key: 'enterpriseName',
      headers: { zh: '单位名称', en: 'Enterprise name' },
      note: {
        zh: '没有信用代码时与区划一起确定企业。',
        en: 'With the division, where there is no credit code.',
      },
    },
    {
      key: 'division',
      headers: { zh: '行政区划代码', en: 'Division code' },
      required: true,
      example: '320681',
    },
    {
      key: 'scopeDivisions',
      headers: { zh: '适用区域', en: 'Scope divisions' },
      note: { zh: '多个用分号隔开。', en: 'Several are separated by semicolons.' },
    },
    { key: 'scopeIndustries', headers: { zh: '适用行业', en: 'Scope industries' } },
    { key: 'employersBody', headers: { zh: '企业方组织', en: 'Employers body' } },
    { key: 'union', headers: { zh: '工会', en: 'Union' } },
    {
      key: 'law',
      headers: { zh: '适用规定', en: 'Law profile' },
      cell: 'choice',
      choices: Object.fromEntries(profileIds.map((id) => [id, law(id).name])),
      note: {
        zh: '不填则按区划、类别和日期确定。',
        en: 'Left empty, the place, the kind and the day decide.',
      },
    },
    {
      key: 'registeredOn',
      headers: { zh: '登记日期', en: 'Registered on' },
      cell: 'day',
      required: true,
      example: '2024-01-15',
    },
    { key: 'signedOn', headers: { zh: '签订日期', en: 'Signed on' }, cell: 'day' },
    {
      key: 'effectiveOn',
      headers: { zh: '生效日期', en: 'Effective on' },
      cell: 'day',
      example: '2024-01-15',
    },
    {
      key: 'termStart',
      headers: { zh: '期限起', en: 'Term start' },
      cell: 'day',
      example: '2024-01-01',
    },
    {
      key: 'termEnd',
      headers: { zh: '期限止', en: 'Term end' },
      cell: 'day',
      example: '2024-12-31',
      note: {
        zh: '不填为期限不明，登记但不计为有效。',
        en: 'Empty = unknown: registered, never in force.',
      },
    },
    {
      key: 'workers',
      headers: { zh: '覆盖职工人数', en: 'Workers' },
      cell: 'count',
      example: '120',
    },
    { key: 'women', headers: { zh: '其中女职工', en: 'Women' }, cell: 'count' },
    {
      key: 'wageIncrease',
      headers: { zh: '年工资增幅', en: 'Annual wage increase', also: ['Wage increase'] },
      cell: 'percent',
      note: {
        zh: '每年的增幅；期限内每满一年记一次，不满一年的按月折算。',
        en: 'Of each year: recorded once a year of the term, a broken year with its part.',
      },
      example: '5%',
    },
    { key: 'receiptNo', headers: { zh: '备案号', en: 'Receipt no' } },
    { key: 'source', headers: { zh: '资料来源', en: 'Source' } },
  ],
  values: {
    code: { upper: cell('enterpriseCode') },
    contract: { first: [{ matching: cell('contractNo'), form: 'id' }, { uuid5: 'row' }] },
    enterprise: {
      when: isEnterpriseLevel,
      then: {
        first: [
          { matching: { named: 'code' }, form: 'id' },
          { uuid5: [{ fold: cell('enterpriseName') }, cell('division')] },
        ],
      },
    },
  },
  commands: [
    {
      thing: 'contracts',
      id: { named: 'contract' },
      type: 'RegisterAsHistory',
      data: {
        kind: cell('kind'),
        level: cell('level'),
        enterprise: { named: 'enterprise' },
        scope: {
          when: { first: [cell('scopeDivisions'), cell('scopeIndustries')] },
          then: {
            object: {
              divisions: {
                first: [
                  { split: cell('scopeDivisions'), at: ';；,，、' },
                  { list: [cell('division')] },
                ],
              },
              industries: {
                first: [{ split: cell('scopeIndustries'), at: ';；,，、' }, { list: [] }],
              },
            },
          },
        },
        employersBody: cell('employersBody'),
        union: cell('union'),
        workers: cell('workers'),
        women: cell('women'),
        profile: { first: [cell('law'), { law: cell('division'), kind: cell('kind'), on: start }] },
        source: { first: [cell('source'), { value: 'contracts' }] },
        registeredOn: cell('registeredOn'),
        signedOn: cell('signedOn'),
        effectiveOn: from,
        termStart: cell('termStart'),
        termEnd: cell('termEnd'),
        receiptNo: cell('receiptNo'),
        steps: {
          first: [
            { eachYear: cell('wageIncrease'), from: start, until: cell('termEnd') },
            { list: [] },
          ],
        },
        clauses: { list: [] },
      },
    },
  ],
  ruleColumns: {
    'not-in-the-future': { latest: ['registeredOn', 'signedOn'] },
    'term-runs-forward': 'termEnd',
    'parts-within-workers': 'women',
    'level-above-needs-scope': 'scopeDivisions',
    'county-level-and-below': 'scopeDivisions',
    'industry-in-its-scheme': 'scopeIndustries',
    'term-too-long': 'termEnd',
    'term-too-short': 'termEnd',
    'profile-fits': 'law',
  },
  needs: [employerInRegister],
  flags: {
    'unknown-term': {
      when: { missing: cell('termEnd') },
      sentence: {
        zh: '期限不明，合同登记但不计为有效。',
        en: 'The term is unknown; the contract is registered and never in force.',
      },
    },
  },
});
