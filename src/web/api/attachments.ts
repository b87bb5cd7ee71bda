import { languageTag } from '../words/language.ts';
import { identity } from '../who.ts';
import { line } from './line.ts';
import { Problem, Unreachable, type ProblemBody } from './problem.ts';

/** A file as facts name it. */
export type Attachment = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
};

/** What files are by the ends of their names: browsers name a type by what is installed, and many not at all. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ofd: 'application/ofd',
  txt: 'text/plain',
  csv: 'text/plain',
};

/** What may be chosen. */
export const TAKEN = Object.keys(TYPES)
  .map((end) => `.${end}`)
  .join(',');

const typeOf = ({ name, type }: File): string => {
  const known = TYPES[name.toLowerCase().split('.').at(-1) ?? ''];
  return known ?? (type === '' ? 'application/octet-stream' : type);
};

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** The SHA-256 of a file; browsers keep theirs from pages that came over plain HTTP. */
const hashOf = async (file: File): Promise<string> => {
  const content = await file.arrayBuffer();
  const own = (crypto as Partial<Crypto>).subtle;
  if (own) return hex(new Uint8Array(await own.digest('SHA-256', content)));
  const { sha256 } = await import('@noble/hashes/sha2.js');
  return hex(sha256(new Uint8Array(content)));
};

const bodyOf = (text: string): ProblemBody | undefined => {
  try {
    return JSON.parse(text) as ProblemBody;
  } catch {
    return undefined;
  }
};

const put = (
  url: string,
  file: File,
  onShare: (share: number) => void,
): Promise<Partial<Attachment>> =>
  new Promise((resolve, reject) => {
    // Only this way of asking says how much has gone out.
    const request = new XMLHttpRequest();
    request.open('PUT', url);
    request.setRequestHeader('Content-Type', typeOf(file));
    request.setRequestHeader('Accept-Language', languageTag());
    for (const [name, value] of Object.entries(identity())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(loaded / total);
    request.onerror = () => {
      line.lost();
      reject(new Unreachable(url));
    };
    request.onload = () => {
      const body = bodyOf(request.responseText);
      if (request.status < 300) resolve((body ?? {}) as Partial<Attachment>);
      else if (body) reject(new Problem(body));
      else reject(new Unreachable(url));
    };
    request.send(file);
  });

/** Sends a file under the name of what it contains; `onShare` hears how much has gone, from 0 to 1. */
export const upload = async (file: File, onShare: (share: number) => void): Promise<Attachment> => {
  const sha256 = await hashOf(file);
  const stored = await put(`/api/v1/attachments/${sha256}`, file, onShare);
  return {
    sha256,
    name: file.name.slice(0, 200),
    mediaType: stored.mediaType ?? typeOf(file),
    bytes: file.size,
  };
};
