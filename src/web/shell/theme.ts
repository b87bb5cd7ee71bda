import { useLayoutEffect, useSyncExternalStore } from 'react';
import { persisted } from '../shared/persisted.ts';

export type Appearance = 'light' | 'dark' | 'system';

const kept = persisted<Appearance>('appearance', 'system');
export const useAppearance = kept.use;
export const appear = kept.write;

/** Whether this screen and this person's system are so; follows when they change. */
const medium = (query: string): (() => boolean) => {
  const list = window.matchMedia(query);
  const subscribe = (listener: () => void) => {
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  };
  return () => useSyncExternalStore(subscribe, () => list.matches);
};

const useSystemIsDark = medium('(prefers-color-scheme: dark)');

const useIsPrinted = medium('print');

/** Whether the page is as narrow as a phone. */
export const useIsNarrow = medium('(max-width: 860px)');

/** Whether nothing shall move that need not. */
export const useIsStill = medium('(prefers-reduced-motion: reduce)');

/** Whether the page is dark, by choice or as the system is; paper never is. */
export const useIsDark = (): boolean => {
  const chosen = useAppearance();
  const system = useSystemIsDark();
  const printed = useIsPrinted();
  return !printed && (chosen === 'system' ? system : chosen === 'dark');
};

/** Gives the document its look in the same paint as its parts; public/look.js gives it the first. */
export const useLook = (): { readonly dark: boolean; readonly still: boolean } => {
  const dark = useIsDark();
  const still = useIsStill();
  useLayoutEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  return { dark, still };
};
