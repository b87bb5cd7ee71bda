/** Runs pieces of work one after the other, in the order in which they came; one that fails stops no other. */
export const oneAtATime = () => {
  let last: Promise<unknown> = Promise.resolve();
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
};
export type InTurn = ReturnType<typeof oneAtATime>;
