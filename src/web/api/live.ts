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

/** Follows what happens and refreshes what a fact touched; returns how to stop. */
export const follow = (client: QueryClient, types: readonly string[]): (() => void) => {
  const waiting = new Set<string>();
  let stopped = false;
  let last: string | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let polling: ReturnType<typeof setInterval> | undefined;
  let source: EventSource | undefined;

  // All that came meanwhile at once, and only when the answers before are here: an import does
  // not drown the page in its own questions.
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
  const hear = (category: string, id: string, position: string) => {
    last = position;
    if (!isCategory(category)) return;
    waiting.add(`${category}/${id}`);
    wait();
  };

  const poll = async () => {
    try {
      const { items } = await get<Page<Happened>>('/v1/events', { after: last ?? '0', limit: 500 });
      if (last === undefined && items.length > 0) void client.invalidateQueries();
      for (const { category, subject, position } of items) hear(category, subject, position);
      if (source?.readyState === EventSource.CLOSED) listen();
    } catch {
      // The line is down: the next turn asks again.
    }
  };
  const startPolling = () => {
    polling ??= setInterval(() => void poll(), POLL_MS);
  };
  const stopPolling = () => {
    clearInterval(polling);
    polling = undefined;
  };

  function listen() {
    source?.close();
    source = new EventSource(`/api/v1/events${last === undefined ? '' : `?after=${last}`}`);
    source.onopen = () => {
      if (!line.isOpen()) void client.invalidateQueries();
      line.found();
      stopPolling();
    };
    source.onerror = () => {
      line.lost();
      startPolling();
    };
    // Each fact comes under the name of its type.
    for (const type of types)
      source.addEventListener(type, ({ data, lastEventId }: MessageEvent<string>) => {
        const told = JSON.parse(data) as Told;
        hear(categoryOf(told.source), told.subject, lastEventId);
      });
  }
  listen();
  return () => {
    stopped = true;
    source?.close();
    stopPolling();
    clearTimeout(timer);
  };
};
