import { useSyncExternalStore } from 'react';

let open = true;
const listeners = new Set<() => void>();

const set = (next: boolean): void => {
  if (open === next) return;
  open = next;
  listeners.forEach((listener) => listener());
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Whether the server can be reached: what the last request, or the live stream, found. */
export const line = {
  isOpen: () => open,
  lost: () => set(false),
  found: () => set(true),
  /** Calls when it changes; returns how to stop. */
  subscribe,
};

export const useLine = (): boolean => useSyncExternalStore(subscribe, line.isOpen);
