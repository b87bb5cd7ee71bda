import { readProfile } from '../profile.ts';

const text = (key: string, zh: string, en: string, header: string) => ({
  key,
  headers: { zh, en, also: [header] },
});
const cell = (key: string) => ({ cell: key });
const closedOn = cell('agreedOn');
const basis = cell('basis');

/** What each basis for closing stands for; the Federal Mediation and Conciliation Service names them. */
const outcomes = {
  agreed: 'settled',
  other: 'failed',
  'no-response': 'refused',
  cancelled: 'withdrawn',
  folded: 'withdrawn',
  'facility-closed': 'withdrawn',
  representation: 'referred',
  flra: 'referred',
};
const endings = {
  agreed: 'agreement',
  cancelled: 'cancelled',
  folded: 'folded-in',
  'facility-closed': 'facility-closed',
  representation: 'representation-question',
  flra: 'other-jurisdiction',
};

/**
 * First-contract mediations as the U.S. Federal Mediation and Conciliation Service publishes them:
 * every row a dispute about concluding a collective contract. Days are those of America/New_York as
 * written; the closing day is in `agreed_on` whatever the basis, and only without it a case is open.
 */
export const fmcsFirstContract = readProfile({
  id: 'fmcs-first-contract',
  name: { zh: '美国联邦调停调解局首份合同调解', en: 'FMCS first-contract mediations' },
  columns: [
    {
      ...text('receivedAt', '收到时间', 'Received at', 'received_at'),
      cell: 'moment',
      required: true,
    },
    text('caseType', '案件类型', 'Case type', 'case_type'),
    {
      ...text('basis', '结案依据', 'Basis for closing', 'basis_for_closing'),
      cell: 'choice',
      choices: {
        agreed: { zh: '达成协议', en: 'Agreement Reached' },
        other: { zh: '其他', en: 'Other' },
        'no-response': { zh: '当事人未回应', en: 'Parties Failed to Respond' },
        cancelled: { zh: '案件取消', en: 'Case Cancelled' },
        folded: {
          zh: '并入现有谈判单位',
          en: 'Employees Included In/Folded Into Existing Unit',
        },
        'facility-closed': { zh: '单位关闭', en: 'Facility Closed' },
        representation: { zh: '代表权问题', en: 'Question re:Representation' },
        flra: { zh: '移送联邦劳动关系局', en: 'Referred to FLRA (Federal Only)' },
      },
    },
    text('source', '来源', 'Source', 'source'),
    text('category', '类别', 'Category', 'category'),
    { ...text('employer', '雇主', 'Employer', 'employer'), required: true },
    text('union', '工会', 'Union', 'union'),
    text('unionLocal', '地方工会', 'Union local', 'union_local'),
    { ...text('initiatedAt', '启动时间', 'Initiated at', 'initiated_at'), cell: 'moment' },
    { ...text('agreedOn', '结案日期', 'Agreed on', 'agreed_on'), cell: 'day' },
    { ...text('unitSize', '谈判单位人数', 'Unit size', 'bargaining_unit_size'), cell: 'count' },
  ],
  commands: [
    {
      thing: 'disputes',
      id: { uuid5: 'row' },
      type: 'RegisterAsHistory',
      data: {
        receivedOn: cell('receivedAt'),
        initiatedOn: cell('initiatedAt'),
        profile: { value: 'us-nlra' },
        division: { value: 'US' },
        cause: { value: 'contract-conclusion' },
        proceeding: { value: 'fmcs' },
        level: { value: 'national' },
        body: { value: 'FMCS' },
        by: {
          map: cell('source'),
          to: {
            'F-7 from Union': 'workers',
            'Union Request': 'workers',
            'F-7 from Organization': 'employer',
          },
        },
        union: {
          first: [{ join: [cell('union'), cell('unionLocal')], with: ' ' }, cell('union')],
        },
        employers: {
          list: [{ object: { name: cell('employer'), role: { value: 'employer' } } }],
        },
        workers: { unless: cell('unitSize'), in: [0] },
        collective: { value: 'collective' },
        concludedOn: closedOn,
        outcome: {
          when: closedOn,
          then: { first: [{ map: basis, to: outcomes }, { value: 'unknown' }] },
        },
        ending: {
          when: closedOn,
          then: { first: [{ map: basis, to: endings }, { value: 'other' }] },
        },
        source: { value: 'FMCS first-contract mediation' },
      },
    },
  ],
  ruleColumns: { 'not-in-the-future': { latest: ['receivedAt', 'initiatedAt', 'agreedOn'] } },
  flags: {
    open: {
      when: { missing: closedOn },
      sentence: {
        zh: '没有结案日期，登记为在办。',
        en: 'There is no closing day; registered as open.',
      },
    },
    'unknown-outcome': {
      when: { when: closedOn, then: { missing: basis } },
      sentence: {
        zh: '已结案但未写明依据，登记为结果不明。',
        en: 'Closed, but the basis is not given; registered with an unknown outcome.',
      },
    },
    'closed-before-received': {
      when: { greater: cell('receivedAt'), than: closedOn },
      sentence: {
        zh: '结案日期早于收到日期，照录。',
        en: 'It was closed before it was received; kept as it came.',
      },
    },
  },
});
