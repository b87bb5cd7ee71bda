import { languageTag } from '../words/language.ts';
import { identity } from '../who.ts';
import { Problem, Unreachable, type ProblemBody } from './problem.ts';

/** A file as facts name it. */
export type Attachment = {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
};

const hex = (buffer: ArrayBuffer): string =>
  [...new Uint8Array(buffer)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

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
    request.setRequestHeader(
      'Content-Type',
      file.type === '' ? 'application/octet-stream' : file.type,
    );
    request.setRequestHeader('Accept-Language', languageTag());
    for (const [name, value] of Object.entries(identity())) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => onShare(loaded / total);
    request.onerror = () => reject(new Unreachable(url));
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
  const sha256 = hex(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
  const stored = await put(`/api/v1/attachments/${sha256}`, file, onShare);
  return {
    sha256,
    name: file.name.slice(0, 200),
    mediaType: stored.mediaType ?? (file.type === '' ? 'application/octet-stream' : file.type),
    bytes: file.size,
  };
};
