import { words } from './table.ts';

/** The register of deadlines. */
export const deadlines = words('deadlines', {
  title: { zh: '期限', en: 'Deadlines' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  today: { zh: '今天到期', en: 'Due today' },
  week: { zh: '一周内到期', en: 'Due this week' },
  later: { zh: '以后到期', en: 'Later' },
  suspended: { zh: '中止', en: 'Suspended' },
  whatIsDue: { zh: '到期情况', en: 'What is due' },
  byLaw: { zh: '按期限与条款', en: 'By clock and article' },
  clock: { zh: '期限', en: 'Clock' },
  article: { zh: '条款出处', en: 'Article' },
  agreed: { zh: '按约定', en: 'As agreed' },
  none: { zh: '没有正在计算的期限', en: 'No clock is running' },
  chosen: { zh: '只看：{{clock}}', en: 'Only: {{clock}}' },
  allClocks: { zh: '看全部期限', en: 'Show all clocks' },
  feed: { zh: '日历订阅', en: 'Calendar feed' },
  feedUnder: {
    zh: '把这个地址加到日历软件，期限会自动出现并随时更新。服务器设有订阅口令时，在地址后加上口令。',
    en: 'Add this address to your calendar: the deadlines appear there and follow every change. Where the server has a token for feeds, add it to the address.',
  },
  feedAddress: { zh: '订阅地址', en: 'Address of the feed' },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  download: { zh: '下载 .ics', en: 'Download .ics' },
  before: { zh: '{{day}} 之前到期', en: 'due before {{day}}' },
  after: { zh: '{{day}} 之后到期', en: 'due after {{day}}' },
});
