import type { Sentence } from '../shared/rules.ts';

/** What we may say no with from the filing for arbitration on. */
export const rulesOfArbitration = {
  'arbitrated-here': {
    zh: '该地没有劳动争议仲裁程序。',
    en: 'There is no labor arbitration in this place.',
  },
  'one-arbitration': {
    zh: '仲裁申请正在处理，或该编号已被使用。',
    en: 'An arbitration is under way, or its id was used.',
  },
  'this-arbitration': {
    zh: '不是正在进行的仲裁。',
    en: 'This is not the arbitration that is under way.',
  },
  'performance-place-decides': {
    zh: '双方分别向劳动合同履行地和用人单位所在地仲裁委员会申请的，由履行地的仲裁委员会管辖：只能由所在地移送履行地，且须在裁决之前。',
    en: 'Where both commissions were applied to, the one at the place of performance has the case: it passes from the employer’s seat to there, before an award, and never back.',
  },
  'archived-when-over': {
    zh: '争议尚未办结，不能归档。',
    en: 'The dispute is not over, so its file is not archived.',
  },
  'archived-once': {
    zh: '案卷已经归档。',
    en: 'The file is archived already.',
  },
  'award-needs-acceptance': {
    zh: '仲裁申请尚未受理，不能办理此事项。',
    en: 'The commission has not accepted the case, so it cannot do this.',
  },
  'filed-for-it': {
    zh: '只能就申请仲裁的当事人的请求作出裁决。',
    en: 'An award is about the claims of those who filed for arbitration.',
  },
  'one-result-a-claim': {
    zh: '同一请求在一份裁决中只有一个结果。',
    en: 'A claim has one result in an award.',
  },
  'tribunal-once': {
    zh: '仲裁庭已经组成；有仲裁员回避后方可重新组成。',
    en: 'The tribunal is formed; it is formed anew when an arbitrator was recused.',
  },
  'three-arbitrators': {
    zh: '集体争议由三名仲裁员组成仲裁庭；独任为一名。',
    en: 'A tribunal is of three arbitrators, as always in a collective dispute, or of one.',
  },
  'defence-first': {
    zh: '尚未收到答辩书，无可送达申请人。',
    en: 'No defence was received that could be passed on.',
  },
  'hearing-told-in-time': {
    zh: '开庭日期应当提前通知。',
    en: 'The parties are told of the hearing in good time.',
  },
  'hearing-on-file': {
    zh: '没有该次开庭，或者编号重复。',
    en: 'There is no such hearing, or its id was used.',
  },
  'postpone-in-time': {
    zh: '延期开庭应当在开庭前提出。',
    en: 'A postponement is asked for in good time before the hearing.',
  },
  'award-period-longer-once': {
    zh: '裁决期限只能在期满前延长一次。',
    en: 'The award period is longer once, before it has run out.',
  },
  'award-once': { zh: '该裁决编号已被使用。', en: 'An award of this id is already on file.' },
  'award-on-file': { zh: '没有该裁决。', en: 'There is no such award.' },
  'minimum-wage-is-named': {
    zh: '金钱事项须写明当地月最低工资标准。',
    en: 'With items of money, the local monthly minimum wage is named.',
  },
  'service-once': { zh: '该送达编号已被使用。', en: 'A service of this id is already on file.' },
  'not-a-final-award': {
    zh: '该裁决不是终局裁决，不适用撤销程序。',
    en: 'The award is not final: it is taken to court, not set aside.',
  },
  'worker-has-sued': {
    zh: '劳动者已起诉，撤销申请不予受理。',
    en: 'A worker has sued: the application to set aside is not taken.',
  },
  'set-aside-in-time': {
    zh: '申请撤销已超过期限，或裁决尚未送达。',
    en: 'The application to set aside came after its time, or before the award was served.',
  },
  'sue-in-time': {
    zh: '起诉已超过期限，或裁决尚未送达。',
    en: 'The suit came after its time, or before the award was served.',
  },
  'employer-sets-aside': {
    zh: '用人单位对终局裁决只能申请撤销。',
    en: 'Against a final award the employer applies to set it aside; it does not sue.',
  },
  'court-is-open': {
    zh: '不具备该起诉理由。',
    en: 'The ground for going to court is not what the dispute shows.',
  },
  'suit-on-file': {
    zh: '没有该诉讼，或者编号重复。',
    en: 'There is no such suit, or its id was used.',
  },
  'title-on-file': {
    zh: '没有可以申请执行的文书。',
    en: 'There is no such title to enforce.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
