import { words } from './words.ts';

/** The negotiator’s pages. */
export const bargaining = words('bargaining', {
  title: { zh: '集体协商', en: 'Bargaining' },
  one: { zh: '协商案件 {{id}}', en: 'Bargaining case {{id}}' },
  overview: { zh: '概况', en: 'Overview' },
});
