import { useSyncExternalStore } from 'react';

/** What an address said that no page understands. */
export type WrongPart = { readonly name: string; readonly value: string };

let wrong: readonly WrongPart[] = [];
const listeners = new Set<() => void>();
const set = (next: readonly WrongPart[]): void => {
  wrong = next;
  // An address is read while a page is made: who listens hears of it afterwards.
  queueMicrotask(() => listeners.forEach((listener) => listener()));
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const noteWrong = (name: string, value: string): void => {
  if (!wrong.some((one) => one.name === name && one.value === value))
    set([...wrong, { name, value }]);
};

/** Forgets it: another page is open. */
export const forgetWrong = (): void => {
  if (wrong.length > 0) set([]);
};

export const useWrongParts = (): readonly WrongPart[] =>
  useSyncExternalStore(subscribe, () => wrong);
