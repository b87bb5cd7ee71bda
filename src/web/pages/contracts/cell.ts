import type { Row } from '../../api/types.ts';

/** A cell that holds text; undefined where it is empty. */
export const textOf = (row: Row, name: string): string | undefined => {
  const value = row[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
