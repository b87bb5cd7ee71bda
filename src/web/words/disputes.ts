import { words } from './words.ts';

/** The mediator’s pages. */
export const disputes = words('disputes', {
  title: { zh: '劳动争议', en: 'Disputes' },
  one: { zh: '劳动争议 {{id}}', en: 'Dispute {{id}}' },
  overview: { zh: '概况', en: 'Overview' },
});
