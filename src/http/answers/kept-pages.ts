import type { Response } from 'express';
import { dayOf } from '../../../domain/shared/calendar.ts';
import { sql } from '../../../projections/projection.ts';
import type { App } from '../../app.ts';

/** A page as it was sent. */
export type SentPage = { readonly body: string; readonly position: string; readonly link?: string };

/** Characters of bodies that are kept: some hundred pages. */
const MOST = 8_000_000;

/**
 * Pages as they were sent, by address, for as long as nothing was written and it is the same day: a
 * register is asked for far more often than it changes.
 */
export const keptPages = (app: App) => {
  const pages = new Map<string, SentPage>();
  let size = 0;
  let standing = '';

  /** What an answer may depend on beside its address. */
  const stand = (): string => {
    const [row] = app.all(sql<{ readonly data_version: number }>()`PRAGMA data_version`);
    const day = dayOf(app.now(), app.config.CONCORD_ZONE);
    return `${String(row?.data_version)}/${String(app.position())}/${day}`;
  };
  const forget = (): void => {
    pages.clear();
    size = 0;
  };
  return {
    stand,
    /** The page of an address, if it is still so. */
    find: (address: string, now: string): SentPage | undefined => {
      if (now !== standing) forget();
      standing = now;
      return pages.get(address);
    },
    /** Keeps a page that was made while everything stood like this. */
    keep: (address: string, page: SentPage, before: string): void => {
      if (before !== standing || before !== stand()) return;
      if (size + page.body.length > MOST) forget();
      size += page.body.length;
      pages.set(address, page);
    },
  };
};
export type KeptPages = ReturnType<typeof keptPages>;

export const sendPage = (res: Response, { body, position, link }: SentPage): void => {
  if (link !== undefined) res.set('Link', link);
  res.set({ 'Cache-Control': 'no-store', 'Concord-Position': position });
  // An answer that is older than what was waited for says so in its body.
  if (res.statusCode === 202) res.json(JSON.parse(body));
  else res.type('application/json').send(body);
};
