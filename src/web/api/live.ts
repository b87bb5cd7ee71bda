import type { QueryClient } from '@tanstack/react-query';
import { line } from './line.ts';
import { allTouched } from './queries.ts';
import { get } from './request.ts';
import { isCategory, things } from './things.ts';
import type { Happened, Page } from './types.ts';

const POLL_MS = 5000;
/** Facts of one import come by the thousand: pages are refreshed at most this often. */
const BATCH_MS = 400;

const categoryOf = (source: string): string =>
  Object.entries(things).find(([, { noun }]) => source.endsWith(`/${noun}`))?.[0] ?? '';

type Told = { readonly source: string; readonly subject: string };

/** Up to which position the pages know what happened; undefined while nobody answers. */
export const standing = (): Promise<string | undefined> =>
  get<{ readonly position: string }>('/v1/system')
    .then(({ position }) => position)
    .catch(() => undefined);

/**
 * Refreshes what facts touched: all that came meanwhile at once, and only when the answers before are
 * here, so that an import does not drown the page in its own questions.
 */
const refreshing = (client: QueryClient) => {
  const waiting = new Set<string>();
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = async () => {
    const subjects = new Set(waiting);
    waiting.clear();
    await allTouched(client, subjects);
    timer = undefined;
    wait();
  };
  const wait = () => {
    if (waiting.size > 0 && !stopped) timer ??= setTimeout(() => void flush(), BATCH_MS);
  };
  return {
    hear: (category: string, id: string) => {
      if (!isCategory(category)) return;
      waiting.add(`${category}/${id}`);
      wait();
    },
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
};

export type Following = {
  readonly client: QueryClient;
  readonly types: readonly string[];
  /** The position after which it begins. */
  readonly after: string | undefined;
};

/**
 * Follows what happens and refreshes what a fact touched; a stream that breaks goes on after the last
 * fact heard, and is asked for in turns meanwhile. Returns how to stop.
 */
export const follow = ({ client, types, after }: Following): (() => void) => {
  const { hear, stop } = refreshing(client);
  let last = after;
  let polling: ReturnType<typeof setInterval> | undefined;
  let source: EventSource | undefined;

  const poll = async () => {
    if (last === undefined) {
      last = await standing();
      if (last !== undefined) void client.invalidateQueries();
    } else {
      const page = await get<Page<Happened>>('/v1/events', { after: last, limit: 500 });
      for (const { category, subject } of page.items) hear(category, subject);
      last = page.items.at(-1)?.position ?? last;
    }
    const isGone = source === undefined || source.readyState === EventSource.CLOSED;
    if (last !== undefined && isGone) listen();
  };
  // When the line is down, the next turn asks again.
  const turn = () => void poll().catch(() => undefined);
  const startPolling = () => {
    polling ??= setInterval(turn, POLL_MS);
  };
  const stopPolling = () => {
    clearInterval(polling);
    polling = undefined;
  };
  const onBroken = () => {
    // The server refused the position: it keeps another log than the one that was followed.
    if (source?.readyState === EventSource.CLOSED) last = undefined;
    if (polling === undefined) turn();
    startPolling();
  };
  function listen() {
    source?.close();
    source = new EventSource(`/api/v1/events?after=${last}`);
    source.onopen = () => {
      line.found();
      stopPolling();
    };
    // A stream that something on the way holds back never opens, and says no word.
    startPolling();
    source.onerror = onBroken;
    // Each fact comes under the name of its type.
    for (const type of types)
      source.addEventListener(type, ({ data, lastEventId }: MessageEvent<string>) => {
        const told = JSON.parse(data) as Told;
        last = lastEventId;
        hear(categoryOf(told.source), told.subject);
      });
  }

  // What failed while nobody answered is asked for anew.
  const forget = line.subscribe(() => {
    if (line.isOpen()) void client.invalidateQueries();
  });
  if (last === undefined) startPolling();
  else listen();
  return () => {
    forget();
    source?.close();
    stopPolling();
    stop();
  };
};
