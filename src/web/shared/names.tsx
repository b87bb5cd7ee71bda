import { useQuery } from '@tanstack/react-query';
import { get } from '../api/request.ts';
import type { Page } from '../api/types.ts';

type Named = { readonly id: string; readonly name?: string };
type Waiting = { readonly id: string; readonly tell: (name: string) => void };

/** Asks for many names with one request: what is asked for in one moment goes together. */
const batch = (noun: string) => {
  let waiting: Waiting[] = [];
  const ask = async () => {
    const asked = waiting;
    waiting = [];
    const id = [...new Set(asked.map((one) => one.id))];
    const names = new Map<string, string>();
    for (let at = 0; at < id.length; at += 100) {
      const part = id.slice(at, at + 100);
      const page = await get<Page<Named>>(`/v1/${noun}`, { id: part, limit: 500 }).catch(
        () => undefined,
      );
      for (const one of page?.items ?? []) names.set(one.id, one.name ?? one.id);
    }
    for (const one of asked) one.tell(names.get(one.id) ?? one.id);
  };
  return (id: string): Promise<string> =>
    new Promise((tell) => {
      if (waiting.length === 0) setTimeout(() => void ask(), 10);
      waiting.push({ id, tell });
    });
};

const enterprises = batch('enterprises');

/** What an enterprise is called; its id until that is known. */
export const useEnterpriseName = (id: string): string =>
  useQuery({
    queryKey: ['name', 'enterprise', id],
    queryFn: () => enterprises(id),
    staleTime: 60_000,
  }).data ?? id;

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
