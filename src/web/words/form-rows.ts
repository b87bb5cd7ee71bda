import { words } from './table.ts';

/** A form of many rows, each recorded by itself. */
export const formRows = words('form-rows', {
  nth: { zh: '第 {{n}} 行', en: 'Row {{n}}' },
  add: { zh: '添加一行', en: 'Add a row' },
  remove: { zh: '删除第 {{n}} 行', en: 'Remove row {{n}}' },
  send_one: { zh: '登记 {{count}} 行', en: 'Record {{count}} row' },
  send_other: { zh: '登记 {{count}} 行', en: 'Record {{count}} rows' },
  done_one: { zh: '已登记 {{count}} 行', en: '{{count}} row recorded' },
  done_other: { zh: '已登记 {{count}} 行', en: '{{count}} rows recorded' },
  hint: {
    zh: '每行单独登记；被拒绝的行会留在这里。',
    en: 'Each row is recorded by itself; a row that is refused stays here.',
  },
  incomplete: { zh: '请填写带 * 的内容', en: 'Fill in what is marked with *' },
});
