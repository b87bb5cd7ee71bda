import type { Fact } from '../../api/problem.ts';

type Data = Readonly<Record<string, unknown>>;

export const textIn = (data: Data, name: string): string => {
  const value = data[name];
  return typeof value === 'string' ? value : '';
};
const textsIn = (data: Data, name: string): readonly string[] => {
  const value = data[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
};
const lastOf = (facts: readonly Fact[], type: string): Fact | undefined =>
  facts.findLast((fact) => fact.type === type);

const noticeOf = (facts: readonly Fact[]) => lastOf(facts, 'MeetingConvened');
export const openingOf = (facts: readonly Fact[]) => lastOf(facts, 'MeetingOpened');
export const presentOf = (facts: readonly Fact[]): readonly string[] =>
  textsIn(openingOf(facts)?.data ?? {}, 'present');
/** The resolutions of the meeting before that this one hears a report on. */
export const carriedOf = (facts: readonly Fact[]): readonly string[] =>
  textsIn(noticeOf(facts)?.data ?? {}, 'carried');
export const hearingOf = (facts: readonly Fact[], resolution: string): Fact | undefined =>
  facts.find(
    ({ type, data }) => type === 'LastResolutionHeard' && data['resolution'] === resolution,
  );

export type Seat = { readonly body: string; readonly name: string; readonly signedOn: string };

/** Who was invited, by the name it goes by there, and the day it signed the minutes. */
export const seatsOf = (facts: readonly Fact[]): readonly Seat[] => {
  const seats = noticeOf(facts)?.data['seats'];
  const signed = new Map(
    facts
      .filter(({ type }) => type === 'MinutesSigned')
      .map(({ data }) => [textIn(data, 'body'), textIn(data, 'on')]),
  );
  return (Array.isArray(seats) ? (seats as Data[]) : []).map((seat) => ({
    body: textIn(seat, 'body'),
    name: textIn(seat, 'name'),
    signedOn: signed.get(textIn(seat, 'body')) ?? '',
  }));
};

/** The sides of a meeting: the employers’ bodies sit on one side, whoever else is a side of its own. */
export const sidesOf = (seats: readonly Seat[]): readonly (readonly Seat[])[] => [
  ...Map.groupBy(seats, ({ body }) =>
    ['government', 'labor-administration', 'union'].includes(body) ? body : 'employers',
  ).values(),
];

type File = { readonly sha256: string; readonly name: string; readonly bytes: number };
/** The files of the last fact of a type. */
export const filesOf = (facts: readonly Fact[], type: string, field: string): readonly File[] => {
  const files = lastOf(facts, type)?.data[field];
  return Array.isArray(files) ? (files as File[]) : [];
};
