import { useEffect, useSyncExternalStore } from 'react';
import { persisted } from '../shared/persisted.ts';

export type Appearance = 'light' | 'dark' | 'system';

const kept = persisted<Appearance>('appearance', 'system');
export const useAppearance = kept.use;
export const appear = kept.write;

const prefers = window.matchMedia('(prefers-color-scheme: dark)');
const subscribe = (listener: () => void) => {
  prefers.addEventListener('change', listener);
  return () => prefers.removeEventListener('change', listener);
};

/** Whether the page is dark, by choice or as the system is. */
export const useIsDark = (): boolean => {
  const chosen = useAppearance();
  const system = useSyncExternalStore(subscribe, () => prefers.matches);
  const dark = chosen === 'system' ? system : chosen === 'dark';
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  return dark;
};

const narrow = window.matchMedia('(max-width: 860px)');
const subscribeWidth = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the page is as narrow as a phone. */
export const useIsNarrow = (): boolean =>
  useSyncExternalStore(subscribeWidth, () => narrow.matches);
