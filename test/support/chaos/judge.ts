import type { Recorded } from '../../../src/store/event-store.ts';
import type { Deed } from './clerk.ts';

/** The facts of each stream, in their order. */
export type Log = ReadonlyMap<string, readonly Recorded[]>;

const CATEGORY: Readonly<Record<string, string>> = {
  enterprises: 'enterprise',
  contracts: 'contract',
};

const streamOf = ({ path }: Deed): string => {
  const [noun = '', id = ''] = path.split('/');
  return `${CATEGORY[noun] ?? noun}-${id}`;
};

const factsOf = (log: Log, deed: Deed): readonly Recorded[] => {
  const { revision, events } = deed;
  return (log.get(streamOf(deed)) ?? []).slice(revision + 1 - events.length, revision + 1);
};

/** Deeds that were acknowledged, but are not where they were said to be. */
export const lost = (log: Log, deeds: readonly Deed[]): readonly Deed[] =>
  deeds.filter((deed) => {
    const facts = factsOf(log, deed);
    const isThere = facts.map(({ type }) => type).join() === deed.events.join();
    return !isThere || String(facts.at(-1)?.position) !== deed.position;
  });

/** Facts that are there twice: by the command that recorded them, or by what they say. */
export const doubled = (log: Log): readonly string[] =>
  [...log].flatMap(([stream, facts]) => {
    const said = facts.map(({ commandId, type, data }) => [
      `${commandId} ${type}`,
      `${type} ${JSON.stringify(data)}`,
    ]);
    return [0, 1].flatMap((way) => {
      const all = said.map((words) => words[way] ?? '');
      return all.filter((word, i) => all.indexOf(word) !== i).map((word) => `${stream} ${word}`);
    });
  });

/** Commands that recorded something in the log although no clerk, policy or clock gave them, or more often than once. */
export const gaps = (log: Log): readonly string[] =>
  [...log].flatMap(([stream, facts]) =>
    facts.flatMap(({ revision }, i) =>
      revision === BigInt(i) ? [] : [`${stream} at ${String(i)}`],
    ),
  );

/** Pairs of deeds on one stream where the one that ended before the other began stands behind it. */
export const outOfOrder = (deeds: readonly Deed[]): readonly string[] => {
  const byStream = Map.groupBy(deeds, streamOf);
  return [...byStream].flatMap(([stream, all]) => {
    const placed = all.filter(({ events }) => events.length > 0).sort((a, b) => a.ended - b.ended);
    let furthest = -1;
    let next = 0;
    return [...placed]
      .sort((a, b) => a.began - b.began)
      .flatMap((deed) => {
        for (; (placed[next]?.ended ?? Infinity) < deed.began; next++)
          furthest = Math.max(furthest, placed[next]?.revision ?? -1);
        return deed.revision > furthest
          ? []
          : [`${stream}: ${String(deed.revision)} after ${String(furthest)}`];
      });
  });
};

/** Contracts of enterprises that ended, and how often the policy has ended them: once each. */
export const notEndedOnce = (log: Log): readonly string[] =>
  [...log].flatMap(([stream, facts]) => {
    if (!facts.some(({ type }) => type === 'EnterpriseDeregistered')) return [];
    const id = stream.slice('enterprise-'.length);
    return ['a', 'b'].flatMap((letter) => {
      const contract = log.get(`contract-${id}-${letter}`) ?? [];
      const ends = contract.filter(({ by }) => by.startsWith('policy:')).length;
      return ends === 1 ? [] : [`${id}-${letter} was ended ${String(ends)} times`];
    });
  });
