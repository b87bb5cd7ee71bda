import { useSyncExternalStore } from 'react';

type Toast = { readonly id: number; readonly text: string };
const LAST_MS = 6000;

let shown: readonly Toast[] = [];
let count = 0;
const listeners = new Set<() => void>();
const set = (next: readonly Toast[]): void => {
  shown = next;
  listeners.forEach((listener) => listener());
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Says for a moment what was done. */
export const toast = (text: string): void => {
  count += 1;
  const one = { id: count, text };
  set([...shown, one]);
  setTimeout(() => set(shown.filter((other) => other !== one)), LAST_MS);
};

/** Where that is said: read out, and out of the way. */
export const Toasts = () => {
  const toasts = useSyncExternalStore(subscribe, () => shown);
  return (
    <div className="toasts" role="status">
      {toasts.map(({ id, text }) => (
        <div key={id} className="toast">
          {text}
        </div>
      ))}
    </div>
  );
};
