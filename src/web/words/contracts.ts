import { words } from './words.ts';

/** The pages of contracts. */
export const contracts = words('contracts', {
  title: { zh: '集体合同', en: 'Contracts' },
  one: { zh: '集体合同 {{id}}', en: 'Contract {{id}}' },
  overview: { zh: '概况', en: 'Overview' },
});
