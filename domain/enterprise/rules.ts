import { divisionExists } from '../law/divisions.ts';
import { ruleBook } from '../shared/rules.ts';

export const rules = {
  'enterprise-on-record': {
    zh: '该企业尚未登记，或其记录已作废。',
    en: 'This enterprise is not registered, or its record was struck out.',
  },
  'void-is-final': {
    zh: '已作废的记录不再登记；请使用正确的企业编号。',
    en: 'A record that was struck out is not registered again; use the right enterprise.',
  },
  'not-in-the-future': {
    zh: '只记录已经发生的事：日期不得晚于今天。',
    en: 'Only what has happened is recorded: the day lies in the future.',
  },
  'not-before-registration': {
    zh: '日期早于企业登记日；如企业成立更早，请先以更早的日期登记。',
    en: 'The day lies before the enterprise was registered; if it existed earlier, register it with that day first.',
  },
  'not-after-the-end': {
    zh: '企业已终止，只能补记终止日之前的事。',
    en: 'The enterprise has ended: only what happened before its end can still be recorded.',
  },
  'credit-code-sound': {
    zh: '统一社会信用代码（或组织机构代码）未通过校验；确属真实的，请写明理由。',
    en: 'The credit code (or organisation code) fails its check; if it is real all the same, say why.',
  },
  'credit-code-is-the-id': {
    zh: '企业编号本身是信用代码，必须与所填信用代码一致。',
    en: 'The id of the record is a credit code, so the code given must be the same.',
  },
  'registration-number-sound': {
    zh: '工商注册号应为 15 位数字。',
    en: 'A business registration number has 15 digits.',
  },
  'division-exists': divisionExists,
  'industry-in-its-scheme': {
    zh: '行业代码不在所选行业分类标准之内。',
    en: 'The industry code does not exist in the classification named.',
  },
  'type-names-its-scheme': {
    zh: '登记注册类型与其分类标准须同时填写，且代码须符合该标准。',
    en: 'A registration type needs the scheme it comes from, and must have its form.',
  },
  'size-names-its-year': {
    zh: '企业规模与认定年度须同时填写。',
    en: 'A size class and the year it was assessed for are given together.',
  },
  'parts-within-workers': {
    zh: '女职工、劳务派遣、农民工、非全日制人数均不得超过职工总数。',
    en: 'Women, dispatched, migrant and part-time workers cannot each exceed all workers.',
  },
  'women-within-members': {
    zh: '女会员人数不得超过会员总数。',
    en: 'Women members cannot exceed all members.',
  },
  'members-need-a-union': {
    zh: '该日企业没有工会，不能登记会员人数。',
    en: 'Members are counted where there is a union; there was none on that day.',
  },
  'union-to-dissolve': {
    zh: '该日企业没有可撤销的工会。',
    en: 'There was no union on that day that could be dissolved.',
  },
  'unions-in-order': {
    zh: '工会先成立后撤销，下一个工会在其后成立；更正后的日期打乱了这一先后。',
    en: 'A union is founded before it is dissolved, and the next one after that; the corrected day would mix up which union ended when.',
  },
  'congress-term-forward': {
    zh: '职代会届满日不得早于成立日。',
    en: 'The term of a workers’ congress cannot end before it is constituted.',
  },
  'suspend-what-is-open': {
    zh: '只有正常经营的企业可以停业。',
    en: 'Only an enterprise that is open can be suspended.',
  },
  'resume-what-stands-still': {
    zh: '只有停业或被吊销的企业可以恢复。',
    en: 'Only an enterprise that is suspended or revoked can resume.',
  },
  'revoke-once': {
    zh: '只有未被吊销的企业可以吊销营业执照。',
    en: 'Only an enterprise whose licence stands can have it revoked.',
  },
  'standing-runs-forward': {
    zh: '停业、恢复、吊销须按日期先后记录。',
    en: 'Suspension, resumption and revocation are recorded in the order of their days.',
  },
  'ends-after-its-splits': {
    zh: '企业终止日不得早于其已记录的分立日；请先更正分立。',
    en: 'An enterprise does not end before a split that it went on after: correct the split first.',
  },
  'ends-once': {
    zh: '企业只终止一次；日期有误请更正原记录。',
    en: 'An enterprise ends once; if the day is wrong, correct the fact.',
  },
  'another-enterprise': {
    zh: '须指明另一家企业，不能是本企业。',
    en: 'Another enterprise must be named, not this one.',
  },
  'successors-named-once': {
    zh: '分立后的每家企业只列一次。',
    en: 'Each successor of a split is named once.',
  },
  'contracts-go-to-a-party-of-the-split': {
    zh: '集体合同须由分立后的企业之一承继；原企业存续的，也可由原企业继续履行。',
    en: 'The contracts pass to one of the successors, or stay with the enterprise if it goes on.',
  },
  'correct-what-is-recorded': {
    zh: '要更正的事实不在该企业的历史中，或类型不符。',
    en: 'The fact to correct is not in this history, or is of another kind.',
  },
} as const;

export type Rule = keyof typeof rules;
export const ensure = ruleBook<Rule>(rules);
