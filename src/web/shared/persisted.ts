import { useSyncExternalStore } from 'react';

/** A value that this browser keeps, and every place that shows it follows. */
export type Persisted<T> = {
  readonly read: () => T;
  readonly write: (value: T) => void;
  readonly use: () => T;
};

const stored = <T>(key: string, first: T): T => {
  try {
    const text = localStorage.getItem(key);
    return text === null ? first : (JSON.parse(text) as T);
  } catch {
    // A browser that keeps nothing, or a value of an older version.
    return first;
  }
};

/** Keeps a value under `concord.<name>` in localStorage; other tabs follow too. */
export const persisted = <T>(name: string, first: T): Persisted<T> => {
  const key = `concord.${name}`;
  const listeners = new Set<() => void>();
  let value = stored(key, first);
  const tell = () => listeners.forEach((listener) => listener());
  window.addEventListener('storage', (event) => {
    if (event.key !== key) return;
    value = stored(key, first);
    tell();
  });
  const read = () => value;
  const write = (next: T) => {
    value = next;
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // It lasts as long as the page.
    }
    tell();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { read, write, use: () => useSyncExternalStore(subscribe, read) };
};
