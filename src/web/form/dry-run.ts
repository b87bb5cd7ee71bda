import { useEffect, useState } from 'react';
import { Problem } from '../api/problem.ts';
import { dryRun, type Command } from '../api/send.ts';
import type { Answered } from '../api/types.ts';

const PAUSE_MS = 400;

/** What the server would say to what is typed now. */
export type Verdict = {
  readonly checking: boolean;
  readonly answer?: Answered;
  readonly problem?: Problem;
};

/** Asks while one types what would happen, each time one pauses; the last question wins. */
export const useDryRun = (command: Command, enabled: boolean): Verdict => {
  const [verdict, setVerdict] = useState<Verdict>({ checking: false });
  const text = JSON.stringify(command);
  useEffect(() => {
    if (!enabled) return undefined;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      setVerdict((before) => ({ ...before, checking: true }));
      dryRun(JSON.parse(text) as Command, stop.signal)
        .then((answer) => setVerdict({ checking: false, answer }))
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          setVerdict({ checking: false, ...(error instanceof Problem ? { problem: error } : {}) });
        });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, enabled]);
  return verdict;
};
