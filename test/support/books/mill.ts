import { enterprise } from '../../../domain/enterprise/decider.ts';
import type { EnterpriseCommand } from '../../../domain/enterprise/commands.ts';
import type { EnterpriseEvent } from '../../../domain/enterprise/events.ts';

/** A cotton mill in Fuxin, and what may happen to it. */
export const mill = {
  registeredOn: '2020-03-01',
  name: '阜新棉纺厂',
  division: '210902',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
} as const;
export const on = '2024-05-01';
export const at = '2026-06-01T01:00:00.000Z';

export const registered: EnterpriseEvent = { type: 'EnterpriseRegistered', data: mill };
export const founded: EnterpriseEvent = { type: 'UnionFounded', data: { on: '2021-05-01' } };
export const deregistered: EnterpriseEvent = { type: 'EnterpriseDeregistered', data: { on } };
export const suspended: EnterpriseEvent = { type: 'EnterpriseSuspended', data: { on } };
const count = { asOf: '2023-12-31', workers: 100, women: 40 };
export const reported: EnterpriseEvent = { type: 'HeadcountReported', data: count };
export const report: EnterpriseCommand = { type: 'ReportHeadcount', data: count };

export const headcount = (data: object): EnterpriseCommand =>
  enterprise.command.parse({
    type: 'ReportHeadcount',
    data: { asOf: '2024-12-31', workers: 100, ...data },
  });
