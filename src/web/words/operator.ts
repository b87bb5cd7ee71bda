import { words } from './words.ts';

/** Imports and the state of the system. */
export const operator = words('operator', {
  imports: { zh: '导入', en: 'Import' },
  profile: { zh: '导入方案', en: 'Import profile' },
  template: { zh: '模板', en: 'Template' },
  download: { zh: '下载模板', en: 'Download the template' },
  health: { zh: '系统状况', en: 'Health' },
  ready: { zh: '可以使用', en: 'Ready' },
  notReady: { zh: '暂不可用', en: 'Not ready' },
  store: { zh: '事实库', en: 'Store' },
  reasons: { zh: '原因', en: 'Reasons' },
});
