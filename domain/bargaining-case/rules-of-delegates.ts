import type { Sentence } from '../shared/rules.ts';

/** What we may say no with about who sits at the table. */
export const rulesOfDelegates = {
  'more-than-delegates': {
    zh: '一线职工、女职工、被派遣劳动者或残疾职工代表人数不得多于该方代表人数。',
    en: 'A side has no more delegates of one kind than it has delegates.',
  },
  'too-few-delegates': {
    zh: '协商代表人数少于规定的最低人数。',
    en: 'There are fewer delegates than the law asks for.',
  },
  'too-many-delegates': {
    zh: '协商代表人数超过规定的最高人数。',
    en: 'There are more delegates than the law allows.',
  },
  'sides-in-parity': {
    zh: '双方协商代表人数不符合对等要求。',
    en: 'The numbers of delegates of the two sides do not match as the law asks.',
  },
  'one-chief': {
    zh: '每方须有且只有一名首席代表。',
    en: 'Each side has exactly one chief delegate.',
  },
  'chief-is-insider': {
    zh: '首席代表不得由外聘人员担任。',
    en: 'The chief delegate may not be an outsider.',
  },
  'written-authorisation': {
    zh: '受委托担任首席代表须有书面委托。',
    en: 'A chief by authorisation needs it in writing.',
  },
  'too-many-outsiders': {
    zh: '外聘代表不得超过本方代表的三分之一。',
    en: 'Outsiders may not be more than a third of their side.',
  },
  'front-line-share': {
    zh: '职工方代表中一线职工所占比例不足。',
    en: 'Too few of the employees’ delegates work at the front line.',
  },
  'women-at-the-table': {
    zh: '女职工达到规定比例的，职工方代表中应有女职工代表。',
    en: 'With so many women employed, a woman must be among the employees’ delegates.',
  },
  'disabled-at-the-table': {
    zh: '残疾职工达到规定比例的，职工方代表中应有残疾职工代表。',
    en: 'With so many disabled workers employed, one must be among the employees’ delegates.',
  },
  'dispatched-at-the-table': {
    zh: '被派遣劳动者超过规定比例的，职工方代表中应有其代表。',
    en: 'With so many dispatched workers, one must be among the employees’ delegates.',
  },
  'delegate-once': {
    zh: '同一人不能重复担任代表。',
    en: 'A person is a delegate once.',
  },
  'one-side-only': {
    zh: '任何人不得同时担任双方的协商代表。',
    en: 'Nobody may sit on both sides of the table.',
  },
  'consent-of-employees': {
    zh: '没有工会的，职工方代表须经规定比例的全体职工同意。',
    en: 'Without a union, the delegates need the consent of the required share of all employees.',
  },
  'consents-add-up': {
    zh: '同意人数不得多于职工总数，名册日期不得晚于推选日期。',
    en: 'There cannot be more consents than employees, nor a roster of a later day.',
  },
  'delegates-settled': {
    zh: '首次会议后代表名单不再重新提出，只能更换代表。',
    en: 'After the first session delegates are replaced, not named anew.',
  },
  'delegates-named': {
    zh: '该方尚未提出协商代表。',
    en: 'The side has not named its delegates.',
  },
  'delegate-of-the-side': {
    zh: '此人在该日不是该方的协商代表。',
    en: 'This person is not a delegate of that side on that day.',
  },
  'no-vacancy': {
    zh: '该代表没有离任，无空缺可补。',
    en: 'This delegate has not left: there is no seat to fill.',
  },
  'vacancy-open': {
    zh: '代表空缺已超过补选期限，补齐之前不得开会。',
    en: 'A seat is empty past its term; no session until it is filled.',
  },
  'deputy-is-another': {
    zh: '首席代表不能委托自己代行其职。',
    en: 'A chief cannot be the chief’s own deputy.',
  },
} as const satisfies Readonly<Record<string, Sentence>>;
