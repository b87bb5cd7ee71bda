import type { ErrorRequestHandler, Response } from 'express';
import { STATUS_CODES } from 'node:http';
import { Refusal, type Sentence } from '../../../domain/shared/rules.ts';
import { TooManyRows } from '../../export/selection.ts';
import { NoSuchFigure, WrongQuestion } from '../../figures.ts';
import { Busy, KeyReused, Stale } from '../../command/asked.ts';
import { KeysElsewhere } from '../../people/keys-elsewhere.ts';
import { NotLevel, NotStarted, StoreUnavailable, TooLarge } from '../../store/event-store.ts';
import { languageOf, languageTag } from '../asking/language.ts';
import { problemCodes, type ProblemCode } from './problem-codes.ts';

/** What is wrong with one part of a request. */
export type Violation = { readonly path: string; readonly message: string | Sentence };

type Said = {
  readonly code: ProblemCode;
  readonly detail?: Sentence | undefined;
  readonly violations?: readonly Violation[];
  /** Extension members of the body. */
  readonly more?: Readonly<Record<string, unknown>>;
  readonly retryAfter?: number;
};

/** HTTP itself says no: which code, and what exactly. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly said: Said;
  constructor(code: ProblemCode, said: Omit<Said, 'code'> = {}) {
    super(problemCodes[code].title.en);
    this.said = { code, ...said };
  }
}

/** The request is wrong at one place. */
export const invalid = (path: string, zh: string, en: string): Problem =>
  new Problem('invalid-request', { violations: [{ path, message: { zh, en } }] });

/** There is nothing under this id or address. */
export const notFound = (what: string): Problem =>
  new Problem('not-found', {
    detail: { zh: `没有找到 ${what}。`, en: `There is no ${what}.` },
  });

/** The server answers nothing under this method and path. */
export const noSuchAddress = (what: string): Problem =>
  new Problem('no-such-address', {
    detail: { zh: `没有 ${what} 这个地址。`, en: `There is no address ${what}.` },
  });

const stale = ({ revision }: Stale): Said => ({
  code: 'changed-meanwhile',
  more: { revision: String(revision) },
});

const refused = ({ rule, sentence, article }: Refusal): Said => ({
  code: 'refused',
  detail: sentence,
  more: { rule, ...(article === undefined ? {} : { article }) },
});

const bodyTypes: Readonly<Record<string, ProblemCode>> = {
  'entity.parse.failed': 'malformed-json',
  'entity.too.large': 'body-too-large',
  'charset.unsupported': 'unsupported-media-type',
  'encoding.unsupported': 'unsupported-media-type',
};

/** Errors of the framework carry a status; a client's fault stays a client's fault. */
const fromFramework = (error: Error): Said => {
  const { type, status } = error as { type?: unknown; status?: unknown };
  const code = typeof type === 'string' ? bodyTypes[type] : undefined;
  if (code) return { code };
  const blamesClient = typeof status === 'number' && status >= 400 && status < 500;
  return { code: blamesClient ? 'invalid-request' : 'internal' };
};

const notStarted = ({ message }: NotStarted): Said => ({
  code: 'not-started',
  detail: {
    zh: `系统未能启动完毕，没有记录：${message}`,
    en: `The system could not start up, nothing was recorded: ${message}`,
  },
  more: { outcome: 'not-recorded' },
});

const notLevel = ({ position, stopped }: NotLevel): Said => ({
  code: 'lagging-reads',
  detail: stopped
    ? {
        zh: `查询数据不完整，停在位置 ${String(position)}：${stopped}`,
        en: `The read models are incomplete and stopped at position ${String(position)}: ${stopped}`,
      }
    : {
        zh: `查询数据正在建立，已到位置 ${String(position)}，请稍后重试。`,
        en: `The read models are being built and are at position ${String(position)}; try again in a moment.`,
      },
  more: { position: String(position) },
  ...(stopped ? {} : { retryAfter: 1 }),
});

const fromStore = (error: Error): Said | undefined => {
  if (error instanceof Busy)
    return { code: 'busy', more: { outcome: 'not-recorded' }, retryAfter: 1 };
  if (error instanceof StoreUnavailable)
    return { code: 'store-unavailable', more: { outcome: error.outcome }, retryAfter: 5 };
  if (error instanceof KeysElsewhere)
    return { code: 'keys-elsewhere', more: { outcome: 'not-recorded' } };
  if (error instanceof TooLarge) return { code: 'body-too-large' };
  if (error instanceof NotStarted) return notStarted(error);
  return undefined;
};

const fromReading = (error: Error): Said | undefined => {
  if (error instanceof WrongQuestion)
    return { code: 'wrong-question', violations: error.violations };
  if (error instanceof NotLevel) return notLevel(error);
  if (error instanceof NoSuchFigure) return { code: 'no-such-figure' };
  if (error instanceof TooManyRows) return { code: 'too-many-rows', more: { most: error.most } };
  return undefined;
};

/** The one place that knows both what went wrong and what HTTP calls it. */
export const saidOf = (error: unknown): Said => {
  if (!(error instanceof Error)) return { code: 'internal' };
  if (error instanceof Problem) return error.said;
  if (error instanceof Refusal) return refused(error);
  if (error instanceof Stale) return stale(error);
  if (error instanceof KeyReused) return { code: 'key-reused' };
  return fromStore(error) ?? fromReading(error) ?? fromFramework(error);
};

const inLanguage = (text: string | Sentence, language: keyof Sentence): string =>
  typeof text === 'string' ? text : text[language];

const sendProblem = (res: Response, said: Said): void => {
  const language = languageOf(res.req);
  const { status, title } = problemCodes[said.code];
  if (said.retryAfter !== undefined) res.set('Retry-After', String(said.retryAfter));
  res
    .status(status)
    .set({ 'Content-Language': languageTag[language], 'Cache-Control': 'no-store' })
    .vary('Accept-Language')
    .type('application/problem+json')
    .send(
      JSON.stringify({
        type: `urn:concord:problem:${said.code}`,
        title: title[language],
        status,
        code: said.code,
        detail: said.detail?.[language] ?? title[language],
        violations: (said.violations ?? []).map(({ path, message }) => ({
          path,
          message: inLanguage(message, language),
        })),
        ...said.more,
        requestId: res.req.id,
      }),
    );
};

/** Turns whatever was thrown into RFC 9457; what is our fault goes to the log, never to the client. */
export const problems: ErrorRequestHandler = (error: unknown, req, res, next) => {
  const said = saidOf(error);
  const { status } = problemCodes[said.code];
  if (status === 500) req.log.error({ err: error }, STATUS_CODES[500]);
  if (res.headersSent) {
    next(error);
    return;
  }
  sendProblem(res, said);
};
