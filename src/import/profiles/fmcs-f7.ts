import { readProfile } from '../profile.ts';

const text = (key: string, zh: string, en: string, header: string) => ({
  key,
  headers: { zh, en, also: [header] },
});
const noticeOn = { cell: 'noticeDate' };
const row = { uuid5: 'row' };
const enterprise = { named: 'enterprise' };
const term = { unless: { cell: 'expirationDate' }, in: ['1899-12-30'] };
const expired = { greater: noticeOn, than: term };
const unit = { unless: { cell: 'unitSize' }, in: [0] };
const letter = { upper: { cell: 'industry' } };
const scheme = { value: 'fmcs' };
const law = { value: 'us-nlra' };
const source = { value: 'FMCS F-7' };

/**
 * Notices of bargaining (form F-7) as the U.S. Federal Mediation and Conciliation Service
 * publishes them: every row an enterprise, the contract that is about to expire, and the notice.
 */
export const fmcsF7 = readProfile({
  id: 'fmcs-f7',
  name: { zh: '美国联邦调停调解局 F-7 谈判通知', en: 'FMCS F-7 bargaining notices' },
  columns: [
    {
      ...text('noticeDate', '通知日期', 'Notice date', 'notice_date'),
      cell: 'day',
      required: true,
    },
    { ...text('expirationDate', '到期日', 'Expiration date', 'expiration_date'), cell: 'day' },
    { ...text('employer', '雇主', 'Employer', 'employer'), required: true },
    text('employerCity', '雇主城市', 'Employer city', 'employer_city'),
    text('employerZip', '雇主邮编', 'Employer ZIP', 'employer_zip'),
    text('union', '工会', 'Union', 'union'),
    text('unionCity', '工会城市', 'Union city', 'union_city'),
    text('unionState', '工会州', 'Union state', 'union_state'),
    { ...text('affectedCity', '所在城市', 'Affected city', 'affected_city') },
    text('affectedZip', '所在邮编', 'Affected ZIP', 'affected_zip'),
    text('affectedState', '所在州', 'Affected state', 'affected_state'),
    { ...text('industry', '行业字母', 'Industry', 'industry'), required: true },
    { ...text('unitSize', '谈判单位人数', 'Unit size', 'bargaining_unit_size'), cell: 'count' },
    {
      ...text('establishmentSize', '单位总人数', 'Establishment size', 'establishment_size'),
      cell: 'count',
    },
  ],
  values: {
    city: { first: [{ cell: 'affectedCity' }, { value: '' }] },
    state: { first: [{ cell: 'affectedState' }, { value: '' }] },
    enterprise: {
      uuid5: [
        { fold: { cell: 'employer' } },
        { fold: { named: 'city' } },
        { fold: { named: 'state' } },
      ],
    },
    // An odd state is not guessed at: the enterprise is somewhere in the country, and flagged.
    region: {
      first: [
        {
          matching: {
            join: [
              { value: 'US' },
              { upper: { matching: { cell: 'affectedState' }, form: 'two-letters' } },
            ],
            with: '-',
          },
          form: 'division',
        },
        { value: 'US' },
      ],
    },
  },
  commands: [
    {
      thing: 'enterprises',
      id: enterprise,
      type: 'Register',
      data: {
        registeredOn: noticeOn,
        name: { cell: 'employer' },
        division: { named: 'region' },
        address: { cell: 'affectedCity' },
        industry: letter,
        industryScheme: scheme,
      },
    },
    { thing: 'enterprises', id: enterprise, type: 'FoundUnion', data: { on: noticeOn } },
    {
      thing: 'enterprises',
      id: enterprise,
      type: 'Reclassify',
      data: { on: noticeOn, industry: letter, industryScheme: scheme },
    },
    {
      thing: 'contracts',
      id: row,
      type: 'RegisterAsHistory',
      data: {
        kind: { value: 'comprehensive' },
        level: { value: 'enterprise' },
        enterprise,
        union: { cell: 'union' },
        workers: unit,
        profile: law,
        source,
        registeredOn: noticeOn,
        effectiveOn: noticeOn,
        // A contract that had expired before the notice began on some day nobody knows.
        termStart: { when: { missing: expired }, then: noticeOn },
        termEnd: term,
        establishment: { unless: { cell: 'establishmentSize' }, in: [0] },
        steps: { list: [] },
        clauses: { list: [] },
      },
    },
    {
      thing: 'bargaining-cases',
      id: row,
      type: 'RegisterCaseAsHistory',
      data: {
        profile: law,
        kind: { value: 'comprehensive' },
        level: { value: 'enterprise' },
        contract: row,
        enterprise,
        union: { cell: 'union' },
        noticeOn,
        expiresOn: term,
        workers: unit,
        source,
      },
    },
  ],
  ruleColumns: { 'not-in-the-future': 'noticeDate' },
  flags: {
    'unit-larger-than-establishment': {
      when: { greater: unit, than: { unless: { cell: 'establishmentSize' }, in: [0] } },
      sentence: {
        zh: '谈判单位人数多于单位总人数，照录。',
        en: 'The bargaining unit is larger than its establishment; kept as received.',
      },
    },
    'unknown-term': {
      when: { missing: term },
      sentence: {
        zh: '到期日不明，合同登记但不计为有效。',
        en: 'The expiration is unknown; the contract is registered and never in force.',
      },
    },
    'expired-before-notice': {
      when: expired,
      sentence: {
        zh: '到期日早于通知日，合同登记时已届满。',
        en: 'The contract had expired before the notice.',
      },
    },
    'odd-state': {
      when: { equal: { named: 'region' }, to: 'US' },
      sentence: {
        zh: '州不明或写法异常，登记在全国之下。',
        en: 'The state is missing or odd; registered under the country as a whole.',
      },
    },
  },
});
