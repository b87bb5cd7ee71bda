import { expect, it } from 'vitest';
import { clocksOf } from '../domain/law/clocks.ts';
import { law, profileIds } from '../domain/law/profiles.ts';
import { articleSaid } from '../src/words/articles.ts';

it.each([
  ['集体合同规定 Art 34', '集体合同规定第34条'],
  ['劳动合同法 Art 54(2)', '劳动合同法第54条第2款'],
  ['某市条例 Art 19-20', '某市条例第19条至第20条'],
  ['某市条例 Art 28, 30', '某市条例第28条、第30条'],
  ['某省条例 Art 28; 集体合同规定 Art 47', '某省条例第28条；集体合同规定第47条'],
  ['NLRA § 8(d)', 'NLRA § 8(d)'],
  ['', ''],
])('the article %s is said %s in Chinese, as it stands in English', (article, zh) =>
  expect(articleSaid(article)).toStrictEqual({ zh, en: article }),
);

it.each(profileIds)('every clock of %s says its article in Chinese', (id) => {
  const articles = clocksOf(law(id)).map(({ period }) => articleSaid(period.article).zh);
  expect(articles.length).toBeGreaterThan(0);
  expect(articles.filter((said) => /Art|第\D/.test(said))).toStrictEqual([]);
});
