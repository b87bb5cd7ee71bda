import { words } from './words.ts';

/** The analyst’s pages. */
export const analysis = words('analysis', {
  title: { zh: '统计分析', en: 'Analysis' },
  version: { zh: '口径第 {{version}} 版', en: 'Definition {{version}}' },
  unit: { zh: '单位', en: 'Unit' },
});
