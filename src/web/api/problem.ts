/** What is wrong with one part of a request. */
export type Violation = { readonly path: string; readonly message: string };

/** A fact as the server tells it. */
export type Fact = {
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: string;
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly revision: string;
  readonly position: string;
};

/** RFC 9457 as the server sends it, in the language asked for. */
export type ProblemBody = {
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly violations: readonly Violation[];
  readonly rule?: string;
  readonly article?: string;
  /** What others did since, with `changed-meanwhile`. */
  readonly events?: readonly Fact[];
  readonly revision?: string;
  readonly requestId?: string;
};

/** The server said no; the message is its sentence. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly body: ProblemBody;
  constructor(body: ProblemBody) {
    super(body.detail);
    this.body = body;
  }
}

/** The server was not reached: nothing is known of what it did. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}

const isBody = (value: unknown): value is ProblemBody =>
  typeof value === 'object' && value !== null && 'code' in value && 'detail' in value;

/** What an answer other than 2xx says. */
export const problemOf = async (answer: Response): Promise<Problem> => {
  const body: unknown = await answer.json().catch(() => undefined);
  if (isBody(body)) return new Problem(body);
  const title = `${answer.status} ${answer.statusText}`;
  return new Problem({
    title,
    status: answer.status,
    code: 'internal',
    detail: title,
    violations: [],
  });
};

/** Whether an error says that there is no such thing. */
export const isMissing = (error: unknown): boolean =>
  error instanceof Problem && error.body.status === 404;
