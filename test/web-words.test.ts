import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import ts from 'typescript';

const files = readdirSync('src/web', { recursive: true, encoding: 'utf8' }).map(
  (name) => `src/web/${name}`,
);
const pages = files.filter((name) => name.endsWith('.tsx'));
const tables = files.filter((name) => /^src\/web\/words\/\w[\w-]*\.ts$/.test(name));

/** Attributes that people read. */
const READ = new Set([
  'title',
  'label',
  'placeholder',
  'alt',
  'aria-label',
  'description',
  'extra',
]);
/** Codes and marks that are the same in every language. */
const isPlain = (text: string): boolean => !/\p{Script=Han}|[A-Za-z]{2}/u.test(text);
/** Names of the languages in their own words. */
const OWN = new Set(['简体中文', 'English']);

/** What a page says to people without asking the words: text between tags, and read attributes. */
const saidDirectly = (name: string, text: string): string[] => {
  const found: string[] = [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const say = (words: string): void => {
    if (!isPlain(words) && !OWN.has(words.trim())) found.push(words.trim());
  };
  const look = (node: ts.Node): void => {
    if (ts.isJsxText(node)) say(node.text);
    if (ts.isJsxAttribute(node) && READ.has(node.name.getText(source)) && node.initializer)
      if (ts.isStringLiteral(node.initializer)) say(node.initializer.text);
    if (
      (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) &&
      /\p{Script=Han}/u.test(node.text)
    )
      say(node.text);
    ts.forEachChild(node, look);
  };
  look(source);
  return found.map((words) => `${name}: ${words}`);
};

describe('the words of the web', () => {
  it('are never written into a page', () => {
    expect(pages.flatMap((name) => saidDirectly(name, readFileSync(name, 'utf8')))).toStrictEqual(
      [],
    );
  });

  it.each([
    '<p>Nothing here</p>',
    '<p>没有</p>',
    '<Button title="Close">x</Button>',
    "const x = '没有';",
  ])('would be found in %s', (text) => {
    expect(
      saidDirectly(
        'x.tsx',
        `const a = () => { ${text.startsWith('const') ? text : `return ${text};`} }`,
      ),
    ).toHaveLength(1);
  });

  it('say something in Chinese and in English, and the same values in both', () => {
    const wrong = tables.flatMap((name) =>
      [...readFileSync(name, 'utf8').matchAll(/zh: (['"`])(.*?)\1,\s*en: (['"`])(.*?)\3/gs)]
        .filter(([, , zh = '', , en = '']) => {
          const values = (text: string) =>
            [...text.matchAll(/\{\{(\w+)\}\}/g)]
              .map(([, v]) => v)
              .sort()
              .join();
          return (
            zh.trim() === '' ||
            en.trim() === '' ||
            /\p{Script=Han}/u.test(en) ||
            values(zh) !== values(en)
          );
        })
        .map(([all]) => `${name}: ${all}`),
    );
    expect(wrong).toStrictEqual([]);
  });
});
