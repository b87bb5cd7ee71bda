import { z } from 'zod';
import type { Desk } from './desk.ts';
import { answer, table, type Paper } from './paper.ts';
import { withQuery } from './read.ts';

const Sentence = z.object({ zh: z.string(), en: z.string() });
const Law = z.object({
  items: z.array(z.looseObject({ id: z.string(), name: Sentence, division: z.string() })),
  suggestion: z.object({ profile: z.string(), note: Sentence.nullable() }).optional(),
});

/** The profile that a place, a kind and a day suggest; without a place, all there are. */
export const showLaw = async (
  desk: Desk,
  paper: Paper,
  query: Readonly<Record<string, string | undefined>>,
): Promise<void> => {
  const { division, kind, on } = query;
  const response = await desk.ask(withQuery('/law', { division, kind, on }));
  const body: unknown = await response.json();
  answer(paper, body, () => {
    const { items, suggestion } = Law.parse(body);
    const { language } = paper;
    if (!suggestion)
      return table(
        items.map((one) => ({ id: one.id, division: one.division, name: one.name[language] })),
      );
    return [suggestion.profile, suggestion.note?.[language] ?? ''].join('\n').trimEnd();
  });
};

const Reckoned = z.object({
  deadline: z.looseObject({ due: z.string() }),
  steps: z.array(z.object({ day: z.string(), sentence: Sentence })),
});

/** When a clock ends, step by step. */
export const showDeadline = async (
  desk: Desk,
  paper: Paper,
  {
    profile,
    rule,
    from,
  }: { readonly profile: string; readonly rule: string; readonly from: string },
): Promise<void> => {
  const path = withQuery(`/law/${encodeURIComponent(profile)}/deadline`, { rule, from });
  const body: unknown = await (await desk.ask(path)).json();
  answer(paper, body, () => {
    const { deadline, steps } = Reckoned.parse(body);
    return [
      ...steps.map(({ day, sentence }) => `${day}  ${sentence[paper.language]}`),
      deadline.due,
    ].join('\n');
  });
};
