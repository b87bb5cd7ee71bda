import { words } from './table.ts';

/** The pages of people. */
export const people = words('people', {
  title: { zh: '人员', en: 'People' },
  under: {
    zh: '姓名等个人信息逐人加密保存；删除一个人的密钥，个人信息即从各处消失，数字不变。',
    en: 'What is known of a person is sealed with a key of their own; once it is destroyed the details are gone everywhere, and no figure moves.',
  },
  name: { zh: '姓名', en: 'Name' },
  details: { zh: '个人信息', en: 'Details' },
  closed: {
    zh: '个人信息已删除，或者密钥不在这里',
    en: 'The details were erased, or their key is not here',
  },
});
