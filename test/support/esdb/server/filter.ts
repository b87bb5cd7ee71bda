import type streams from '@eventstore/db-client/generated/streams_pb.js';
import { thrown } from '../faults.ts';
import type { LogRecord } from './log.ts';

/** How many records a page of the server holds. */
export const PAGE = 32;

/** Which records a reader of `$all` wants, and how it is told how far the log has been read. */
export type Filter = {
  readonly wants: (record: LogRecord) => boolean;
  /** How many records are looked at per page. */
  readonly window: number;
  /** A checkpoint after so many considered records; null without a filter. */
  readonly interval: number | null;
};

const EVERYTHING: Filter = { wants: () => true, window: PAGE, interval: null };

const regexOf = (source: string): RegExp => {
  try {
    return new RegExp(source, 'u');
  } catch {
    throw thrown();
  }
};

/** The filter of a request; a regular expression that is none is refused. */
export const filterOf = (options: streams.ReadReq.Options): Filter => {
  const filter = options.getFilter();
  const byType = filter?.getEventType();
  const expression = byType ?? filter?.getStreamIdentifier();
  if (filter === undefined || expression === undefined) return EVERYTHING;
  const source = expression.getRegex();
  const regex = source === '' ? null : regexOf(source);
  const prefixes = expression.getPrefixList();
  const window = filter.hasMax() ? filter.getMax() : PAGE;
  return {
    wants: ({ type, stream }) => {
      const text = byType === undefined ? stream : type;
      return regex?.test(text) ?? prefixes.some((prefix) => text.startsWith(prefix));
    },
    window,
    interval: window * filter.getCheckpointintervalmultiplier(),
  };
};
