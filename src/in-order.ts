/** Is over once all that was started before is: what is told in order is told then. */
export type Turn = () => Promise<void>;

/**
 * Runs work side by side, at most `width` at once; work about the same subject runs in the order it
 * was started. The first failure stops everything: `start` or `finish` throws it.
 */
export const inOrder = (width: number) => {
  const tails = new Map<string, Promise<void>>();
  const running = new Set<Promise<void>>();
  let all: Promise<unknown> = Promise.resolve();
  let failure: { readonly error: unknown } | undefined;

  const throwFailure = (): void => {
    if (failure) throw failure.error;
  };

  const after = async (
    before: readonly Promise<void>[],
    work: () => Promise<void>,
  ): Promise<void> => {
    await Promise.all(before);
    if (!failure) await work();
  };

  const start = async (
    subjects: readonly string[],
    work: (turn: Turn) => Promise<void>,
  ): Promise<void> => {
    if (running.size >= width) await Promise.race(running);
    throwFailure();
    const before = subjects.flatMap((subject) => tails.get(subject) ?? []);
    const earlier = all;
    const turn = async (): Promise<void> => {
      await earlier;
    };
    const done = after(before, () => work(turn))
      .catch((error: unknown) => {
        failure ??= { error };
      })
      .then(() => {
        running.delete(done);
        for (const subject of subjects) if (tails.get(subject) === done) tails.delete(subject);
      });
    running.add(done);
    all = Promise.all([all, done]);
    for (const subject of subjects) tails.set(subject, done);
  };

  const finish = async (): Promise<void> => {
    await Promise.all(running);
    throwFailure();
  };

  return { start, finish };
};
