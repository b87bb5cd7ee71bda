import { intent, type Command } from '../api/send.ts';

/** What was typed and not yet sent, and the key under which it will be sent once. */
export type Draft = { readonly data: Record<string, unknown>; readonly key: string };

type Named = Pick<Command, 'category' | 'id' | 'command'>;
const nameOf = ({ category, id, command }: Named): string =>
  `concord.draft.${category}/${id}/${command}`;

/** What is typed of a person goes with the tab: it stays on no machine unsealed. */
const placeOf = ({ category }: Named): Storage =>
  category === 'person' ? sessionStorage : localStorage;

export const readDraft = (named: Named): Draft | undefined => {
  try {
    const text = placeOf(named).getItem(nameOf(named));
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
};

export const writeDraft = (named: Named, draft: Draft): void => {
  try {
    placeOf(named).setItem(nameOf(named), JSON.stringify(draft));
  } catch {
    // It lasts as long as the page.
  }
};

export const dropDraft = (named: Named): void => {
  try {
    placeOf(named).removeItem(nameOf(named));
  } catch {
    // It was never kept.
  }
};

/** A new intent: its key is of what is typed now, so another text never goes under an old key. */
export const freshDraft = (data: Record<string, unknown>): Draft => ({ data, key: intent() });
