import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useQueryClient,
  type Query as Cached,
  type QueryClient,
} from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { get, type Query } from './request.ts';
import { saidNow } from './said-now.ts';
import { nounOf, type Category } from './things.ts';
import type {
  Deadline,
  FigureAnswer,
  FigureCard,
  FigureSeries,
  Happened,
  Page,
  Row,
  Subject,
} from './types.ts';
import type { Fact } from './problem.ts';

/** Keys begin with what a fact touches, so that live facts refresh just that. */
export const keys = {
  subject: (category: string, id: string) => ['subject', category, id] as const,
  list: (name: string, query: Query = {}) => ['list', name, query] as const,
  figure: (figure: string, question: string, query: Query) =>
    ['figure', figure, question, query] as const,
};

/** One thing as it stands, its allowed commands and its clocks. */
export const subjectOf = <R extends Row>(category: Category, id: string) =>
  queryOptions({
    queryKey: keys.subject(category, id),
    queryFn: ({ signal }) =>
      get<Subject<R>>(`/v1/${nounOf(category)}/${encodeURIComponent(id)}`, {}, signal),
  });
export const useSubject = <R extends Row>(category: Category, id: string) =>
  useQuery(subjectOf<R>(category, id));

const factsOf = (category: Category, id: string) => ({
  queryKey: [...keys.subject(category, id), 'facts'],
  queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
    get<readonly Fact[]>(`/v1/${nounOf(category)}/${encodeURIComponent(id)}/events`, {}, signal),
});
/** Its history, oldest first. */
export const useFacts = (category: Category, id: string, enabled = true) =>
  useQuery({ enabled, ...factsOf(category, id) });
/** Its history as it reads now: what was corrected says so in its own place. */
export const useSaidNow = (category: Category, id: string) =>
  useQuery({ ...factsOf(category, id), select: saidNow });

/** One page of a list, for what is short: parts of a subject, choices, the first few. */
export const useRows = <R extends Row>(name: string, query: Query = {}, enabled = true) =>
  useQuery({
    queryKey: keys.list(name, query),
    queryFn: ({ signal }) => get<Page<R>>(`/v1/${name}`, query, signal),
    enabled,
    placeholderData: keepPreviousData,
  });

/** Rows of the pages after the first, which is small so that it is there at once. */
const FURTHER = 500;
/** A list of more pages is not asked for anew by itself: a fact would ask for all of them. */
const PAGES_ASKED_ANEW = 3;

const scrolled = (name: string, query: Query, size: number) =>
  [...keys.list(name, query), 'scroll', size] as const;

const isLong = ({ queryKey, state }: Cached): boolean => {
  const { pages = [] } = (state.data ?? {}) as { readonly pages?: readonly unknown[] };
  return queryKey[3] === 'scroll' && pages.length > PAGES_ASKED_ANEW;
};

/** A list page after page, as one scrolls. */
export const useScroll = <R extends Row>(name: string, query: Query, size = 100) => {
  const client = useQueryClient();
  const queryKey = scrolled(name, query, size);
  const found = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam, signal }) =>
      get<Page<R>>(
        `/v1/${name}`,
        pageParam === ''
          ? { ...query, limit: size }
          : { cursor: pageParam, limit: Math.max(size, FURTHER) },
        signal,
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    // Comparing tens of thousands of rows with those before costs more than showing them.
    structuralSharing: false,
  });
  const cache = client.getQueryCache();
  const isOutdated = useSyncExternalStore(
    (listener) => cache.subscribe(listener),
    () => {
      const one = cache.find({ queryKey, exact: true });
      return one !== undefined && one.state.isInvalidated && isLong(one);
    },
  );
  return {
    ...found,
    /** It is long, and something in it may have changed since: it is asked for anew when somebody says so. */
    isOutdated,
    showAnew: () => void client.resetQueries({ queryKey, exact: true }),
  };
};

export const useDeadlines = (query: Query) =>
  useRows<Deadline & Row>('deadlines', { sort: 'due_on', ...query });

/** What happened, from after a position. */
export const useHappened = (query: Query, enabled = true) =>
  useQuery({
    queryKey: keys.list('events', query),
    queryFn: ({ signal }) => get<Page<Happened>>('/v1/events', query, signal),
    enabled,
    placeholderData: keepPreviousData,
  });

/** The catalogue of published figures. */
export const useFigures = () =>
  useQuery({
    queryKey: ['figures'],
    queryFn: async ({ signal }) => (await get<Page<FigureCard>>('/v1/figures', {}, signal)).items,
    staleTime: Infinity,
  });
export const useFigure = (figure: string, query: Query, enabled = true) =>
  useQuery({
    queryKey: keys.figure(figure, 'cell', query),
    queryFn: ({ signal }) => get<FigureAnswer>(`/v1/figures/${figure}`, query, signal),
    enabled,
    placeholderData: keepPreviousData,
  });
export const useSeries = (figure: string, query: Query, enabled = true) =>
  useQuery({
    queryKey: keys.figure(figure, 'series', query),
    queryFn: ({ signal }) => get<FigureSeries>(`/v1/figures/${figure}/series`, query, signal),
    enabled,
    placeholderData: keepPreviousData,
  });

/** Any other address of the API. */
export const useAnswer = <T>(path: string, query: Query = {}, enabled = true) =>
  useQuery({
    queryKey: ['answer', path, query],
    queryFn: ({ signal }) => get<T>(path, query, signal),
    enabled,
    placeholderData: keepPreviousData,
  });

const TOUCHED = ['list', 'figure', 'answer'];

/** Whatever facts about these things (`category/id`) may have changed is asked for anew where it is shown. */
export const allTouched = async (
  client: QueryClient,
  subjects: ReadonlySet<string>,
): Promise<void> => {
  const isTouched = ({ queryKey: [kind, category, id] }: Cached) =>
    kind === 'subject'
      ? subjects.has(`${String(category)}/${String(id)}`)
      : TOUCHED.includes(String(kind));
  await Promise.all([
    client.invalidateQueries({ predicate: (one) => isTouched(one) && !isLong(one) }),
    client.invalidateQueries({ predicate: isLong, refetchType: 'none' }),
  ]);
};

/** What one has recorded oneself counts as seen at once: the next form must not take it for another's. */
export const touched = (
  client: QueryClient,
  category: Category,
  id: string,
  revision: string,
): void => {
  client.setQueryData<{ readonly revision: string }>(keys.subject(category, id), (before) =>
    before && BigInt(before.revision) < BigInt(revision) ? { ...before, revision } : before,
  );
  void allTouched(client, new Set([`${category}/${id}`]));
};
