import { address, text } from '../shared/search.ts';

/** What the address of a subject's page may say: which tab, which fact, which form is open. */
export const subjectAddress = () => address({ tab: text(), fact: text(), do: text() });
