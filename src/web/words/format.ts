import { languageTag, useLanguage, type Language } from './language.ts';

const ZONE = 'Asia/Shanghai';
const tagOf = (speaks: Language): string => (speaks === 'zh' ? 'zh-CN' : 'en');

/** Days between two days (YYYY-MM-DD). */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** Today where the offices are, as YYYY-MM-DD. */
export const today = (): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, dateStyle: 'short' }).format(new Date());

/** A day so many days later. */
export const plusDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text);

const formats = (tag: string) => {
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(tag, { weekday: 'short', timeZone: 'UTC' });
  const instant = new Intl.DateTimeFormat(tag, {
    dateStyle: 'medium',
    timeStyle: 'medium',
    timeZone: ZONE,
  });
  const number = new Intl.NumberFormat(tag);
  const percent = new Intl.NumberFormat(tag, {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 2,
  });
  const yuan = new Intl.NumberFormat(tag, { style: 'currency', currency: 'CNY' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    /** 2026-06-01 → 2026年6月1日 · 1 Jun 2026 */
    day: (text: string) => (isDay(text) ? day.format(Date.parse(`${text}T00:00:00Z`)) : text),
    weekday: (text: string) =>
      isDay(text) ? weekday.format(Date.parse(`${text}T00:00:00Z`)) : text,
    instant: (text: string) => {
      if (isDay(text)) return day.format(Date.parse(`${text}T00:00:00Z`));
      return Number.isNaN(Date.parse(text)) ? text : instant.format(Date.parse(text));
    },
    number: (value: number) => number.format(value),
    /** A rate between 0 and 1. */
    rate: (value: number) => percent.format(value),
    /** 550 → 5.5 % */
    basisPoints: (value: number) => percent.format(value / 10_000),
    /** Fen as yuan. */
    money: (fen: number) => yuan.format(fen / 100),
    /** −3 → 3 days ago, 3天前 */
    inDays: (days: number) => relative.format(days, 'day'),
    /** Several words beside each other: 甲、乙 · a, b */
    list: (parts: readonly string[]) => parts.join(tag === 'en' ? ', ' : '、'),
    bytes: (bytes: number) =>
      bytes < 1_000_000
        ? `${number.format(Math.ceil(bytes / 1000))} kB`
        : `${number.format(Math.round(bytes / 100_000) / 10)} MB`,
  };
};
export type Format = ReturnType<typeof formats>;

const made = new Map<string, Format>();
const formatIn = (tag: string): Format => {
  const known = made.get(tag);
  if (known) return known;
  const format = formats(tag);
  made.set(tag, format);
  return format;
};

/** Days, instants, numbers, rates and money as the language of the page writes them. */
export const useFormat = (): Format => formatIn(tagOf(useLanguage()));
export const formatNow = (): Format => formatIn(languageTag());
