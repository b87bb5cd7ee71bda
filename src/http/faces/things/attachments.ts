import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Request, Response } from 'express';
import { z } from 'zod';
import {
  attachmentsIn,
  Damaged,
  NotTaken,
  type Attachments,
  type Fault,
  type Kept,
} from '../../../attachments/attachments.ts';
import { isShown, mediaTypes } from '../../../attachments/media-types.ts';
import { attachmentsFolder, bytesIn } from '../../../config.ts';
import { invalid, notFound, Problem } from '../../answers/problem.ts';
import type { ProblemCode } from '../../answers/problem-codes.ts';
import { asked, param } from '../../asking/input.ts';
import { knows } from '../../asking/tags.ts';
import { operation, type Face, type Route } from '../../route.ts';

const Path = z.object({ sha256: z.string().meta({ description: 'SHA-256 of the content, hex.' }) });
const Name = z.string().min(1).max(200).optional();
const Shown = z.strictObject({
  name: Name.meta({ description: 'What the file is saved as; its hash where it is left out.' }),
});
const Answered = z.object({ sha256: z.string(), mediaType: z.string(), bytes: z.int() });

const codes: Readonly<Record<Fault, ProblemCode>> = {
  'wrong-hash': 'wrong-hash',
  'too-large': 'body-too-large',
  'media-type-not-allowed': 'media-type-not-allowed',
  'other-media-type': 'other-media-type',
};

const hashIn = (req: Request): string => {
  const sha256 = param(req, 'sha256');
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256;
  throw invalid(
    'sha256',
    '应为文件内容的 SHA-256：64 位小写十六进制数字。',
    'This is the SHA-256 of the content: 64 hexadecimal digits in lower case.',
  );
};

const asProblem = (error: unknown): unknown => {
  if (error instanceof NotTaken) return new Problem(codes[error.fault]);
  return error instanceof Damaged ? new Problem('damaged-attachment') : error;
};

const failing = async <T>(req: Request, work: Promise<T>): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof Damaged) req.log.error({ sha256: error.message }, 'damaged attachment');
    throw asProblem(error);
  });

/** What may be wrong before the first byte: more was announced than is taken. */
const ensureAnnounced = (req: Request, most: number): void => {
  if (Number(req.get('Content-Length') ?? 0) > most) throw new Problem('body-too-large');
};

const put = async (files: Attachments, most: number, req: Request, res: Response) => {
  const sha256 = hashIn(req);
  ensureAnnounced(req, most);
  const contentType = req.get('Content-Type') ?? '';
  const { isNew, bytes } = await failing(req, files.keep({ sha256, contentType, bytes: req }));
  const kept = await failing(req, files.find(sha256));
  res
    .status(isNew ? 201 : 200)
    .set({ ETag: `"${sha256}"`, Location: `/api/v1/attachments/${sha256}` })
    .json({ sha256, mediaType: kept ? mediaTypes[kept.kind] : contentType, bytes });
};

const typeOf = ({ kind }: Kept): string =>
  kind === 'text' ? `${mediaTypes.text}; charset=utf-8` : mediaTypes[kind];

/** A browser's own reader of PDF does not open in a sandbox; it is one itself. */
const policyOf = ({ kind }: Kept): string =>
  kind === 'pdf'
    ? "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'"
    : "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** Nothing in a file may act: it is typed by its bytes, sandboxed, and shown only where that is harmless. */
const heading = (res: Response, sha256: string, kept: Kept): void => {
  const { name = sha256 } = asked(res.req, Shown);
  res.attachment(name);
  const disposition = String(res.get('Content-Disposition'));
  res.set({
    'Content-Type': typeOf(kept),
    'Content-Length': String(kept.bytes),
    'Content-Disposition': isShown(kept.kind)
      ? disposition.replace(/^attachment/, 'inline')
      : disposition,
    'Content-Security-Policy': policyOf(kept),
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'private, max-age=31536000, immutable',
    ETag: `"${sha256}"`,
  });
};

const get = async (files: Attachments, req: Request, res: Response): Promise<void> => {
  const sha256 = hashIn(req);
  const isHead = req.method === 'HEAD';
  const kept = await failing(req, isHead ? files.find(sha256) : files.verified(sha256));
  if (!kept) throw notFound(`attachments/${sha256}`);
  heading(res, sha256, kept);
  if (knows(req, `"${sha256}"`)) res.removeHeader('Content-Length');
  if (knows(req, `"${sha256}"`)) res.status(304).end();
  else if (isHead) res.end();
  else await pipeline(createReadStream(kept.path), res);
};

/** Files that facts refer to, by what they contain. */
export const attachmentRoutes = ({ app }: Face): Route[] => {
  const most = bytesIn(app.config.ATTACHMENT_LIMIT);
  const files = attachmentsIn(attachmentsFolder(app.config), most);
  return [
    {
      method: 'put',
      path: '/api/v1/attachments/{sha256}',
      says: operation({
        tag: 'attachments',
        id: 'keep-attachment',
        summary: 'Hand in a file under the SHA-256 of what it contains',
        description:
          'PDF, PNG, JPEG, GIF, WebP, DOCX, XLSX, OFD, or text in UTF-8 (CSV too); `Content-Type` must say what the bytes say. ' +
          'Handing in the same file again changes nothing.',
        path: Path,
        ok: Answered,
        tells: ['ETag', 'Location'],
        answers: {
          '201': 'It is kept.',
          '413': 'The file is too large.',
          '415': 'It is of no type that is kept, or not of the one it is said to be.',
          '422': 'Its content does not have this hash.',
        },
      }),
      answer: (req, res) => put(files, most, req, res),
    },
    {
      method: 'get',
      path: '/api/v1/attachments/{sha256}',
      says: operation({
        tag: 'attachments',
        id: 'show-attachment',
        summary: 'The file; `name` is what it is saved as',
        path: Path,
        query: Shown,
        also: Object.values(mediaTypes),
        answers: { '304': 'You have it.', '404': 'There is no such file.' },
        tells: ['ETag'],
      }),
      answer: (req, res) => get(files, req, res),
    },
  ];
};
