import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { register } from '../projection.ts';

/** One stay of an enterprise under a contract it acceded to; the id is the accession's event id. */
export type RosterRow = {
  readonly id: string;
  readonly contract: string;
  readonly enterprise: string;
  readonly from_on: string;
  /** The last day: of the accession, or the day before the withdrawal; null while it lasts. */
  readonly to_on: string | null;
  /** The last day as it was agreed when it acceded. */
  readonly agreed_to: string | null;
  readonly withdrew_on: string | null;
};

const lastDay = (agreed: string | null, withdrew: string | null): string | null => {
  const out = withdrew === null ? null : plusDays(withdrew, -1);
  if (agreed === null || out === null) return agreed ?? out;
  return agreed < out ? agreed : out;
};
const withLastDay = (row: RosterRow): RosterRow => ({
  ...row,
  to_on: lastDay(row.agreed_to, row.withdrew_on),
});

const accession = (
  id: string,
  contract: string,
  {
    enterprise,
    from,
    to = null,
  }: { enterprise: string; from: string; to?: string | null | undefined },
): RosterRow => ({
  id,
  contract,
  enterprise,
  from_on: from,
  to_on: to,
  agreed_to: to,
  withdrew_on: null,
});

/** Who is under which contract by accession, from when to when. */
export const contractRoster = register<RosterRow, ContractEvent>({
  table: 'contract_roster',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    contract: 'TEXT NOT NULL',
    enterprise: 'TEXT NOT NULL',
    from_on: 'TEXT NOT NULL',
    to_on: 'TEXT',
    agreed_to: 'TEXT',
    withdrew_on: 'TEXT',
  },
  indexes: ['contract, enterprise', 'enterprise, from_on'],
  categories: ['contract'],
  keys: ({ type, id, data }) => {
    if (type === 'EnterpriseAcceded') return [id];
    if (type === 'AccessionCorrected') return [data.corrects];
    if (type === 'EnterpriseWithdrew' || type === 'WithdrawalCorrected')
      return data.accession ? [data.accession] : [];
    return [];
  },
  create: {
    EnterpriseAcceded: ({ id, subject, data }) => accession(id, subject, data),
  },
  change: {
    AccessionCorrected: (row, { data }) =>
      withLastDay({ ...accession(row.id, row.contract, data), withdrew_on: row.withdrew_on }),
    EnterpriseWithdrew: (row, { data: { on } }) => withLastDay({ ...row, withdrew_on: on }),
    WithdrawalCorrected: (row, { data: { on } }) => withLastDay({ ...row, withdrew_on: on }),
  },
});
