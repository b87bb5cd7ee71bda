import type { ReactNode } from 'react';
import type { Row } from '../api/types.ts';

/** A column of a register; what is not said follows from its name. */
export type Column = {
  readonly name: string;
  /** Not shown until somebody chooses it. */
  readonly hidden?: boolean;
  readonly width?: number;
  readonly title?: string;
  readonly render?: (row: Row) => ReactNode;
};

/** A filter: a few coded values, or a text (`division` takes a prefix). */
export type Filter = {
  readonly name: string;
  readonly values?: readonly string[];
  /** How a value is called, where the glossary of values does not say. */
  readonly label?: (value: string) => string;
};
