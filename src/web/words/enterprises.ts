import { words } from './words.ts';

/** The pages of enterprises. */
export const enterprises = words('enterprises', {
  title: { zh: '企业', en: 'Enterprises' },
  overview: { zh: '概况', en: 'Overview' },
});
