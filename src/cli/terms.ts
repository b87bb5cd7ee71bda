import { z } from 'zod';
import type { Desk } from './desk.ts';
import { answer, table, type Paper } from './paper.ts';
import { withQuery } from './read.ts';

const Term = z.looseObject({
  topic: z.string(),
  title: z.string().nullable(),
  wording: z.string().nullable(),
  value: z.number().nullable(),
  unit: z.string().nullable(),
  contract: z.string(),
  kind: z.string(),
  level: z.string(),
  prevails: z.boolean().nullable(),
  rule: z.string().nullable(),
  article: z.string().nullable(),
});
const Terms = z.looseObject({ on: z.string(), items: z.array(Term) });

const stands = {
  applies: { zh: '适用', en: 'applies' },
  prevails: { zh: '优先适用', en: 'prevails' },
  yields: { zh: '让位', en: 'gives way' },
  toBeRead: { zh: '须人工判断', en: 'for people to read' },
} as const;

const standing = ({ prevails, rule }: z.infer<typeof Term>): keyof typeof stands => {
  if (rule === null) return 'applies';
  if (prevails === null) return 'toBeRead';
  return prevails ? 'prevails' : 'yields';
};

const none = {
  zh: (on: string) => `${on} 没有生效的合同，或合同没有编码的条款。`,
  en: (on: string) => `On ${on} no contract is in force, or none says anything in codes.`,
} as const;

const termTable = ({ on, items }: z.infer<typeof Terms>, { language }: Paper): string =>
  items.length === 0
    ? none[language](on)
    : table(
        items.map((term) => ({
          topic: term.topic,
          title: term.title,
          says: [term.value, term.unit, term.wording].filter((part) => part !== null).join(' '),
          contract: term.contract,
          kind: term.kind,
          level: term.level,
          standing: stands[standing(term)][language],
          rule: term.rule,
          article: term.article,
        })),
      );

type When = { readonly on: string | undefined; readonly knownAt: string | undefined };

/** What the contracts in force over an enterprise say on a day, and which of them prevails. */
export const showTerms = async (
  desk: Desk,
  paper: Paper,
  enterprise: string,
  { on, knownAt }: When,
): Promise<void> => {
  const path = withQuery(`/enterprises/${encodeURIComponent(enterprise)}/terms`, { on, knownAt });
  const body: unknown = await (await desk.ask(path)).json();
  answer(paper, body, () => termTable(Terms.parse(body), paper));
};
