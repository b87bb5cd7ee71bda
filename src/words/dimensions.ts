import { said } from './said.ts';

/** By what figures are grouped and filtered. */
export const dimensions = said({
  region: ['地区', 'Region'],
  industry: ['行业', 'Industry'],
  registrationType: ['登记注册类型', 'Registration type'],
  sizeClass: ['企业规模', 'Size class'],
  unionised: ['建会情况', 'Unionised'],
  contractKind: ['合同类别', 'Contract kind'],
  contractLevel: ['合同层级', 'Contract level'],
  reason: ['原因', 'Reason'],
  cause: ['案由', 'Cause'],
  level: ['调解组织层级', 'Level of the body'],
  body: ['调解组织', 'Body'],
  collective: ['是否集体争议', 'Collective or individual'],
  outcome: ['结案结果', 'Outcome'],
  age: ['案件时长', 'Age'],
  phase: ['阶段', 'Phase'],
  mediator: ['调解员', 'Mediator'],
  forum: ['会议形式', 'Forum'],
  meetingLevel: ['会议层级', 'Meeting level'],
  ownerParty: ['责任方', 'Owner’s party'],
});
