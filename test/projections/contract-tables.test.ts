import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../domain/collective-contract/commands.ts';
import { clauses } from '../../projections/bargaining/clauses.ts';
import { contractRegister } from '../../projections/contracts/contract-register.ts';
import { contractRoster } from '../../projections/contracts/contract-roster.ts';
import { inspections } from '../../projections/contracts/inspections.ts';
import { amendment, regional, terms } from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';

const at = '2026-07-15T08:00:00.000Z';
const reason = 'a slip';
const told = (...commands: readonly ContractCommand[]) => {
  const story = contractStory();
  for (const command of commands) story.order(at, command);
  return story;
};
const sign: ContractCommand = { type: 'Sign', data: terms };
const file: ContractCommand = {
  type: 'File',
  data: { receiptNo: 'A1', filedOn: '2026-06-01', receivedOn: '2026-06-01' },
};
const silence: ContractCommand = { type: 'RecordSilence', data: {} };
const inForce = [sign, file, silence] as const;

describe('the register', () => {
  it('shows where a contract stands and what it agrees', () =>
    expect(told(...inForce).row()).toMatchObject({
      phase: 'in-force',
      enterprise: 'looms',
      kind: 'wage',
      coverage: 'ALL_IN_SCOPE',
      workers: 120,
      women: 50,
      receipt_no: 'A1',
      effective_on: '2026-06-17',
      effect_mode: 'deemed',
      force_from: '2026-06-17',
      force_to: '2026-12-31',
      quantifiable: 'yes',
      increase_simple: 500_000,
    }));

  it('has no row that an accession changes', () => {
    const story = told({ type: 'Sign', data: regional });
    const before = story.row();
    story.order(at, { type: 'Accede', data: { enterprise: 'mill', from: '2025-08-01' } });
    expect(story.row()).toStrictEqual(before);
  });

  it('keeps exactly its columns', () =>
    expect(Object.keys(told(sign).row() ?? {}).sort()).toStrictEqual(
      Object.keys(contractRegister.columns).sort(),
    ));
});

describe('the roster table', () => {
  it('follows accessions, withdrawals and their corrections', () => {
    const story = told(
      { type: 'Sign', data: regional },
      { type: 'Accede', data: { enterprise: 'mill', from: '2025-08-01', to: '2026-12-31' } },
      { type: 'Withdraw', data: { enterprise: 'mill', on: '2026-03-01', because: 'sold' } },
      {
        type: 'CorrectWithdrawal',
        data: { corrects: 'c1-3', reason, enterprise: 'mill', on: '2026-04-01', because: 'sold' },
      },
      {
        type: 'CorrectAccession',
        data: {
          corrects: 'c1-2',
          reason,
          enterprise: 'mill',
          from: '2025-09-01',
          to: '2026-12-31',
        },
      },
    );
    expect([...story.rows(contractRoster).values()]).toStrictEqual([
      {
        id: 'c1-2',
        contract: 'c1',
        enterprise: 'mill',
        from_on: '2025-09-01',
        to_on: '2026-03-31',
        agreed_to: '2026-12-31',
        withdrew_on: '2026-04-01',
      },
    ]);
  });
});

describe('the table of inspections', () => {
  const inspection = (result: 'fulfilled' | 'partly' | 'not-due') => ({
    inspection: 'i1',
    on: '2026-07-01',
    results: [
      { clause: 'raise', result },
      { clause: 'payday', result: 'not-due' as const },
    ],
  });

  it.each([
    ['fulfilled', 1, 'yes'],
    ['partly', 1, 'no'],
    ['not-due', 0, 'none-due'],
  ] as const)('counts %s of what was due', (result, due, verdict) => {
    const story = told(...inForce, { type: 'HoldInspection', data: inspection(result) });
    expect([...story.rows(inspections).values()]).toMatchObject([
      { contract: 'c1', inspection: 'i1', clauses: 2, due, all_due_fulfilled: verdict },
    ]);
  });

  it('follows a correction', () => {
    const story = told(
      ...inForce,
      { type: 'HoldInspection', data: inspection('partly') },
      {
        type: 'CorrectInspection',
        data: { corrects: 'c1-4', reason, ...inspection('fulfilled') },
      },
    );
    expect([...story.rows(inspections).values()]).toMatchObject([
      { id: 'c1-4', fulfilled: 1, all_due_fulfilled: 'yes' },
    ]);
  });
});

describe('the table of clauses', () => {
  it('holds the clauses and steps of every text, by the text’s event id', () => {
    const story = told(...inForce, {
      type: 'SignAmendment',
      data: { ...amendment, signedOn: '2026-06-20' },
    });
    expect(
      [...story.rows(clauses).values()].map(({ text, part, clause, basis_points }) => [
        text,
        part,
        clause ?? basis_points,
      ]),
    ).toStrictEqual([
      ['c1-1', 'clause', 'raise'],
      ['c1-1', 'clause', 'payday'],
      ['c1-1', 'step', 500],
      ['c1-4', 'clause', 'raise'],
      ['c1-4', 'step', 700],
    ]);
  });

  it('holds nothing of an amendment that was taken back', () => {
    const rows = (...more: ContractCommand[]) =>
      [
        ...told(...inForce, ...more)
          .rows(clauses)
          .values(),
      ].map(({ id }) => id);
    const amends = {
      type: 'SignAmendment',
      data: { ...amendment, signedOn: '2026-06-20' },
    } as const;
    const takeBack = { type: 'TakeBackAmendment', data: { case: amendment.case, reason } } as const;
    expect(rows(amends, takeBack)).toStrictEqual(rows());
  });

  it('drops what a correction left out', () => {
    const story = told(sign, {
      type: 'CorrectSigning',
      data: { corrects: 'c1-1', reason, ...terms, clauses: terms.clauses.slice(1) },
    });
    expect([...story.rows(clauses).values()].map(({ clause }) => clause)).toStrictEqual([
      'payday',
      null,
    ]);
  });
});
