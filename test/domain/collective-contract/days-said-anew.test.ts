import { describe, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import {
  amended,
  amendment,
  effect,
  filed,
  filedBy,
  inForce,
  objected,
  past,
  refiled,
  registered,
  signed,
  terms,
} from './facts.ts';

type Correction = Extract<ContractCommand, { data: { corrects: string } }>;

const slip = { reason: 'a slip' };
const results = [{ clause: 'payday', result: 'fulfilled' as const }];
const inspected: ContractEvent = {
  type: 'InspectionHeld',
  data: { inspection: 'i1', on: '2026-06-18', results },
};
const published: ContractEvent = {
  type: 'ContractPublished',
  data: { on: '2026-06-18', means: 'board' },
};
const filedOnce = [signed(), filed('2026-06-01')];
const approved = [...filedOnce, effect('explicit', '2026-06-05')];
const refiledOnce = [...filedOnce, objected('2026-06-03'), refiled('2026-06-04')];

/** What is on record, and its correction to a day. */
const table: readonly (readonly [readonly ContractEvent[], (on: string) => Correction])[] = [
  [
    filedOnce,
    (on) => ({ type: 'CorrectFiling', data: { corrects: 'fact-1', ...slip, ...filedBy(on) } }),
  ],
  [
    refiledOnce,
    (on) => ({
      type: 'CorrectRefiling',
      data: { corrects: 'fact-3', ...slip, ...filedBy(on, 'A2') },
    }),
  ],
  [
    [...filedOnce, objected('2026-06-03')],
    (on) => ({
      type: 'CorrectObjection',
      data: { corrects: 'fact-2', ...slip, on, items: ['the term'] },
    }),
  ],
  [
    approved,
    (on) => ({
      type: 'CorrectEffect',
      data: { corrects: 'fact-2', ...slip, mode: 'explicit', on },
    }),
  ],
  [
    [...inForce, published],
    (on) => ({
      type: 'CorrectPublication',
      data: { corrects: 'fact-3', ...slip, on, means: 'board' },
    }),
  ],
  [
    [...inForce, inspected],
    (on) => ({
      type: 'CorrectInspection',
      data: { corrects: 'fact-3', ...slip, inspection: 'i1', on, results },
    }),
  ],
];
/** The texts of a contract. */
const texts: typeof table = [
  [
    [signed()],
    (on) => ({
      type: 'CorrectSigning',
      data: { corrects: 'fact-0', ...slip, ...terms, signedOn: on },
    }),
  ],
  [
    [registered()],
    (on) => ({
      type: 'CorrectHistory',
      data: { corrects: 'fact-0', ...slip, ...past, registeredOn: on },
    }),
  ],
  [
    [...inForce, amended()],
    (on) => ({
      type: 'CorrectAmendment',
      data: { corrects: 'fact-3', ...slip, ...amendment, signedOn: on },
    }),
  ],
];
const rows = [...table, ...texts].map(([facts, to]) => [to('2026-06-20').type, facts, to] as const);

describe('a day said anew', () => {
  const early = '2026-06-07T01:00:00.000Z';
  const late = '2026-06-19T01:00:00.000Z';
  const days = (facts: readonly ContractEvent[]) =>
    facts.at(-1)?.type === 'ContractPublished' || facts.at(-1)?.type === 'InspectionHeld'
      ? { now: late, today: '2026-06-19', tomorrow: '2026-06-20' }
      : { now: early, today: '2026-06-07', tomorrow: '2026-06-08' };

  it.each(rows)('by %s is a day that has come', (_, facts, to) => {
    const { now, tomorrow } = days(facts);
    given(collectiveContract, ...facts)
      .when(to(tomorrow), now)
      .thenRefuses('not-in-the-future');
  });
  it.each(rows)('by %s may be today', (type, facts, to) => {
    const { now, today } = days(facts);
    const recorded = type.replace(/^Correct(.*)$/, '$1Corrected') as ContractEvent['type'];
    given(collectiveContract, ...facts)
      .when(to(today), now)
      .thenRecordsTypes(recorded);
  });
  it('may still come where the fact may: a rescission, an accession', () => {
    const rescinded: ContractEvent = {
      type: 'ContractRescinded',
      data: { on: '2026-07-01', ground: 'law', because: 'x' },
    };
    given(collectiveContract, ...inForce, rescinded)
      .when(
        {
          type: 'CorrectRescission',
          data: { corrects: 'fact-3', ...slip, on: '2026-08-01', ground: 'law', because: 'x' },
        },
        late,
      )
      .thenRecordsTypes('RescissionCorrected');
  });
});
