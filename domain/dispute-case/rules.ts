import { divisionExists } from '../law/divisions.ts';
import { ruleBook } from '../shared/rules.ts';
import { rulesOfArbitration } from './rules-of-arbitration.ts';

export const rules = {
  'received-once': {
    zh: '该争议编号已被使用，一件争议只登记一次。',
    en: 'This dispute is already on file; it is received once.',
  },
  'not-now': {
    zh: '争议目前所处阶段不能办理此事项。',
    en: 'The dispute has not reached, or has passed, the stage for this.',
  },
  'concluded-once': {
    zh: '争议已经结案，请先查看其现状和结果。',
    en: 'The dispute is concluded already: look how it stands.',
  },
  'profile-fits': {
    zh: '所选规则在该日期不适用。',
    en: 'The chosen law is not for this day.',
  },
  'division-exists': divisionExists,
  'conclusion-is-coordinated': {
    zh: '因签订集体合同发生的争议应当协调处理，不作为劳动争议受理。',
    en: 'A dispute about concluding a collective contract is coordinated in its bargaining case, not received here.',
  },
  'someone-applies': {
    zh: '须有劳动者或者工会作为当事人；每人只列一次。',
    en: 'There is a worker or a union among the parties, each person once.',
  },
  'employer-is-named': {
    zh: '用人单位须写明登记编号或者名称。',
    en: 'An employer is named, by its id or by its name.',
  },
  'dispatch-is-joint': {
    zh: '劳务派遣争议中，派遣单位和用工单位为共同当事人。',
    en: 'With dispatched labor, the agency and the user of the labor are parties together.',
  },
  'oral-is-taken-down': {
    zh: '口头申请应当当场记录，写明记录人和密封笔录。',
    en: 'An oral application is taken down on the spot: by whom, and in which sealed note.',
  },
  'outcome-is-dated': {
    zh: '结果和结案日期应当同时填写。',
    en: 'An outcome has its day, and a day its outcome.',
  },
  'days-run-forward': {
    zh: '日期不得早于前一步骤的日期。',
    en: 'The day lies before the step it follows from.',
  },
  'not-in-the-future': { zh: '日期不得晚于记录当日。', en: 'The day has not come yet.' },
  'claim-once': { zh: '该请求编号已被使用。', en: 'A claim of this id is already on file.' },
  'claim-on-file': {
    zh: '没有该项请求，或者该请求已放弃。',
    en: 'There is no such claim, or it was waived.',
  },
  'acted-since': {
    zh: '因承继而成为当事人者此后已有记录，不能从承继人中去掉。',
    en: 'Somebody who became a party by this has been recorded with something since: he stays one of those who took over.',
  },
  'party-by-merger': {
    zh: '该用人单位因合并或者分立成为当事人；请更正该合并或者分立。',
    en: 'This employer became a party by a merger or split: correct that.',
  },
  'party-of-the-dispute': {
    zh: '此人不是本争议的当事人。',
    en: 'This person is not a party to the dispute.',
  },
  'claimant-once': { zh: '此人已是申请人。', en: 'This person is a claimant already.' },
  'collective-only': {
    zh: '只有集体争议才推举代表人。',
    en: 'Representatives are elected in collective disputes only.',
  },
  'three-to-five-representatives': {
    zh: '集体争议应当推举三至五名代表人，且每人只列一次。',
    en: 'A collective dispute has three to five representatives, each person once.',
  },
  'represented-consents': {
    zh: '代表人变更、放弃请求、承认对方请求或者和解，须经被代表的当事人同意。',
    en: 'A change, waiver, admission or settlement by representatives needs each represented person’s consent.',
  },
  'proceeding-once': {
    zh: '该处理程序编号已被使用。',
    en: 'A proceeding of this id is already on file.',
  },
  'proceeding-open': {
    zh: '没有该处理程序，或者已经终结。',
    en: 'There is no such proceeding, or it has ended.',
  },
  'where-it-stands': {
    zh: '争议目前不在该机构办理，不能由其移送。',
    en: 'The dispute does not stand with this body now; only where it stands can it be passed on.',
  },
  'both-consent': {
    zh: '调解须经双方当事人同意。',
    en: 'Mediation needs the consent of both sides.',
  },
  'accepted-once': {
    zh: '该机构已经受理；日期有误请更正受理。',
    en: 'This body has accepted the dispute already; correct the acceptance if its day is wrong.',
  },
  'assigned-once': {
    zh: '该调解员已经指派。',
    en: 'This mediator is assigned already.',
  },
  'accept-first': {
    zh: '该机构尚未受理。',
    en: 'This body has not accepted the dispute.',
  },
  'refused-first': {
    zh: '没有可通知的拒绝。',
    en: 'There is no refusal to tell of.',
  },
  'refusal-stands': {
    zh: '因不同意调解或者不予受理而终结的，结果仍为拒绝；终结日以不同意调解之日为准，有误请更正不同意调解。以其他方式终结的，不能更正为拒绝。',
    en: 'What ended by a refusal stays refused, on the day that consent was refused: correct that refusal where its day is wrong. What ended otherwise does not become refused.',
  },
  'passes-as-it-ended': {
    zh: '前一机构终结后争议转入本机构的，转入日随该终结日，不早于本机构收到之日；日期有误请更正该终结或者不同意调解。',
    en: 'A dispute that passed on because the earlier body ended passed on that day, or when it came to the next body: correct that end or the refused consent where the day is wrong.',
  },
  'mediator-has-interest': {
    zh: '与争议有利害关系的人员应当回避。',
    en: 'Whoever has an interest in the dispute may not handle it.',
  },
  'mediator-is-no-party': {
    zh: '当事人不得担任本争议的调解员、仲裁员。',
    en: 'A party to the dispute is not its mediator or arbitrator.',
  },
  'assigned-mediators': {
    zh: '主持人须为本程序指派的调解员。',
    en: 'Only mediators assigned to this proceeding lead and sign it.',
  },
  'mediator-who-acted-stays': {
    zh: '该调解员已主持调解、签署协议或者回避，不能更正为他人。',
    en: 'This mediator has led a session, signed, or was recused: the assignment is not corrected to someone else.',
  },
  'session-once': { zh: '该次调解编号已被使用。', en: 'A session of this id is on file.' },
  'session-on-file': { zh: '没有该次调解。', en: 'There is no such session.' },
  'extend-by-consent': {
    zh: '延长调解期限须双方同意，且当地规定允许延长。',
    en: 'Mediation is extended by consent of both sides, where the law allows it.',
  },
  'extend-in-time': {
    zh: '须在期满前同意延长，且新期限晚于原期限。',
    en: 'An extension is agreed before the time has run out, to a later day.',
  },
  'outcome-fits': {
    zh: '结案方式与理由不符。',
    en: 'The outcome and its reason do not go together.',
  },
  'settle-by-agreement': {
    zh: '达成调解的，以各方签署的调解协议结案。',
    en: 'A settled dispute is concluded by the agreement that everyone signed.',
  },
  'settlement-once': {
    zh: '该协议编号已被使用。',
    en: 'An agreement of this id is already on file.',
  },
  'settled-already': {
    zh: '该当事人已经和解；协议无效的，请重新受理。',
    en: 'Someone of these has settled already; reopen the dispute where that agreement is void.',
  },
  'items-of-those-who-settle': {
    zh: '协议事项只能涉及达成和解的当事人及其请求。',
    en: 'An agreement is about those who settle and their claims, not about others.',
  },
  'settlement-on-file': { zh: '没有该协议。', en: 'There is no such agreement.' },
  'items-once': {
    zh: '协议事项编号不得重复，履行日期不得早于协议日期。',
    en: 'Each item has an id of its own and is due on the day of the agreement or later.',
  },
  'signed-once': {
    zh: '该方已签署；如有错误请更正。',
    en: 'This has been signed; correct it if it is wrong.',
  },
  'sides-sign': {
    zh: '协议须由达成和解的当事人本人或者其代表人签署。',
    en: 'Those who settle sign themselves, or a representative signs for them.',
  },
  'in-force-first': {
    zh: '协议尚未生效。',
    en: 'The agreement is not in force.',
  },
  'item-on-file': { zh: '协议中没有该事项。', en: 'The agreement has no such item.' },
  'part-once': {
    zh: '该笔履行编号已被使用。',
    en: 'A payment of this id is already on file.',
  },
  'money-in-fen': {
    zh: '金钱事项须写明金额。',
    en: 'An item of money says how much was paid.',
  },
  'paid-more-than-agreed': {
    zh: '支付金额超过约定金额，请说明原因。',
    en: 'More was paid than agreed: say why.',
  },
  'clock-must-run': {
    zh: '期限尚未届满，或没有正在计算的期限。',
    en: 'The time has not run out, or no clock is running.',
  },
  'both-sides-apply': {
    zh: '应当由双方当事人共同申请。',
    en: 'Both sides apply together.',
  },
  'review-in-time': {
    zh: '仲裁审查申请已超过期限，或当地没有此程序。',
    en: 'The application for review came after its time, or there is none here.',
  },
  'confirm-in-time': {
    zh: '司法确认申请已超过期限，或当地没有此程序。',
    en: 'The application for confirmation came after its time, or there is none here.',
  },
  'applied-first': { zh: '没有待处理的申请。', en: 'There is no application to decide.' },
  'default-first': {
    zh: '该事项未到期或者已经履行。',
    en: 'The item is not due yet, or was performed.',
  },
  'payment-order-grounds': {
    zh: '支付令只适用于拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金。',
    en: 'A payment order is for arrears of pay, medical costs of an injury, compensation or damages.',
  },
  'limitation-runs': {
    zh: '仲裁时效未起算、已中止或者已届满。',
    en: 'The limitation is not running: it has not begun, stands still, or has run out.',
  },
  'limitation-stands': {
    zh: '仲裁时效没有中止。',
    en: 'The limitation does not stand still.',
  },
  ...rulesOfArbitration,
  'another-dispute': {
    zh: '须指明另一件争议，不能是本争议。',
    en: 'Another dispute is named, not this one.',
  },
  'claimants-who-acted-stay': {
    zh: '已提出请求、和解或者被推举为代表人的申请人不能从收案中更正掉；请登记其退出。',
    en: 'Whoever claimed, settled or represents others is not corrected away: record that he left.',
  },
  'clause-names-contract': {
    zh: '关联条款须写明合同。',
    en: 'A clause is named with its contract.',
  },
  'corrects-a-fact': {
    zh: '更正须指向本争议中同类且同一对象的记录。',
    en: 'A correction names a fact of this dispute, of its kind and about the same thing.',
  },
  'identity-stays': {
    zh: '适用规则和首个处理程序不能更正；请作废后重新登记。',
    en: 'The law and the first proceeding are not corrected: void the dispute and receive it anew.',
  },
  'settlement-stands': {
    zh: '调解协议已生效，不能更正为其他结果；请重新启动争议。',
    en: 'The agreement is in force: a correction cannot undo it; reopen the dispute.',
  },
} as const;

export type Rule = keyof typeof rules;
export const ensure = ruleBook<Rule>(rules);
