import { after, type Diary } from './act.ts';

const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡');
const given = ['建华', '丽娟', '国强', '秀英', '志明', '晓燕', '海峰', '敏', '伟东', '芳'];

/** A made-up name, the same for the same number. */
export const nameOf = (n: number): string =>
  `${surnames[n % surnames.length] ?? ''}${given[Math.floor(n / surnames.length) % given.length] ?? ''}`;

/** Whose matter is older than so many days goes by an id alone: keys are kept for those one works with. */
const NAMED_FOR = 240;

const numberOf = (id: string): number =>
  Array.from(id).reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

/** Registers those whom a matter names, each once, under made-up names. */
export const registerPeople = (
  { write, knows, until }: Diary,
  day: string,
  by: string,
  people: readonly { readonly id: string; readonly position?: string }[],
): void => {
  if (after(day, NAMED_FOR) < until) return;
  for (const { id, position } of people) {
    if (knows('people', id)) continue;
    const details = {
      name: nameOf(numberOf(id) * 37),
      ...(position !== undefined && { position }),
    };
    write(day, { noun: 'people', id, by }, 'Register', { details });
  }
};
