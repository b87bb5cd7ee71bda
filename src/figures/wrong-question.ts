import type { Sentence } from '../../domain/shared/rules.ts';

/** What is wrong with one parameter of a question. */
export type Complaint = { readonly path: string; readonly message: string | Sentence };

/** The question does not fit the figure: which parameter, and why. */
export class WrongQuestion extends Error {
  override readonly name = 'WrongQuestion';
  readonly violations: readonly Complaint[];
  constructor(violations: readonly Complaint[]) {
    super('The question does not fit the figure.');
    this.violations = violations;
  }
}

/** There is no such figure. */
export class NoSuchFigure extends Error {
  override readonly name = 'NoSuchFigure';
}

/** Throws WrongQuestion about one parameter. */
export const wrong = (path: string, zh: string, en: string): never => {
  throw new WrongQuestion([{ path, message: { zh, en } }]);
};
