import { words } from './words.ts';

/** The pages of the law. */
export const law = words('law', {
  title: { zh: '规定', en: 'Law' },
  source: { zh: '出处', en: 'Source' },
  clock: { zh: '期限', en: 'Clock' },
  period: { zh: '期间', en: 'Period' },
  article: { zh: '条款出处', en: 'Article' },
  unknown: { zh: '没有这份规定', en: 'There is no such profile' },
});
