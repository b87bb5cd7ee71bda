import { words } from './words.ts';

/** The register of deadlines. */
export const deadlines = words('deadlines', {
  title: { zh: '期限', en: 'Deadlines' },
});
