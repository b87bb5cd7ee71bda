import type { Command } from 'commander';
import { stripVTControlCharacters } from 'node:util';
import type { Sentence } from '../../domain/shared/rules.ts';
import { wrongUsage } from './exit.ts';

/** What a command writes to: a person's screen or a program's pipe, in one language. */
export type Paper = {
  readonly json: boolean;
  readonly language: keyof Sentence;
  readonly out: (text: string) => void;
  readonly note: (text: string) => void;
};

/** Screen width of a text: a Chinese character takes two columns. */
const width = (text: string): number =>
  Array.from(text).reduce(
    (sum, sign) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u.test(
        sign,
      )
        ? 2
        : 1),
    0,
  );

const cellText = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return stripVTControlCharacters(text).replace(/\s+/g, ' ');
};

const isNumber = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);

/** Rows as a table for people; numbers stand at the right. */
export const table = (rows: readonly Readonly<Record<string, unknown>>[]): string => {
  const heads = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const texts = rows.map((row) => heads.map((head) => cellText(row[head])));
  const widths = heads.map((head, i) =>
    Math.max(width(head), ...texts.map((cells) => width(cells[i] ?? ''))),
  );
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, i) => {
        const pad = ' '.repeat((widths[i] ?? 0) - width(cell));
        return isNumber(cell) ? pad + cell : cell + pad;
      })
      .join('  ')
      .trimEnd();
  const rule = widths.map((n) => '─'.repeat(n)).join('  ');
  return [line(heads), rule, ...texts.map(line)].join('\n');
};

/** Prints an answer: as JSON for programs, in words for people. */
export const answer = (paper: Paper, body: unknown, inWords: () => string): void =>
  paper.out(paper.json ? JSON.stringify(body, null, 2) : inWords());

const languageOf = (given: unknown): Paper['language'] => {
  if (given !== undefined && given !== 'zh' && given !== 'en') throw wrongUsage('--lang: zh, en');
  if (given !== undefined) return given;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((value) => value !== undefined && value !== '');
  return locale?.toLowerCase().startsWith('zh') ? 'zh' : 'en';
};

/** The paper that the options ask for. Throws Failed for a language there is not. */
export const paperFrom = (command: Command): Paper => {
  const { json, lang } = command.optsWithGlobals<{ json?: boolean; lang?: string }>();
  return {
    json: json ?? false,
    language: languageOf(lang),
    out: (text) => process.stdout.write(`${text}\n`),
    note: (text) => process.stderr.write(`${text}\n`),
  };
};
