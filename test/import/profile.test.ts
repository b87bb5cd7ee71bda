import { expect, it } from 'vitest';
import { rules as ofContracts } from '../../domain/collective-contract/rules.ts';
import { rules as ofDisputes } from '../../domain/dispute-case/rules.ts';
import { rules as ofEnterprises } from '../../domain/enterprise/rules.ts';
import { readProfile, WrongProfile } from '../../src/import/profile.ts';
import { shippedProfiles } from '../../src/import/profiles.ts';

const own = {
  id: 'own',
  name: { zh: '自用', en: 'Own' },
  columns: [{ key: 'no', headers: { zh: '编号', en: 'No' } }],
  commands: [{ thing: 'enterprises', id: { cell: 'no' }, type: 'Suspend', data: {} }],
};

const books: Readonly<Record<string, object>> = {
  enterprises: ofEnterprises,
  contracts: ofContracts,
  disputes: ofDisputes,
};

const complaints = (profile: unknown): readonly string[] => {
  try {
    readProfile(profile);
    return [];
  } catch (error) {
    if (!(error instanceof WrongProfile)) throw error;
    return error.violations.map(({ path, message }) => `${path}: ${message}`);
  }
};

it('reads a profile of a user', () => expect(complaints(own)).toEqual([]));

it.each(shippedProfiles.map((profile) => [profile.id, profile] as const))(
  '%s is data: written as JSON and read again it says the same',
  (_, profile) => expect(readProfile(JSON.parse(JSON.stringify(profile)))).toEqual(profile),
);

it('names the place of a cell that is no column', () =>
  expect(complaints({ ...own, commands: [{ ...own.commands[0], id: { cell: 'nr' } }] })).toEqual([
    'commands.0.id: there is no cell nr',
  ]));

it('names the place of an unknown operator and lists those there are', () =>
  expect(complaints({ ...own, values: { x: { shout: { cell: 'no' } } } })[0]).toMatch(
    /^values\.x: must be one of cell, value, named/,
  ));

it('names a column that stands twice and choices that are missing', () =>
  expect(
    complaints({ ...own, columns: [...own.columns, { ...own.columns[0], cell: 'choice' }] }),
  ).toEqual(['columns.1.key: column no stands twice', 'columns.1: names no choices']));

it('names the column of a rule that is none', () =>
  expect(complaints({ ...own, ruleColumns: { 'ends-once': 'nr' } })).toEqual([
    'ruleColumns.ends-once: there is no cell nr',
  ]));

it('names the columns of a rule about several that are none', () =>
  expect(complaints({ ...own, ruleColumns: { 'ends-once': { latest: ['no', 'nr'] } } })).toEqual([
    'ruleColumns.ends-once: there is no cell nr',
  ]));

it.each(shippedProfiles.map((profile) => [profile.id, profile] as const))(
  '%s says the columns of rules that can refuse its rows',
  (_, { commands, ruleColumns }) => {
    const known = commands.flatMap(({ thing }) => Object.keys(books[thing] ?? {}));
    expect(Object.keys(ruleColumns).filter((rule) => !known.includes(rule))).toEqual([]);
  },
);
