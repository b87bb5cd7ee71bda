import { languageTag } from '../words/language.ts';
import { identity } from '../who.ts';
import { line } from './line.ts';
import { problemOf, Unreachable } from './problem.ts';

export type Query = Readonly<
  Record<string, string | number | boolean | readonly string[] | undefined>
>;

/** An address of the API with its query; undefined and empty lists are left out. */
export const address = (path: string, query: Query = {}): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (Array.isArray(value)) value.forEach((one: string) => params.append(name, one));
    else if (value !== undefined) params.set(name, String(value));
  const text = params.toString();
  return `/api${path}${text === '' ? '' : `?${text}`}`;
};

export type Sending = {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  /** A file as it is, instead of JSON. */
  readonly file?: Blob;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
};

const contentOf = ({ body, file }: Sending): { type?: string; content?: BodyInit } => {
  if (file)
    return { type: file.type === '' ? 'application/octet-stream' : file.type, content: file };
  if (body === undefined) return {};
  return { type: 'application/json', content: JSON.stringify(body) };
};

/** The one door to the server: who asks, in which language; throws Problem or Unreachable. */
export const ask = async (url: string, sending: Sending = {}): Promise<Response> => {
  const { type, content } = contentOf(sending);
  const answer = await fetch(url, {
    method: sending.method ?? 'GET',
    headers: {
      'Accept-Language': languageTag(),
      ...identity(),
      ...(type === undefined ? {} : { 'Content-Type': type }),
      ...sending.headers,
    },
    ...(content === undefined ? {} : { body: content }),
    ...(sending.signal ? { signal: sending.signal } : {}),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    line.lost();
    throw new Unreachable(url);
  });
  line.found();
  if (!answer.ok) throw await problemOf(answer);
  return answer;
};

/** JSON of an address. The caller names the shape that OpenAPI promises. */
export const get = async <T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> =>
  (await (await ask(address(path, query), { signal })).json()) as T;
