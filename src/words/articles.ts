import type { Sentence } from '../../domain/shared/rules.ts';

/** `54(2)` is 第54条第2款. */
const one = (number: string): string =>
  number.replace(/^(\d+)(?:\((\d+)\))?$/, (_, article: string, paragraph?: string) =>
    paragraph === undefined ? `第${article}条` : `第${article}条第${paragraph}款`,
  );

/** `19-20` and `28, 30`, each with its words. */
const several = (numbers: string): string =>
  numbers
    .split(', ')
    .map((range) => range.split('-').map(one).join('至'))
    .join('、');

/** An article as the law profiles and events name it, `集体合同规定 Art 28, 30`, in words. */
export const articleSaid = (article: string): Sentence => ({
  zh: article
    .replace(/ Art (\d+(?:\(\d+\))?(?:(?:-|, )\d+(?:\(\d+\))?)*)/g, (_, numbers: string) =>
      several(numbers),
    )
    .replaceAll('; ', '；'),
  en: article,
});
