import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { Query } from '../api/request.ts';
import { persisted, type Persisted } from '../shared/persisted.ts';
import { useClocks } from '../shell/clocks.ts';
import type { Filter } from './kinds.ts';

type Search = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the address asks of a register, and how to change it. */
export const useRegisterSearch = () => {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const change = (next: Search) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, ...next }),
      replace: true,
    });
  return { search, change };
};

/** The query of the API behind what the address says. */
export const useRegisterQuery = (
  filters: readonly Filter[],
  { takesDay, fixed }: { readonly takesDay: boolean; readonly fixed: Query },
): Query => {
  const { search } = useRegisterSearch();
  const { on, knownAt } = useClocks();
  const chosen = Object.fromEntries(
    ['q', 'sort', ...filters.map(({ name }) => name)].flatMap((name) =>
      search[name] === undefined ? [] : [[name, search[name]]],
    ),
  ) as Search;
  return { ...fixed, ...chosen, ...(takesDay ? { on } : {}), knownAt };
};

export type View = { readonly name: string; readonly search: string };
export type Kept = {
  readonly columns?: readonly string[];
  readonly views: readonly View[];
};

const stores = new Map<string, Persisted<Kept>>();
const storeOf = (name: string): Persisted<Kept> => {
  const known = stores.get(name) ?? persisted<Kept>(`register.${name}`, { views: [] });
  stores.set(name, known);
  return known;
};

/** What this browser keeps of a register: its columns and saved views. */
export const useKept = (name: string) => {
  const [store] = useState(() => storeOf(name));
  return {
    kept: store.use(),
    keep: (next: Partial<Kept>) => store.write({ ...store.read(), ...next }),
  };
};

const density = persisted<'small' | 'middle'>('density', 'small');
export const useDensity = density.use;
export const setDensity = density.write;
