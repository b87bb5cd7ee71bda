import { sql, type Query } from '../projection.ts';

/**
 * Who has a contract id, apart from one case: the contract that goes by it, unless that case made
 * it, and the cases that are to make it and are not over; answers `claims-of-contract`.
 */
export const claimsOfContract = (
  contract: string,
  but: string,
): Query<{ readonly id: string }> => sql<{ readonly id: string }>()`
  SELECT id FROM contract_register WHERE id = ${contract} AND case_id IS NOT ${but}
  UNION SELECT id FROM case_board WHERE contract = ${contract} AND id <> ${but}
    AND purpose <> 'amendment' AND phase NOT IN ('closed', 'void')
  ORDER BY id`;
