import { law, profileIds } from '../../../domain/law/profiles.ts';
import { readProfile } from '../profile.ts';
import { employerInRegister } from './employer-in-register.ts';

const cell = (key: string) => ({ cell: key });
const concludedOn = cell('concludedOn');

/** The template for disputes that were there before the system: registered as history, no clock starts. */
export const disputes = readProfile({
  id: 'disputes',
  name: { zh: '劳动争议', en: 'Labor disputes' },
  columns: [
    {
      key: 'caseNo',
      headers: { zh: '案号', en: 'Case no' },
      note: {
        zh: '同一调解组织内不重复；没有的可以不填。',
        en: 'Once within a body; may be empty.',
      },
      example: 'CC-2025-0012',
    },
    {
      key: 'receivedOn',
      headers: { zh: '收到日期', en: 'Received on' },
      cell: 'day',
      required: true,
      example: '2025-03-03',
    },
    {
      key: 'division',
      headers: { zh: '行政区划代码', en: 'Division code' },
      required: true,
      example: '320602',
    },
    {
      key: 'cause',
      headers: { zh: '案由', en: 'Cause' },
      cell: 'choice',
      required: true,
      choices: {
        remuneration: { zh: '劳动报酬', en: 'Remuneration' },
        'insurance-and-welfare': { zh: '社会保险和福利', en: 'Insurance and welfare' },
        'labour-protection': { zh: '劳动保护', en: 'Labor protection' },
        training: { zh: '职业培训', en: 'Training' },
        'contract-change': { zh: '变更劳动合同', en: 'Contract change' },
        'contract-relieved': { zh: '解除劳动合同', en: 'Contract relieved' },
        'contract-ended': { zh: '终止劳动合同', en: 'Contract ended' },
        'contract-performance': { zh: '履行集体合同', en: 'Collective contract performance' },
        'contract-conclusion': { zh: '签订集体合同', en: 'Collective contract conclusion' },
        other: { zh: '其他', en: 'Other' },
      },
      example: 'remuneration',
    },
    {
      key: 'level',
      headers: { zh: '调解组织层级', en: 'Level' },
      cell: 'choice',
      required: true,
      choices: {
        enterprise: { zh: '企业', en: 'Enterprise' },
        people: { zh: '人民调解', en: 'People’s mediation' },
        street: { zh: '乡镇街道', en: 'Street' },
        district: { zh: '县区', en: 'District' },
        city: { zh: '市', en: 'City' },
        province: { zh: '省', en: 'Province' },
        national: { zh: '全国', en: 'National' },
        industry: { zh: '行业', en: 'Industry' },
        court: { zh: '法院', en: 'Court' },
        arbitration: { zh: '仲裁', en: 'Arbitration' },
      },
      example: 'street',
    },
    {
      key: 'body',
      headers: { zh: '调解组织', en: 'Body' },
      required: true,
      example: '城东街道劳动争议调解中心',
    },
    {
      key: 'collective',
      headers: { zh: '是否集体争议', en: 'Collective' },
      cell: 'choice',
      required: true,
      choices: {
        collective: { zh: '集体', en: 'Collective' },
        individual: { zh: '个人', en: 'Individual' },
      },
      example: 'individual',
    },
    {
      key: 'by',
      headers: { zh: '申请方', en: 'Applicant' },
      cell: 'choice',
      choices: {
        workers: { zh: '劳动者', en: 'Workers' },
        employer: { zh: '用人单位', en: 'Employer' },
      },
      example: 'workers',
    },
    { key: 'union', headers: { zh: '工会', en: 'Union' } },
    {
      key: 'enterpriseCode',
      headers: { zh: '统一社会信用代码', en: 'Credit code' },
      example: '91320600MA0123453Y',
      note: { zh: '填写的企业须已登记。', en: 'The enterprise must be in the register.' },
    },
    {
      key: 'enterpriseName',
      headers: { zh: '用人单位名称', en: 'Employer' },
      note: { zh: '代码、名称至少填一项。', en: 'Give the code, the name or both.' },
    },
    { key: 'workers', headers: { zh: '涉及劳动者人数', en: 'Workers' }, cell: 'count' },
    { key: 'acceptedOn', headers: { zh: '受理日期', en: 'Accepted on' }, cell: 'day' },
    {
      key: 'concludedOn',
      headers: { zh: '结案日期', en: 'Concluded on' },
      cell: 'day',
      example: '2025-03-14',
      note: { zh: '不填为在办。', en: 'Empty = open.' },
    },
    {
      key: 'outcome',
      headers: { zh: '结果', en: 'Outcome' },
      cell: 'choice',
      choices: {
        settled: { zh: '达成协议', en: 'Settled' },
        failed: { zh: '调解不成', en: 'Failed' },
        withdrawn: { zh: '撤回', en: 'Withdrawn' },
        refused: { zh: '拒绝调解', en: 'Refused' },
        referred: { zh: '转送', en: 'Referred' },
        unknown: { zh: '不明', en: 'Unknown' },
      },
      example: 'settled',
      note: {
        zh: '有结案日期而不填的，为结果不明。',
        en: 'Empty beside a closing day = unknown.',
      },
    },
    {
      key: 'law',
      headers: { zh: '适用规定', en: 'Law profile' },
      cell: 'choice',
      choices: Object.fromEntries(profileIds.map((id) => [id, law(id).name])),
      note: { zh: '不填则按区划和日期确定。', en: 'Left empty, the place and the day decide.' },
    },
    { key: 'source', headers: { zh: '资料来源', en: 'Source' } },
  ],
  values: {
    enterprise: { matching: { upper: cell('enterpriseCode') }, form: 'id' },
  },
  commands: [
    {
      thing: 'disputes',
      id: {
        first: [
          { matching: cell('caseNo'), form: 'id' },
          { uuid5: [{ fold: cell('caseNo') }, { fold: cell('body') }] },
          { uuid5: 'row' },
        ],
      },
      type: 'RegisterAsHistory',
      data: {
        receivedOn: cell('receivedOn'),
        profile: {
          first: [
            cell('law'),
            { law: cell('division'), kind: { value: 'comprehensive' }, on: cell('receivedOn') },
          ],
        },
        division: cell('division'),
        cause: cell('cause'),
        proceeding: { value: 'history' },
        level: cell('level'),
        body: cell('body'),
        by: cell('by'),
        union: cell('union'),
        employers: {
          list: [
            {
              object: {
                enterprise: { named: 'enterprise' },
                name: cell('enterpriseName'),
                role: { value: 'employer' },
              },
            },
          ],
        },
        workers: cell('workers'),
        collective: cell('collective'),
        acceptedOn: cell('acceptedOn'),
        concludedOn,
        outcome: { first: [cell('outcome'), { when: concludedOn, then: { value: 'unknown' } }] },
        source: { first: [cell('source'), { value: 'disputes' }] },
      },
    },
  ],
  ruleColumns: {
    'profile-fits': 'law',
    'division-exists': 'division',
    'outcome-is-dated': 'concludedOn',
    'not-in-the-future': { latest: ['receivedOn', 'acceptedOn', 'concludedOn'] },
    'days-run-forward': 'concludedOn',
    'outcome-fits': 'outcome',
    'employer-is-named': 'enterpriseName',
    'conclusion-is-coordinated': 'cause',
  },
  needs: [employerInRegister],
  flags: {
    open: {
      when: { missing: concludedOn },
      sentence: { zh: '没有结案日期，登记为在办。', en: 'There is no closing day; it is open.' },
    },
    'closed-before-received': {
      when: { greater: cell('receivedOn'), than: concludedOn },
      sentence: {
        zh: '结案日期早于收到日期，照录。',
        en: 'It was closed before it was received; kept as it came.',
      },
    },
  },
});
