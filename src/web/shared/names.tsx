import { useQuery } from '@tanstack/react-query';
import { get } from '../api/request.ts';
import { nounOf, type Category } from '../api/things.ts';
import type { Page, Row } from '../api/types.ts';

type Waiting = { readonly id: string; readonly tell: (row: Row | null) => void };

/** Asks for many things with one request: what is asked for in one moment goes together. */
const batch = (noun: string) => {
  let waiting: Waiting[] = [];
  const ask = async () => {
    const asked = waiting;
    waiting = [];
    const id = [...new Set(asked.map((one) => one.id))];
    const rows = new Map<string, Row>();
    for (let at = 0; at < id.length; at += 100) {
      const part = id.slice(at, at + 100);
      const page = await get<Page<Row>>(`/v1/${noun}`, { id: part, limit: 500 }).catch(
        () => undefined,
      );
      for (const one of page?.items ?? []) rows.set(one.id, one);
    }
    for (const one of asked) one.tell(rows.get(one.id) ?? null);
  };
  return (id: string): Promise<Row | null> =>
    new Promise((tell) => {
      if (waiting.length === 0) setTimeout(() => void ask(), 10);
      waiting.push({ id, tell });
    });
};

const batches = new Map<string, ReturnType<typeof batch>>();
const together = (noun: string): ReturnType<typeof batch> => {
  const known = batches.get(noun) ?? batch(noun);
  batches.set(noun, known);
  return known;
};

/** The row of a thing, for what it is called; nothing until it is known. */
export const useNamed = (category: Category, id: string | undefined): Row | undefined =>
  useQuery({
    queryKey: ['name', category, id ?? ''],
    queryFn: () => together(nounOf(category))(id ?? ''),
    enabled: id !== undefined,
    staleTime: 60_000,
  }).data ?? undefined;

/** What an enterprise is called; its id until that is known. */
export const useEnterpriseName = (id: string): string =>
  String(useNamed('enterprise', id)?.['name'] ?? id);

export const EnterpriseName = ({ id }: { readonly id: string }) => useEnterpriseName(id);

type Opened = { readonly details?: { readonly name?: string } | null };

/** What a person is called where the server tells; the id otherwise, and after erasure. */
export const usePersonName = (id: string): string =>
  useQuery({
    queryKey: ['name', 'person', id],
    queryFn: async () => {
      const person = await get<Opened>(`/v1/people/${encodeURIComponent(id)}`).catch(
        () => undefined,
      );
      return person?.details?.name ?? id;
    },
    staleTime: 60_000,
  }).data ?? id;

export const PersonName = ({ id }: { readonly id: string }) => usePersonName(id);
