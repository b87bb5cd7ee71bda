import { createWriteStream, existsSync, ftruncateSync, openSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { wrongUsage } from './exit.ts';
import type { Desk } from './desk.ts';
import { answer, table, type Paper } from './paper.ts';

/** `name=value` pairs as a query; throws Failed for anything else. */
export const conditions = (pairs: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw wrongUsage(`--where ${pair}: name=value`);
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );

/** A path with its query; what is undefined is left out. */
export const withQuery = (
  path: string,
  query: Readonly<Record<string, string | undefined>>,
): string => {
  const set = Object.entries(query).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set).toString()}`;
};

const Label = z.union([z.string(), z.object({ zh: z.string(), en: z.string() })]);
const Figure = z.looseObject({
  figure: z.string(),
  total: z.looseObject({}),
  groups: z.array(z.looseObject({ key: z.string(), label: Label })),
});

const numbers = ({ excluded, members: _, ...cell }: Readonly<Record<string, unknown>>) => ({
  ...cell,
  excluded: Object.entries((excluded ?? {}) as Record<string, number>)
    .map(([reason, count]) => `${reason} ${count}`)
    .join(', '),
});

const figureTable = (body: z.infer<typeof Figure>, { language }: Paper): string => {
  const total = { zh: '合计', en: 'total' }[language];
  const rows = body.groups.map(({ key, label, ...cell }) => ({
    key,
    label: typeof label === 'string' ? label : label[language],
    ...numbers(cell),
  }));
  return table([...rows, { key: total, label: '', ...numbers(body.total) }]);
};

/** One figure: a table for people, the HTTP body for programs. */
export const showFigure = async (
  desk: Desk,
  paper: Paper,
  id: string,
  query: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const response = await desk.ask(withQuery(`/figures/${encodeURIComponent(id)}`, query));
  const body = Figure.parse(await response.json());
  answer(paper, body, () => figureTable(body, paper));
};

const Card = z.looseObject({ id: z.string(), names: z.object({ zh: z.string(), en: z.string() }) });

/** Every figure there is, by id and name. */
export const listFigures = async (desk: Desk, paper: Paper): Promise<void> => {
  const body: unknown = await (await desk.ask('/figures')).json();
  const cards = z.union([
    z.array(Card),
    z.object({ items: z.array(Card) }).transform((b) => b.items),
  ]);
  answer(paper, body, () =>
    table(
      cards.parse(body).map(({ id, names, ['takes']: takes, ['dimensions']: dimensions }) => ({
        id,
        name: names[paper.language],
        takes,
        dimensions: Array.isArray(dimensions) ? dimensions.join(' ') : '',
      })),
    ),
  );
};

/** One thing as it stands: its row, what it is open to, its clocks. */
export const showThing = async (
  desk: Desk,
  paper: Paper,
  thing: string,
  id: string,
): Promise<void> => {
  const response = await desk.ask(`/${thing}/${encodeURIComponent(id)}`);
  const body = z.record(z.string(), z.unknown()).parse(await response.json());
  answer(paper, body, () =>
    table(
      Object.entries(body)
        .filter(([, value]) => value !== null && value !== '')
        .map(([field, value]) => ({ field, value })),
    ),
  );
};

const CloudEvent = z.looseObject({
  type: z.string(),
  subject: z.string(),
  time: z.string(),
  actor: z.string(),
  sequence: z.string(),
  data: z.unknown(),
});
const PAGE = 500;

/** What happened after a position, up to now; a line a fact, JSON lines for programs. */
export const listEvents = async (desk: Desk, paper: Paper, after: string): Promise<void> => {
  const headers = { Accept: 'application/cloudevents-batch+json' };
  for (let from = after; ;) {
    const path = withQuery('/events', { after: from, limit: String(PAGE) });
    const facts = z.array(CloudEvent).parse(await (await desk.ask(path, { headers })).json());
    for (const fact of facts) {
      const { sequence, time, type, subject, actor, data } = fact;
      const line = [sequence, time, type.replace(/^concord\./, ''), subject, actor];
      paper.out(paper.json ? JSON.stringify(fact) : `${line.join('  ')}  ${JSON.stringify(data)}`);
    }
    const last = facts.at(-1);
    if (!last) return;
    from = last.sequence;
  }
};

/** A whole list as a file, or to the pipe. */
export const exportList = async (
  desk: Desk,
  list: string,
  query: Readonly<Record<string, string | undefined>>,
  output: string | undefined,
): Promise<void> => {
  const file = output === undefined ? undefined : openFor(output);
  try {
    const { body } = await desk.ask(withQuery(`/${list}`, query));
    if (!body) return;
    const target = file ? createWriteStream('', { fd: file.begun() }) : process.stdout;
    await pipeline(Readable.fromWeb(body), target, { end: file !== undefined });
  } catch (error) {
    file?.letGo();
    throw error;
  }
};

/**
 * Opens a file before anything is asked: a place that nobody can write to is a slip of who asks, and
 * what was there stays until there is something to put in its place. Throws Failed.
 */
const openFor = (path: string) => {
  const isNew = !existsSync(path);
  let file: number;
  try {
    file = openSync(path, 'a');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw wrongUsage(`-o ${path}: 不能写入 / cannot be written (${reason})`);
  }
  return {
    begun: (): number => {
      ftruncateSync(file);
      return file;
    },
    letGo: (): void => {
      if (isNew) rmSync(path, { force: true });
    },
  };
};
