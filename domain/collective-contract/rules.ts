import { partyRules } from '../law/parties.ts';
import { ruleBook } from '../shared/rules.ts';
import { saidOtherwise } from '../shared/saying.ts';
import { soundTermsRules } from '../shared/sound-terms.ts';

/** Every "no" of a collective contract, as the clerk reads it. The article is the profile's. */
export const rules = {
  'signed-once': { zh: '合同只签订一次。', en: 'A contract is signed once.' },
  'said-otherwise': saidOtherwise,
  'term-runs-forward': {
    zh: '合同期满日须在起始日之后。',
    en: 'A contract must end after it begins.',
  },
  'term-too-long': {
    zh: '合同期限超过规定的最长期限。',
    en: 'The term is longer than the rules of the place allow.',
  },
  'term-too-short': {
    zh: '合同期限短于规定的最短期限。',
    en: 'The term is shorter than the rules of the place allow.',
  },
  ...partyRules,
  ...soundTermsRules,
  'profile-fits': {
    zh: '所选规则不适用于此类合同。',
    en: 'The chosen law is not for this kind of contract.',
  },
  'text-of-that-case': {
    zh: '本合同没有由该协商案件签订的文本。',
    en: 'No text of this contract was signed in that bargaining case.',
  },
  'parties-of-contract': {
    zh: '该协商案件或接替的合同所涉企业、适用范围、合同种类或层级与本合同不同，不能变更或接替本合同。',
    en: 'The case, or the contract that is to stand in its place, is for another employer or scope, or of another kind or level: it neither amends nor replaces this contract.',
  },
  'another-contract': {
    zh: '合同不能由其自身续订或接替。',
    en: 'A contract neither renews nor supersedes itself.',
  },
  'file-what-is-signed': {
    zh: '只有已签订、尚未报送的合同或变更可以报送；被提出异议后请重新报送。',
    en: 'Only a contract or amendment that is signed and not yet filed is filed; after an objection it is refiled.',
  },
  'refile-what-was-objected': {
    zh: '只有被提出异议的合同可以重新报送。',
    en: 'Only a contract that was objected to is refiled.',
  },
  'no-filing-here': {
    zh: '本合同适用的规定不设报送审查。',
    en: 'The rules of the place know no filing and review.',
  },
  'file-after-signing': {
    zh: '报送日不得早于签订日，收到日不得早于报送日。',
    en: 'A contract is filed on or after its signature and received on or after its filing.',
  },
  'not-in-the-future': {
    zh: '尚未发生的事不能登记。',
    en: 'What has not happened yet cannot be recorded.',
  },
  'review-is-open': {
    zh: '只有审查中的合同可以通过或提出异议。',
    en: 'Only a contract under review can be approved or objected to.',
  },
  'object-in-time': {
    zh: '审查期满后提出的异议无效。',
    en: 'An objection dated after the review period has no effect.',
  },
  'approve-in-time': {
    zh: '审查期满后合同已自行生效，无须再审查通过。',
    en: 'After the review period the contract is in effect by silence; no approval is due.',
  },
  'review-starts-at-receipt': {
    zh: '审查意见不得早于收到之日。',
    en: 'The review starts on the day of receipt.',
  },
  'silence-must-run': {
    zh: '审查期满未提出异议，合同方可自行生效。',
    en: 'A contract takes effect by silence only when the review period has run out.',
  },
  'silence-day-is-law': {
    zh: '未提出异议的，合同自审查期满次日生效，生效日不可另定。',
    en: 'Effect by silence falls on the day after the review period; no other day can be chosen.',
  },
  'publish-what-is-in-effect': {
    zh: '合同生效后方可公布。',
    en: 'A contract is published once it is in effect.',
  },
  'published-once': {
    zh: '现行文本已经公布；登记有误的，请更正公布。',
    en: 'The text in effect has been published; correct the publication where it is wrong.',
  },
  'end-reported-once': {
    zh: '终止报告已经登记；登记有误的，请更正该报告。',
    en: 'The end has been reported; correct the report where it is wrong.',
  },
  'deadline-must-pass': {
    zh: '期限尚未届满，或本无此期限。',
    en: 'The deadline has not passed, or there is none.',
  },
  'accession-not-here': {
    zh: '本合同不以加入方式适用：适用范围内的企业均受约束。',
    en: 'This contract knows no accession: it binds everyone in its scope.',
  },
  'accede-to-a-living-contract': {
    zh: '只有已签订且未终止的合同可以加入或退出。',
    en: 'Only a signed contract that has not been ended can be acceded to or withdrawn from.',
  },
  'accede-within-term': {
    zh: '加入的起止日须在合同期限之内，且不得倒置。',
    en: 'An accession runs forward and lies within the term of the contract.',
  },
  'accede-once': {
    zh: '该企业在此期间已加入本合同。',
    en: 'The enterprise has already acceded for some of these days.',
  },
  'withdraw-what-acceded': {
    zh: '该企业当日未加入本合同。',
    en: 'The enterprise is not under this contract on that day.',
  },
  'inspect-while-in-force': {
    zh: '检查日须在合同有效期内。',
    en: 'The day of an inspection lies within the days the contract is in force.',
  },
  'inspection-once': {
    zh: '该检查已登记；如有误请更正。',
    en: 'This inspection is on record; correct it if it is wrong.',
  },
  'clause-of-contract': {
    zh: '合同中没有该条款。',
    en: 'The contract has no such clause.',
  },
  'clause-once': {
    zh: '同一次检查中每一条款只登记一个结果。',
    en: 'An inspection gives each clause one result.',
  },
  'inspection-on-record': {
    zh: '没有登记过该检查。',
    en: 'There is no such inspection on record.',
  },
  'breach-once': {
    zh: '该违约已登记。',
    en: 'This breach is on record.',
  },
  'breach-on-record': {
    zh: '没有登记过该违约。',
    en: 'There is no such breach on record.',
  },
  'breach-in-order': {
    zh: '违约须先发现、后要求改正、再改正，日期不得倒置。',
    en: 'A breach is found, then its rectification demanded, then rectified; the days run forward.',
  },
  'perform-what-binds': {
    zh: '只有生效过的合同有履行情况可登记。',
    en: 'Only a contract that took effect has a performance to record.',
  },
  'report-runs-forward': {
    zh: '报告期须正向，且不得晚于报告日。',
    en: 'A report covers days that run forward and are not after the day it is made.',
  },
  'amend-what-is-in-force': {
    zh: '只有有效的合同可以变更，且上一变更已完成审查或被提出异议。',
    en: 'Only a contract in force is amended, when no other amendment is under way.',
  },
  'last-amendment-first': {
    zh: '此后又签订了变更；请先撤回最后签订的变更（作废其协商案件）。',
    en: 'Another amendment was signed since: take the last one back first, by voiding its bargaining case.',
  },
  'end-rests-on-amendment': {
    zh: '合同的解除或约定条件终止，登记在变更前的期限不及之日；请先将该解除或终止更正到变更前期限内的日期，再撤回该变更。',
    en: 'The contract was rescinded or terminated on a day that its term before this amendment does not reach: correct that day to one within the term before, then take the amendment back.',
  },
  'end-rests-on-term': {
    zh: '合同的解除或约定条件终止，登记在此后期限不及之日；请先更正该解除或终止的日期。',
    en: 'The contract was rescinded or terminated on a day that its term would not reach then: correct that day first.',
  },
  'before-its-end': {
    zh: '合同已终止，只能补记终止日之前发生的事。',
    en: 'The contract has ended: only what happened on a day before its end is still recorded.',
  },
  'renew-what-is-in-force': {
    zh: '只有有效的合同有续订期。',
    en: 'Only a contract in force has a renewal window.',
  },
  'no-renewal-here': {
    zh: '本合同适用的规定不设续订期。',
    en: 'The rules of the place set no renewal window.',
  },
  'no-notice-here': {
    zh: '本合同适用的规定没有期满前通知对方的要求。',
    en: 'The rules of the place know no notice before the end of a term.',
  },
  'notice-before-expiry': {
    zh: '通知须在合同有效期内发出。',
    en: 'Notice is given on a day that the contract is in force.',
  },
  'renewal-not-yet': {
    zh: '续订期尚未开始。',
    en: 'The renewal window has not opened yet.',
  },
  'expire-what-is-in-force': {
    zh: '只有生效过且未终止的合同会期满。',
    en: 'Only a contract that took effect and was not ended expires.',
  },
  'term-still-runs': {
    zh: '合同期限尚未届满。',
    en: 'The term has not run out.',
  },
  'review-before-expiry': {
    zh: '变更正在审查，须待审查结束后再登记期满。',
    en: 'An amendment is under review; its outcome comes before the expiry.',
  },
  'end-what-lives': {
    zh: '只有已签订且未终止的合同可以终止。',
    en: 'Only a signed contract that has not been ended can be ended.',
  },
  'end-within-term': {
    zh: '终止日须在签订日之后、期满日之前。',
    en: 'A contract ends early on a day between its signature and the end of its term.',
  },
  'votes-add-up': {
    zh: '同意人数不得多于职工（代表）大会代表人数。',
    en: 'There cannot be more in favour than delegates.',
  },
  'congress-consents-to-rescission': {
    zh: '协商解除合同须经职工（代表）大会规定多数同意。',
    en: 'Rescinding by agreement needs the consent of the congress by the stated majority.',
  },
  'employer-of-contract': {
    zh: '该企业不是本合同的用人单位。',
    en: 'The enterprise is not the employer of this contract.',
  },
  'successions-in-order': {
    zh: '合同须按日期先后逐次承继：承继日不得早于前一次，也不得晚于后一次。',
    en: 'A contract passes from one employer to the next in the order of the days: not before the time before, not after the next.',
  },
  'end-after-succession': {
    zh: '该企业的终止日早于合同由其承继之日；请先更正合并或分立。',
    en: 'The employer ended before the contract passed to it: correct the merger or split by which it did.',
  },
  'report-what-ended': {
    zh: '合同终止后方可报告。',
    en: 'The end of a contract is reported once it has ended.',
  },
  'contract-on-record': {
    zh: '没有本合同的记录，或记录已作废。',
    en: 'There is no record of this contract, or it has been voided.',
  },
  'correct-what-is-recorded': {
    zh: '更正须指向本合同中一条同类的原始记录。',
    en: 'A correction names the original record of the same kind that it corrects.',
  },
  'correct-law-before-filing': {
    zh: '合同报送后不得更改所适用的规定；请作废后重新登记。',
    en: 'The rules a contract was filed under cannot be corrected; void it and register it anew.',
  },
} as const;

export type Rule = keyof typeof rules;

export const ensure = ruleBook<Rule>(rules);
