import { divisionExists } from '../law/divisions.ts';
import { ruleBook } from '../shared/rules.ts';

/** Every "no" of a consultation, as the secretary reads it. */
export const rules = {
  'convened-once': {
    zh: '该会议编号已被使用，一次会议只召集一次。',
    en: 'This meeting is already on record; a meeting is convened once.',
  },
  'not-now': {
    zh: '会议目前所处阶段不能办理此事项。',
    en: 'The meeting has not reached, or has passed, the stage for this.',
  },
  'not-in-the-future': {
    zh: '尚未发生的事不能登记。',
    en: 'What has not happened yet cannot be recorded.',
  },
  'days-run-forward': {
    zh: '日期不得早于前一步骤的日期。',
    en: 'The day lies before the step it follows from.',
  },
  'division-exists': divisionExists,
  'seats-of-the-forum': {
    zh: '三方会议由人社部门、工会、企业代表组织（企联、工商联）参加；联席会议由政府和工会参加；每家只列一次。',
    en: 'A tripartite meeting seats the labor administration, the union and the employers’ bodies, a joint conference the government and the union; each body once.',
  },
  'every-party-convened': {
    zh: '召集会议须通知到每一方。',
    en: 'A meeting is convened with every party to it.',
  },
  'extraordinary-says-why': {
    zh: '召集临时会议须写明事由；例行会议不写。',
    en: 'An extraordinary meeting says what calls for it; a regular one does not.',
  },
  'carried-from-a-meeting': {
    zh: '结转事项须写明上次会议，且不是本次会议；每项只列一次。',
    en: 'What is carried over comes from a meeting before, which is another one, and is listed once.',
  },
  'body-of-the-meeting': {
    zh: '只能填写本次会议的参加单位，且不得重复。',
    en: 'Only bodies of this meeting are named, each once.',
  },
  'item-once': { zh: '该议题编号已被使用。', en: 'An item of this id is already on record.' },
  'item-on-record': { zh: '没有该议题。', en: 'There is no such item.' },
  'stage-by-stage': {
    zh: '议题须依次办理：联席会议为提出、会商、审定、调研、列入议程；三方会议提出后即可列入议程。',
    en: 'Items pass their stages in turn: at a joint conference proposed, screened, approved, researched and tabled; at a tripartite meeting proposed and tabled.',
  },
  'dropped-before-outcome': {
    zh: '已有结果的议题不能撤下。',
    en: 'An item that has its outcome is not dropped.',
  },
  'last-meeting-first': {
    zh: '须先听取上次会议各结转事项的落实情况，再讨论本次议题。',
    en: 'The meeting first hears the report on every resolution carried over from the last one.',
  },
  'carried-over': {
    zh: '该事项未列为上次会议的结转事项。',
    en: 'This resolution is not among those carried over from the last meeting.',
  },
  'heard-once': {
    zh: '该结转事项的落实情况已有记录。',
    en: 'The report on this resolution is already on record.',
  },
  'say-how-it-stands': {
    zh: '已完成的须写明完成日期，未完成的须写明原因，其他情况两者都不写。',
    en: 'What is done gives its day, what is not done gives why; otherwise neither is given.',
  },
  'discuss-what-is-tabled': {
    zh: '只有列入议程的议题可以讨论。',
    en: 'Only an item on the table is discussed.',
  },
  'discuss-first': {
    zh: '议题经讨论方可作出决定、缓议或转办；每个议题只有一种结果。',
    en: 'An item is discussed before it is resolved, deferred or remitted, and has one outcome.',
  },
  'every-party-present': {
    zh: '有一方未到会的，不能作出决定。',
    en: 'Nothing is resolved while a party to the meeting is absent.',
  },
  'by-consensus': {
    zh: '决定须经到会各单位一致同意。',
    en: 'A resolution needs the consent of every body that is present.',
  },
  'resolution-once': {
    zh: '该决定事项编号已被使用。',
    en: 'A resolution of this id is already on record.',
  },
  'resolution-on-record': { zh: '没有该决定事项。', en: 'There is no such resolution.' },
  'every-item-ends': {
    zh: '会议结束前，列入议程的议题须有结果，结转事项须已听取。',
    en: 'Before a meeting closes, every item on the table has its outcome and every report is heard.',
  },
  'minutes-once': {
    zh: '会议纪要已有记录。',
    en: 'The minutes are already on record.',
  },
  'minutes-first': {
    zh: '会议纪要形成后方可签署。',
    en: 'Minutes are signed once they are drawn up.',
  },
  'present-bodies-sign': {
    zh: '会议纪要由到会单位签署，每家一次。',
    en: 'The minutes are signed by the bodies that were present, once each.',
  },
  'minutes-signed-by-all': {
    zh: '会议纪要须经到会各单位签署后，方可联合发文。',
    en: 'A joint document is issued when every body present has signed the minutes.',
  },
  'resolved-something': {
    zh: '会议没有作出决定，无可发文。',
    en: 'The meeting resolved nothing that could be issued.',
  },
  'level-above': {
    zh: '全国一级之上没有可报告的层级。',
    en: 'There is no level above the national one to report to.',
  },
  'reported-upward-once': {
    zh: '已向上一级报告。',
    en: 'The report to the level above is already on record.',
  },
  'assigned-once': {
    zh: '该事项已明确责任单位和期限；如有错误请更正。',
    en: 'The resolution already has its owner and its day; correct them if they are wrong.',
  },
  'due-after-assignment': {
    zh: '完成期限不得早于交办之日。',
    en: 'The day to be done by is not before the assignment.',
  },
  'extend-in-time': {
    zh: '须在完成期限届满前同意延期，且新期限晚于原期限。',
    en: 'More time is given before the day has passed, to a later day.',
  },
  'extended-since': {
    zh: '该事项已延期，请更正最近一次延期。',
    en: 'The resolution was given more time since: correct the last extension.',
  },
  'assigned-first': {
    zh: '须先明确责任单位和完成期限。',
    en: 'The resolution first needs an owner and a day.',
  },
  'done-once': {
    zh: '该事项的办理结果已有记录；如有错误请更正。',
    en: 'How the resolution ended is already on record; correct it if it is wrong.',
  },
  'withdrawn-is-over': {
    zh: '该决定事项已撤回。',
    en: 'The resolution was withdrawn.',
  },
  'clock-must-run': {
    zh: '完成期限尚未届满，或无此期限。',
    en: 'The day has not passed, or there is none.',
  },
  'another-meeting': {
    zh: '须指明另一次会议，不能是本次会议。',
    en: 'Another meeting is named, not this one.',
  },
  'corrects-a-fact': {
    zh: '更正须针对本会议中同一事项的同类记录。',
    en: 'A correction is of a fact of this kind, about the same thing, in this meeting.',
  },
} as const;

export type Rule = keyof typeof rules;
export const ensure = ruleBook<Rule>(rules);
