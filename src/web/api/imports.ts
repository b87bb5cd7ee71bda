import type { Sentence } from '../words/language.ts';
import { address, ask, get } from './request.ts';

/** A way to read files: what can be imported. */
export type ImportProfile = {
  readonly id: string;
  readonly name: Sentence;
  readonly template: boolean;
};
export type Fault = {
  readonly column: string | null;
  readonly reason: string;
  readonly sentence: Sentence;
};
/** What a file would be taken for. */
export type ImportPreview = {
  readonly columns: readonly {
    readonly key: string;
    readonly headers: Sentence;
    readonly required: boolean;
    readonly header: string | null;
  }[];
  readonly ignored: readonly string[];
  readonly headers: readonly string[];
  readonly rows: readonly {
    readonly row: number;
    readonly cells: readonly string[];
    readonly faults: readonly Fault[];
  }[];
};
type Counted = { readonly sentence: Sentence; readonly rows: number };
export type ImportSummary = {
  readonly read: number;
  readonly recorded: number;
  readonly alreadyThere: number;
  readonly rejected: number;
  readonly facts: number;
  readonly reasons: readonly (Counted & { readonly reason: string })[];
  readonly flags: readonly (Counted & { readonly flag: string })[];
};
/** One import, running or over. */
export type ImportRun = {
  readonly id: string;
  readonly profile: string;
  readonly name: string | null;
  readonly dryRun: boolean;
  readonly by: string;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly status: 'running' | 'done' | 'failed' | 'interrupted';
  readonly progress: { readonly done: number; readonly of: number };
  readonly summary: ImportSummary | null;
  readonly fault: string | null;
  readonly rejects: string | null;
};
export type ImportRejects = {
  readonly headers: readonly string[];
  readonly items: readonly {
    readonly row: number;
    readonly columns: Sentence;
    readonly sentence: Sentence;
    readonly cells: readonly string[];
  }[];
};

const MEDIA = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/jsonl',
} as const;
type Format = keyof typeof MEDIA;

/** The format of a file by the end of its name. */
export const formatOf = (name: string): Format | undefined => {
  const end = name.toLowerCase().split('.').at(-1) ?? '';
  return Object.hasOwn(MEDIA, end) ? (end as Format) : undefined;
};

/** A file to import, under the profile that reads it. */
export type Chosen = { readonly profile: string; readonly file: File; readonly format: Format };

// Browsers name the type of a CSV file by what is installed; the server wants it by what it is.
const typed = ({ file, format }: Chosen): Blob => file.slice(0, file.size, MEDIA[format]);

/** Looks at the file; nothing is recorded. */
export const previewImport = async (
  chosen: Chosen,
  signal?: AbortSignal,
): Promise<ImportPreview> => {
  const { profile, format } = chosen;
  const url = address('/v1/imports/preview', { profile, format });
  const answer = await ask(url, { method: 'POST', file: typed(chosen), signal });
  return (await answer.json()) as ImportPreview;
};

/** Sends the file; the answer is the run to follow. */
export const startImport = async (chosen: Chosen, dryRun: boolean): Promise<ImportRun> => {
  const { profile, format, file } = chosen;
  const name = file.name.slice(0, 200);
  const url = address('/v1/imports', { profile, format, dryRun, name });
  const answer = await ask(url, {
    method: 'POST',
    file: typed(chosen),
    headers: { Prefer: 'respond-async' },
  });
  return (await answer.json()) as ImportRun;
};

export const importRun = (id: string, signal?: AbortSignal): Promise<ImportRun> =>
  get(`/v1/imports/${encodeURIComponent(id)}`, {}, signal);
