import { words } from './words.ts';

/** Today, and search. */
export const home = words('home', {
  title: { zh: '今日', en: 'Today' },
  overdue: { zh: '已逾期', en: 'Overdue' },
  dueToday: { zh: '今天到期', en: 'Due today' },
  dueWeek: { zh: '一周内到期', en: 'Due within a week' },
  allDeadlines: { zh: '全部期限', en: 'All deadlines' },
  nothingDue: { zh: '没有', en: 'None' },
  happened: { zh: '最近发生', en: 'What happened' },
  nothingHappened: { zh: '还没有记录', en: 'Nothing recorded yet' },
  searchTitle: { zh: '搜索“{{q}}”', en: 'Search: {{q}}' },
  searchEmpty: { zh: '没有找到与“{{q}}”有关的记录', en: 'Nothing is known of “{{q}}”' },
  searchHint: { zh: '请在上方输入要找的名称或编号', en: 'Type a name or an id above' },
});
