import { useRows } from '../../api/queries.ts';
import type { Category } from '../../api/things.ts';
import type { Row } from '../../api/types.ts';
import { useClocks } from '../../shell/clocks.ts';
import { enterprises } from '../../words/enterprises.ts';
import { plusDays } from '../../words/format.ts';
import { useTerms } from '../../words/terms.ts';
import { useWords } from '../../words/words.ts';

/** Something that lasted: a bar on the axis; without `to` it lasts to this day. */
export type Bar = {
  readonly lane: string;
  readonly from: string;
  readonly to: string | null;
  readonly detail: string;
  readonly ink: string;
  readonly opens?: { readonly category: Category; readonly id: string };
};
/** How many worked there from a day on. */
export type Head = {
  readonly from: string;
  readonly workers: number | null;
  readonly women: number | null;
};

const INKS = {
  union: '#2e8b57',
  contract: '#2f7fd1',
  case: '#d1782f',
  dispute: '#b8433a',
} as const;
const ENDED = new Set(['signed', 'closed', 'void', 'history']);

type Spell = Row & {
  readonly from_on: string;
  readonly to_on: string | null;
  readonly unionised: string;
  readonly workers: number | null;
  readonly women: number | null;
};

const text = (row: Row, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const value = row[name];
    if (typeof value === 'string' && value !== '') return value;
  }
  return null;
};

/** Spells under one union are one bar. */
const unionBars = (
  spells: readonly Spell[],
  lane: string,
  name: (kind: string) => string,
): Bar[] => {
  const bars: Bar[] = [];
  for (const { from_on: from, to_on: to, unionised } of spells) {
    const last = bars.at(-1);
    const detail = name(unionised);
    if (unionised === 'none') continue;
    if (last?.to != null && last.detail === detail && plusDays(last.to, 1) >= from)
      bars[bars.length - 1] = { ...last, to };
    else bars.push({ lane, from, to, detail, ink: INKS.union });
  }
  return bars;
};

type Words = ReturnType<typeof useTerms>;

const contractBar = (row: Row, terms: Words): Bar[] => {
  const [contract, from] = [text(row, 'contract'), text(row, 'from_on')];
  if (contract === null || from === null) return [];
  const how = terms.value('how', String(row['how']), 'coverage');
  return [
    {
      lane: terms.value('kind', String(row['kind'])),
      from,
      to: text(row, 'to_on'),
      detail: `${contract} · ${how}`,
      ink: INKS.contract,
      opens: { category: 'contract', id: contract },
    },
  ];
};

const caseBar = (row: Row, terms: Words, lane: string): Bar[] => {
  const from = text(row, 'prepared_on', 'notice_on');
  const phase = String(row['phase']);
  if (from === null || phase === 'void') return [];
  const to = text(row, 'signed_on', 'closed_on') ?? (ENDED.has(phase) ? from : null);
  const kind = terms.value('kind', String(row['kind']));
  const detail = `${kind} · ${terms.phase('bargainingCase', phase)}`;
  return [
    { lane, from, to, detail, ink: INKS.case, opens: { category: 'bargainingCase', id: row.id } },
  ];
};

const disputeBar = (row: Row, terms: Words, lane: string): Bar[] => {
  const from = text(row, 'received_on', 'accepted_on');
  if (from === null) return [];
  const cause = terms.value('cause', String(row['cause']), 'disputes');
  return [
    {
      lane,
      from,
      to: text(row, 'concluded_on', 'archived_on'),
      detail: `${cause} · ${terms.phase('dispute', String(row['phase']))}`,
      ink: INKS.dispute,
      opens: { category: 'dispute', id: row.id },
    },
  ];
};

/** Everything that lies on the axis of an enterprise, and its headcount. */
export const useLife = (id: string) => {
  const t = useWords(enterprises);
  const terms = useTerms();
  const { knownAt } = useClocks();
  const own = { enterprise: id, limit: 500, knownAt };
  const spells = useRows<Spell>('enterprise-spells', { ...own, sort: 'from_on' });
  const covered = useRows('coverage', { ...own, sort: 'from_on' });
  const cases = useRows('bargaining-cases', own);
  const disputes = useRows('disputes', own);
  const known = spells.data?.items ?? [];
  const heads = known.map(({ from_on, workers, women }) => ({ from: from_on, workers, women }));
  const bars = [
    ...unionBars(known, t('union'), (kind) => terms.value('unionised', kind)),
    ...(covered.data?.items ?? []).flatMap((row) => contractBar(row, terms)),
    ...(cases.data?.items ?? []).flatMap((row) => caseBar(row, terms, t('bargaining'))),
    ...(disputes.data?.items ?? []).flatMap((row) => disputeBar(row, terms, t('disputes'))),
  ];
  return { asked: spells, heads, bars };
};
