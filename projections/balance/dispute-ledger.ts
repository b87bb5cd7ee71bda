import { accounts } from '../accounts/accounts.ts';
import { numberedDay } from '../../domain/shared/calendar.ts';
import { raw, sql, type Query } from '../projection.ts';

/** Where the dispute ledger does not balance: the day, what became known when, and by how many. */
export type LedgerFault = {
  readonly on_day: number;
  readonly known: number;
  readonly region: string;
  readonly cause: string;
  readonly level: string;
  readonly body: string;
  readonly off: number;
};

const MOST = 20;
const signs = new Map([
  [accounts.disputeReceived.name, 1],
  [accounts.disputeReopened.name, 1],
  [accounts.disputeTransferredIn.name, 1],
  [accounts.disputeTransferredOut.name, -1],
  [accounts.disputeConcluded.name, -1],
  [accounts.disputeOpen.name, -1],
]);
const signed = raw(
  [...signs].map(([name, sign]) => `WHEN '${name}' THEN ${String(sign)}`).join(' '),
);
const names = raw([...signs.keys()].map((name) => `'${name}'`).join(', '));

/**
 * What came less what went is what the disputes in hand grew by, for each day, each moment of
 * knowledge and each region, cause, level and body. From that it follows that opening + received +
 * reopened + transferred in − transferred out − concluded = closing in every period.
 */
export const disputeLedgerFaults: Query<LedgerFault> = sql<LedgerFault>()`
  SELECT e.on_day, e.known, d.region, d.cause, d.level, d.body,
    sum(e.count * CASE a.name ${signed} END) AS off
  FROM book_entries e JOIN book_accounts a ON a.id = e.account JOIN book_dims d ON d.id = e.dims
  WHERE a.name IN (${names})
  GROUP BY e.on_day, e.known, d.region, d.cause, d.level, d.body, d.collective
  HAVING off <> 0 ORDER BY e.on_day, e.known LIMIT ${MOST}`;

/** A fault as `verify` tells it. */
export const toldFault = ({ on_day, known, region, cause, level, body, off }: LedgerFault) =>
  `dispute-ledger: on ${numberedDay(on_day)}, as known at position ${String(known)}, what came less what went differs from the disputes in hand by ${String(off)} (${[region, cause, level, body].join(', ')})`;
