import { partyRules } from '../law/parties.ts';
import { ruleBook } from '../shared/rules.ts';
import { saidOtherwise } from '../shared/saying.ts';
import { soundTermsRules } from '../shared/sound-terms.ts';
import { rulesOfDelegates } from './rules-of-delegates.ts';

export const rules = {
  'prepared-once': {
    zh: '该案件编号已被使用，一个案件只立案一次。',
    en: 'This case is already on file; a case is opened once.',
  },
  'not-now': {
    zh: '案件目前所处阶段不能办理此事项。',
    en: 'The case has not reached, or has passed, the stage for this.',
  },
  'said-otherwise': saidOtherwise,
  'profile-fits': {
    zh: '所选规则不适用于此类合同或该日期。',
    en: 'The chosen law is not for this kind of contract or not for this day.',
  },
  ...partyRules,
  ...soundTermsRules,
  'renewal-names-predecessor': {
    zh: '续订须指明原合同，且新旧合同编号不同。',
    en: 'A renewal names the contract it renews, which is another one.',
  },
  'days-run-forward': {
    zh: '日期不得早于前一步骤的日期。',
    en: 'The day lies before the step it follows from.',
  },
  'not-in-the-future': {
    zh: '日期不得晚于记录当日。',
    en: 'The day has not come yet.',
  },
  'offer-once': {
    zh: '该要约编号已被使用。',
    en: 'An offer of this id is already on file.',
  },
  'offer-on-file': { zh: '没有该要约。', en: 'There is no such offer.' },
  'received-once': {
    zh: '该要约的送达已有记录；如有错误请更正。',
    en: 'Receipt of the offer is on file; correct it if it is wrong.',
  },
  'reply-to-what-was-received': {
    zh: '要约送达后方可答复。',
    en: 'An offer is answered after it was received.',
  },
  'answered-once': {
    zh: '该要约已有答复；如有错误请更正。',
    en: 'The offer has its answer; correct it if it is wrong.',
  },
  'no-approval-notice-here': {
    zh: '本案适用的规定不以审议通过通知起算报送期限，无须记录该通知。',
    en: 'The law of the case counts no time from a notice of approval.',
  },
  'notified-once': {
    zh: '审议通过通知已有记录；如有错误请更正。',
    en: 'The notice of approval is on file; correct it if it is wrong.',
  },
  'no-mediation-notice-here': {
    zh: '本案适用的规定没有通知调解机构的要求。',
    en: 'The law of the case knows no notice to a mediation service.',
  },
  'clock-must-run': {
    zh: '期限尚未届满，或没有正在计算的期限。',
    en: 'The time has not run out, or no clock is running.',
  },
  ...rulesOfDelegates,
  'disclose-before-session': {
    zh: '企业方须在协商会议前按规定提前提供相关资料。',
    en: 'The employer discloses its information in good time before the first session.',
  },
  'publish-before-talks': {
    zh: '协商前须公布双方代表名单。',
    en: 'Both lists of delegates are published before the talks.',
  },
  'session-once': { zh: '该会议编号已被使用。', en: 'A session of this id is already on file.' },
  'session-on-file': { zh: '没有该次会议。', en: 'There is no such session.' },
  'close-session-first': {
    zh: '上一次会议尚未结束。',
    en: 'The session before it is not closed.',
  },
  'closed-once': {
    zh: '该次会议已结束；会议记录已存档。',
    en: 'The session is closed and its minutes are on file.',
  },
  'minutes-signed-by-those-present': {
    zh: '会议记录须由出席会议的代表或记录员签字。',
    en: 'The minutes are signed by delegates who were present, or by the recorder.',
  },
  'chair-in-turn': {
    zh: '会议由双方首席代表轮流主持，首次会议由要约方主持。',
    en: 'The sides chair in turn, the side whose offer it was first.',
  },
  'recorder-is-neutral': {
    zh: '会议须有一名非协商代表担任记录员。',
    en: 'The session has a recorder who is no delegate.',
  },
  'only-delegates-sit': {
    zh: '出席者须为当日的协商代表。',
    en: 'Those present must be delegates on that day.',
  },
  'chiefs-present': {
    zh: '双方首席代表（或其书面委托的代表）均须到场。',
    en: 'Both chiefs, or their deputies, must be present.',
  },
  'proposal-once': {
    zh: '该提案编号已被使用。',
    en: 'A proposal of this id is already on file.',
  },
  'proposal-open': {
    zh: '该提案不存在，或已被回应、撤回、达成一致。',
    en: 'There is no such proposal on the table: it was countered, withdrawn or agreed.',
  },
  'counter-the-other-side': {
    zh: '只能对对方的提案提出反提案。',
    en: 'Only the other side’s proposal is countered.',
  },
  'same-clause': {
    zh: '反提案须针对同一条款。',
    en: 'A counter-proposal is about the same clause.',
  },
  'own-proposals': {
    zh: '一揽子方案只能包含本方的提案。',
    en: 'A package holds proposals of its own side.',
  },
  'package-names-once': {
    zh: '同一提案在一揽子方案中只列一次。',
    en: 'A package names each proposal once.',
  },
  'package-as-a-whole': {
    zh: '一揽子方案须整体接受。',
    en: 'A package is agreed as a whole.',
  },
  'suspension-consent': {
    zh: '中止协商未取得规定的同意。',
    en: 'The suspension lacks the consent that the law asks for.',
  },
  'suspension-cap': {
    zh: '中止时间超过规定的最长期限。',
    en: 'The suspension is longer than the law allows.',
  },
  'coordinated-here': {
    zh: '该地签订争议不适用协调处理程序。',
    en: 'Disputes about concluding a contract are not coordinated in this place.',
  },
  'apply-in-time': {
    zh: '协调申请已超过期限。',
    en: 'The application for coordination came after its time.',
  },
  'apply-first': {
    zh: '没有当事人的协调申请，只能依职权协调。',
    en: 'Without an application, coordination is ex officio.',
  },
  'extend-once': {
    zh: '协调期限只能在期满前依规定延长一次。',
    en: 'Coordination is extended once, before it runs out, where the law allows it.',
  },
  'draft-once': { zh: '该草案编号已被使用。', en: 'A draft of this id is already on file.' },
  'current-draft': {
    zh: '不是当前的草案。',
    en: 'This is not the draft on the table.',
  },
  'term-runs-forward': {
    zh: '合同期满日须在起始日之后。',
    en: 'A contract must end after it begins.',
  },
  'term-too-short': {
    zh: '合同期限短于规定的最短期限。',
    en: 'The term is shorter than the law allows.',
  },
  'term-too-long': {
    zh: '合同期限长于规定的最长期限。',
    en: 'The term is longer than the law allows.',
  },
  'congress-of-nobody': {
    zh: '职工（代表）大会应到人数至少为一人。',
    en: 'A congress has at least one member.',
  },
  'votes-add-up': {
    zh: '票数不得多于到会人数，到会人数不得多于应到人数。',
    en: 'There cannot be more votes than present, nor more present than delegates.',
  },
  'voted-down': {
    zh: '被否决的草案须重新协商、修改后再次表决。',
    en: 'A draft that was voted down is negotiated anew before it is voted on again.',
  },
  'sign-before-congress': {
    zh: '双方首席代表签字后，草案方可提交表决。',
    en: 'Both chiefs sign the draft before it goes to the congress.',
  },
  'congress-before-signature': {
    zh: '草案经审议通过后，首席代表方可签字。',
    en: 'The chiefs sign after the congress has approved the draft.',
  },
  'chief-signs': {
    zh: '签字人在该日不是该方的首席代表。',
    en: 'Whoever signs must be the chief delegate of that side on that day.',
  },
  'signed-once': {
    zh: '该方首席代表已签字；如有错误请更正。',
    en: 'The chief of this side has signed; correct it if it is wrong.',
  },
  'ground-holds': {
    zh: '结案理由与案件情况不符。',
    en: 'The ground for closing is not what the case shows.',
  },
  'corrects-a-fact': {
    zh: '更正须指向本案中同类且同一对象的记录。',
    en: 'A correction names a fact of this case, of its kind and about the same thing.',
  },
  'identity-stays': {
    zh: '适用规则、事由和合同编号不能更正；请作废后重新立案。',
    en: 'Law, purpose and contract are not corrected: void the case and open it anew.',
  },
  'signed-stands': {
    zh: '案件已签订，更正不得推翻表决结果；请作废案件，其合同或变更随之作废。',
    en: 'The case is signed; a correction cannot undo the vote: void the case, and its contract or amendment goes with it.',
  },
} as const;

export type Rule = keyof typeof rules;
export const ensure = ruleBook<Rule>(rules);
