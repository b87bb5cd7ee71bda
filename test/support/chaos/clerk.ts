import { setTimeout as pause } from 'node:timers/promises';
import { old } from '../concord.ts';
import { plant } from '../machine.ts';

/** One command of one clerk, from the first time it was sent to the answer that ended it. */
export type Deed = {
  readonly clerk: string;
  readonly path: string;
  readonly key: string;
  /** Milliseconds of one clock. */
  readonly began: number;
  readonly ended: number;
  readonly status: number;
  readonly revision: number;
  readonly position: string;
  readonly events: readonly string[];
  readonly tries: number;
};

/** What was no answer to the command: the store was out of reach, others were first, or nothing came. */
export type Setback = { readonly at: number; readonly code: string; readonly outcome: string };

/** What the clerks of a storm have done and met. */
export type Chronicle = {
  readonly deeds: Deed[];
  readonly setbacks: Setback[];
  /** Commands that were refused, or never answered: there should be none. */
  readonly failures: string[];
  /** Reads that showed less than the clerk had been told is there. */
  readonly staleReads: string[];
};

type Command = { readonly path: string; readonly body: object };
type Said = { readonly status: number; readonly body: Readonly<Record<string, unknown>> };

const TERM = ['2025-01-01', '2027-12-31'] as const;
/** More than the store is patient, with a command of others before it. */
const ANSWERED_WITHIN_MS = 60_000;
const MOST_TRIES = 60;

/** The streams that every clerk writes to, so that they meet there. */
export const SHARED = ['market-0', 'market-1', 'market-2'] as const;

const contract = (id: string, enterprise: string): Command => ({
  path: `contracts/${id}/register-as-history`,
  body: old('comprehensive', TERM, { enterprise }),
});

const headcount = (id: string, workers: number): Command => ({
  path: `enterprises/${id}/report-headcount`,
  body: { asOf: '2025-12-31', workers },
});

/** The life of one enterprise: its end is answered by a policy, which ends both its contracts. */
const paperwork = (id: string, nth: number): readonly Command[] => [
  { path: `enterprises/${id}/register`, body: plant },
  { path: `enterprises/${id}/found-union`, body: { on: '2021-05-01' } },
  headcount(id, 100 + nth),
  contract(`${id}-a`, id),
  contract(`${id}-b`, id),
  headcount(id, 200 + nth),
  { path: `enterprises/${id}/deregister`, body: { on: '2026-05-31' } },
];

const sent = async (url: string, { path, body }: Command, key: string): Promise<Said> => {
  const answer = await fetch(`${url}/api/v1/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(ANSWERED_WITHIN_MS),
  });
  return { status: answer.status, body: (await answer.json()) as Said['body'] };
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const deedOf = (said: Said, rest: Omit<Deed, 'status' | 'revision' | 'position' | 'events'>) => ({
  ...rest,
  status: said.status,
  revision: Number(said.body['revision']),
  position: text(said.body['position']),
  events: said.body['events'] as readonly string[],
});

/**
 * A clerk who keeps the registers of one enterprise after the other, and now and then of one that all
 * share. What was not answered, or with a 503, is sent again under its key until it is.
 */
export const clerk = (name: string, url: string, chronicle: Chronicle) => {
  const { deeds, setbacks, failures, staleReads } = chronicle;

  const told = async (command: Command, key: string): Promise<Said | undefined> => {
    const said = await sent(url, command, key).catch((error: unknown) => {
      // The server itself is never taken away: it answers, whatever becomes of the store.
      const code = `no answer: ${error instanceof Error ? error.message : String(error)}`;
      setbacks.push({ at: performance.now(), code, outcome: '' });
    });
    if (said?.status !== 503) return said ?? undefined;
    const { code, outcome } = said.body;
    setbacks.push({ at: performance.now(), code: text(code), outcome: text(outcome) });
    return undefined;
  };

  const does = async (command: Command, key: string): Promise<Deed | undefined> => {
    const began = performance.now();
    for (let tries = 1; tries <= MOST_TRIES; tries++) {
      const said = await told(command, key);
      if (said && said.status < 300) {
        const { path } = command;
        const ended = performance.now();
        const deed = deedOf(said, { clerk: name, path, key, began, ended, tries });
        deeds.push(deed);
        return deed;
      }
      if (said) {
        failures.push(`${command.path}: ${String(said.status)} ${JSON.stringify(said.body)}`);
        return undefined;
      }
      await pause(50 + Math.random() * 200);
    }
    failures.push(`${command.path}: never answered`);
    return undefined;
  };

  /** What was answered with 200 can be read at once. */
  const looks = async (id: string, deed: Deed): Promise<void> => {
    if (deed.status !== 200) return;
    const answer = await fetch(`${url}/api/v1/enterprises/${id}`, {
      headers: { 'Concord-Position': deed.position },
    }).catch(() => undefined);
    if (!answer?.ok) return;
    const { revision } = (await answer.json()) as { revision?: string };
    if (revision !== undefined && Number(revision) < deed.revision)
      staleReads.push(`${id} at ${revision} after ${String(deed.revision)}`);
  };

  const meets = async (nth: number): Promise<void> => {
    const id = SHARED[nth % SHARED.length] ?? SHARED[0];
    const workers = 1_000 * (nth + 1) + Number(name.slice(1));
    await does(headcount(id, workers), `${name} ${String(nth)} meets`);
  };

  return {
    works: async (goesOn: () => boolean): Promise<void> => {
      for (let nth = 0; goesOn(); nth++) {
        const id = `${name}-${String(nth)}`;
        for (const [step, command] of paperwork(id, nth).entries()) {
          const deed = await does(command, `${id} ${String(step)}`);
          if (deed && step === 2) await looks(id, deed);
        }
        await meets(nth);
      }
    },
  };
};

/** The enterprises that all clerks write to are registered before the storm. */
export const opensMarkets = async (url: string): Promise<void> => {
  for (const id of SHARED)
    await sent(url, { path: `enterprises/${id}/register`, body: plant }, `${id} opens`);
};
