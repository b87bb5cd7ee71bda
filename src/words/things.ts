import { said } from './said.ts';

/** The kinds of things there are and the lists of what they are made of, by their noun in addresses. */
export const nouns = said({
  enterprises: ['企业', 'Enterprises'],
  'bargaining-cases': ['集体协商案件', 'Bargaining cases'],
  contracts: ['集体合同', 'Contracts'],
  consultations: ['三方会议与联席会议', 'Consultations'],
  disputes: ['劳动争议', 'Disputes'],
  people: ['人员', 'People'],
  'refused-orders': ['未执行的指令', 'Refused orders'],
  coverage: ['合同覆盖', 'Coverage'],
  'enterprise-spells': ['企业历程', 'Enterprise spells'],
  offers: ['要约', 'Offers'],
  positions: ['陈述的立场', 'Positions'],
  proposals: ['提案', 'Proposals'],
  delegates: ['协商代表', 'Delegates'],
  sessions: ['协商会议', 'Sessions'],
  votes: ['职代会表决', 'Votes'],
  clauses: ['合同条款', 'Clauses'],
  accessions: ['企业加入', 'Accessions'],
  inspections: ['履约检查', 'Inspections'],
  proceedings: ['处理程序', 'Proceedings'],
  claims: ['请求', 'Claims'],
  settlements: ['调解协议', 'Agreements'],
  'settlement-items': ['协议履行事项', 'Items of agreements'],
  agenda: ['议题', 'Agenda'],
  resolutions: ['决定事项', 'Resolutions'],
  'dispute-spells': ['争议历程', 'Dispute spells'],
  'settlement-dues': ['协议履行', 'Agreements due'],
  'mediator-spells': ['调解员办案', 'Mediators’ disputes'],
  deadlines: ['期限', 'Deadlines'],
  'unregistered-enterprises': ['未登记的企业', 'Unregistered enterprises'],
});

/** One of a kind. */
export const singular = said({
  enterprises: ['企业', 'Enterprise'],
  'bargaining-cases': ['协商案件', 'Bargaining case'],
  contracts: ['集体合同', 'Contract'],
  consultations: ['会议', 'Meeting'],
  disputes: ['争议', 'Dispute'],
  people: ['人员', 'Person'],
  'refused-orders': ['未执行的指令', 'Refused order'],
});
