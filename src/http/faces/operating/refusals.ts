import { refusalsOwed } from '../../../../projections/refused-orders.ts';
import type { App } from '../../../app.ts';

/** How many orders of policies were refused and wait for somebody; undefined before the tables are made. */
export const openRefusals = ({ all }: Pick<App, 'all'>): number | undefined => {
  try {
    return all(refusalsOwed)[0]?.n;
  } catch {
    // A probe comes before the first table, and after the files are closed.
    return undefined;
  }
};
