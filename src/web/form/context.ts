import type { Registry } from '@rjsf/utils';
import type { Fact } from '../api/problem.ts';
import type { Category } from '../api/things.ts';

/** What the widgets of a form know of the thing that it is about. */
export type FormContext = {
  readonly category: Category;
  readonly command: string;
  readonly facts: readonly Fact[];
  /** Of which kind the fact is that is said anew or taken back. */
  readonly corrects: string | undefined;
  /** Takes over what an earlier fact said. */
  readonly fill: (data: Readonly<Record<string, unknown>>) => void;
};

export const contextOf = (registry: Registry): FormContext => registry.formContext as FormContext;
