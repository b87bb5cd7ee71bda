import { useSyncExternalStore } from 'react';

const ASK_AGAIN_MS = 2000;

let open = true;
let asking: ReturnType<typeof setTimeout> | undefined;
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

const found = (): void => {
  clearTimeout(asking);
  asking = undefined;
  set(true);
};

/** While nobody answers, asks again and again whether the server is alive. */
const askLater = (): void => {
  asking = setTimeout(() => {
    fetch('/livez').then(found, askLater);
  }, ASK_AGAIN_MS);
};

const lost = (): void => {
  set(false);
  if (asking === undefined) askLater();
};

/** Whether the server can be reached: what the last request, or the live stream, found. */
export const line = {
  isOpen: () => open,
  lost,
  found,
  /** Calls when it changes; returns how to stop. */
  subscribe,
};

export const useLine = (): boolean => useSyncExternalStore(subscribe, line.isOpen);
