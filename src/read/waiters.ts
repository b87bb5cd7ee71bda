type Waiter = { readonly position: bigint; readonly wake: (seen: boolean) => void };

/** Those who wait until the read models have come to a position. */
export const waitingRoom = () => {
  const waiters = new Set<Waiter>();
  return {
    isEmpty: (): boolean => waiters.size === 0,
    /** Resolves true when woken, false after `ms` or when dismissed. */
    wait: (position: bigint, ms: number): Promise<boolean> =>
      new Promise((resolve) => {
        const waiter: Waiter = {
          position,
          wake: (seen) => {
            clearTimeout(timer);
            resolve(seen);
          },
        };
        const timer = setTimeout(() => {
          waiters.delete(waiter);
          resolve(false);
        }, ms);
        waiters.add(waiter);
      }),
    /** Wakes all who wait for this position or an earlier one. */
    wake: (position: bigint): void => {
      for (const waiter of waiters) {
        if (waiter.position > position) continue;
        waiters.delete(waiter);
        waiter.wake(true);
      }
    },
    /** Nobody needs to wait any longer. */
    dismiss: (): void => {
      for (const { wake } of waiters) wake(false);
      waiters.clear();
    },
  };
};
