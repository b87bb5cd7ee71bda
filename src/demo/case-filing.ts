import type { Told } from './case-plan.ts';
import { clauses } from './contract-life.ts';

/** From the signatures to the effect, and what is seen of its performance. */
export const file = (told: Told): void => {
  const { diary, whom, contract, on, plan } = told;
  const to = { noun: 'contracts', id: contract, by: `bureau-${whom.division}` };
  const say = (days: number, type: string, data: object, late = 0): void =>
    void diary.write(on(days + late), to, type, data);
  const filing = (receiptNo: string, days: number) => ({
    receiptNo,
    filedOn: on(days),
    receivedOn: on(days + 1),
  });
  // Put on file a week after the signature, when the signed case is a contract.
  say(74, 'File', filing(`${contract.slice(0, 30)}-1`, 71));
  const objection = { on: on(80), items: ['最低工资条款低于标准'], opinionNo: '审查意见1号' };
  const isObjected = plan.review === 'objected' || plan.review === 'late-objection';
  if (plan.review === 'approved') say(81, 'Approve', { on: on(81), opinionNo: '审查通过' });
  // The clock takes silence for consent first; the objection, in time, is found in the files later.
  if (isObjected) say(80, 'Object', objection, plan.review === 'objected' ? 0 : 20);
  if (isObjected) say(106, 'Refile', filing(`${contract.slice(0, 30)}-2`, 105));
  say(142, 'Publish', { on: on(141), means: '全体职工大会' });
  inspect(told, say);
};

const inspect = (
  { plan, on, dice }: Told,
  say: (days: number, type: string, data: object) => void,
): void => {
  const isKept = dice.chance(0.8);
  const result = isKept ? 'fulfilled' : 'unfulfilled';
  const results = clauses(plan.kind).map(({ id }) => ({
    clause: id,
    result: id === 'c3' ? result : 'fulfilled',
  }));
  const inspection = 'i1';
  say(260, 'HoldInspection', { inspection, on: on(259), results, findings: '现场检查' });
  say(300, 'ReportFulfilment', { on: on(300), from: on(142), to: on(299) });
  if (isKept) return;
  const breach = 'b1';
  say(261, 'FindBreach', {
    breach,
    on: on(260),
    clause: 'c3',
    inspection,
    finding: '工资迟发五日',
  });
  say(262, 'DemandRectification', { breach, on: on(262), due: on(292) });
  if (dice.chance(0.7)) say(285, 'RecordRectification', { breach, on: on(284) });
};
