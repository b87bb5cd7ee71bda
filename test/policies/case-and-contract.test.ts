import { describe, expect, it } from 'vitest';
import type { BargainingEvent } from '../../domain/bargaining-case/events.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import { policies } from '../../domain/policies/all.ts';
import { correctedCaseCorrectsItsContract } from '../../domain/policies/corrected-case-corrects-its-contract.ts';
import { onDeadline } from '../../domain/policies/on-deadline.ts';
import { renewedContractIsSuperseded } from '../../domain/policies/renewed-contract-is-superseded.ts';
import { signedCaseBecomesContract } from '../../domain/policies/signed-case-becomes-contract.ts';
import { voidedCaseTakesItsAmendmentBack } from '../../domain/policies/voided-case-takes-its-amendment-back.ts';
import { voidedCaseVoidsItsContract } from '../../domain/policies/voided-case-voids-its-contract.ts';

const terms = {
  kind: 'wage',
  level: 'enterprise',
  enterprise: 'looms',
  profile: 'national-wage-2000',
  termStart: '2026-01-01',
  termEnd: '2026-12-31',
  steps: [],
  clauses: [],
  text: [],
  signedOn: '2026-05-20',
} as const;
type Signed = Extract<BargainingEvent, { type: 'CaseSigned' }>;
const caseSigned = (over: Partial<Signed['data']> = {}): Signed => ({
  type: 'CaseSigned',
  data: {
    ...terms,
    steps: [],
    clauses: [],
    text: [],
    coverage: 'ALL_IN_SCOPE',
    purpose: 'first',
    contract: 'c1',
    draft: 'd1',
    approvedOn: '2026-05-18',
    ...over,
  },
});
const order = (id: string, type: string, data: unknown) => [
  { category: 'contract', id, command: { type, data } },
];

describe('a signed case', () => {
  it('becomes a contract under the same law', () =>
    expect(signedCaseBecomesContract.orders(caseSigned(), 'case-7', [])).toStrictEqual(
      order('c1', 'Sign', { ...terms, case: 'case-7' }),
    ));

  it('that renews becomes a contract that names what it renews', () =>
    expect(
      signedCaseBecomesContract.orders(
        caseSigned({ purpose: 'renewal', predecessor: 'c0' }),
        'case-7',
        [],
      ),
    ).toStrictEqual(order('c1', 'Sign', { ...terms, predecessor: 'c0', case: 'case-7' })));

  it('that amends becomes a new text of the contract it amends', () =>
    expect(
      signedCaseBecomesContract.orders(caseSigned({ purpose: 'amendment' }), 'case-7', []),
    ).toStrictEqual(
      order('c1', 'SignAmendment', {
        termStart: '2026-01-01',
        termEnd: '2026-12-31',
        steps: [],
        clauses: [],
        text: [],
        signedOn: '2026-05-20',
        case: 'case-7',
        whose: { kind: 'wage', level: 'enterprise', enterprise: 'looms' },
      }),
    ));

  it('tells the contract when the notice of approval came, where filing counts from it', () => {
    const notified = caseSigned({ profile: 'shanghai-2015', notifiedOn: '2026-06-01' });
    expect(signedCaseBecomesContract.orders(notified, 'case-7', [])).toMatchObject([
      { command: { data: { signedOn: '2026-05-20', notifiedOn: '2026-06-01' } } },
    ]);
  });

  it('orders what the contract understands', () => {
    for (const purpose of ['first', 'renewal', 'amendment'] as const)
      for (const told of [
        caseSigned({ purpose }),
        caseSigned({ purpose, notifiedOn: '2026-06-01' }),
      ])
        for (const { command } of signedCaseBecomesContract.orders(told, 'c', []))
          expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });

  it('that is corrected corrects the text it made', () => {
    const corrected = (over: Partial<Signed['data']> = {}): BargainingEvent => ({
      type: 'SigningCorrected',
      data: { corrects: 'f', reason: 'x', ...caseSigned(over).data },
    });
    const orders = (fact: BargainingEvent) =>
      correctedCaseCorrectsItsContract.orders(fact, 'case-7', []);
    expect(orders(corrected())).toStrictEqual(
      order('c1', 'FollowSigning', { reason: 'x', ...terms, case: 'case-7' }),
    );
    for (const purpose of ['first', 'renewal', 'amendment'] as const)
      for (const { command } of orders(corrected({ purpose })))
        expect(collectiveContract.command.parse(command)).toStrictEqual(command);
    expect(orders(corrected({ purpose: 'amendment' }))).toMatchObject([
      { command: { type: 'FollowAmendment', data: { case: 'case-7', reason: 'x' } } },
    ]);
    expect(orders(caseSigned())).toStrictEqual([]);
  });

  it('that is struck out strikes out the contract it made', () => {
    const orders = (contract?: string) =>
      voidedCaseVoidsItsContract.orders(
        { type: 'CaseVoided', data: { reason: '重复', ...(contract && { contract }) } },
        'case-7',
        [],
      );
    expect(orders('c1')).toStrictEqual(
      order('c1', 'VoidWithCase', { case: 'case-7', reason: '重复' }),
    );
    expect(orders()).toStrictEqual([]);
    for (const { command } of orders('c1'))
      expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });

  it('that is struck out takes the amendment back that it made', () => {
    const orders = (said: { readonly contract?: string; readonly amended?: string }) =>
      voidedCaseTakesItsAmendmentBack.orders(
        { type: 'CaseVoided', data: { reason: '录错合同', ...said } },
        'case-7',
        [],
      );
    expect(orders({ amended: 'c1' })).toStrictEqual(
      order('c1', 'TakeBackAmendment', { case: 'case-7', reason: '录错合同' }),
    );
    expect(orders({ contract: 'c1' })).toStrictEqual([]);
    expect(voidedCaseTakesItsAmendmentBack.orders(caseSigned(), 'case-7', [])).toStrictEqual([]);
    for (const { command } of orders({ amended: 'c1' }))
      expect(collectiveContract.command.parse(command)).toStrictEqual(command);
  });

  it('is the only end of a case that makes a contract', () =>
    expect(
      signedCaseBecomesContract.orders(
        { type: 'CaseClosed', data: { on: '2026-05-20', ground: 'both-agree' } },
        'case-7',
        [],
      ),
    ).toStrictEqual([]));
});

describe('a renewal', () => {
  const replaces = { contract: 'c0', on: '2026-07-01' };
  const orders = (fact: ContractEvent) => renewedContractIsSuperseded.orders(fact, 'c1', []);

  it('supersedes what it renews from the day it stands in its place', () =>
    expect(
      orders({
        type: 'ContractTookEffect',
        data: { mode: 'deemed', on: '2026-06-17', replaces },
      }),
    ).toStrictEqual(order('c0', 'Supersede', { on: '2026-07-01', by: 'c1' })));

  it('gives it back when its effect is taken back or it is voided', () => {
    const back = order('c0', 'TakeBackSupersession', { by: 'c1' });
    expect(
      orders({
        type: 'EffectTakenBack',
        data: { effect: 'f', because: 'objection-in-time', replaces },
      }),
    ).toStrictEqual(back);
    expect(orders({ type: 'ContractVoided', data: { reason: 'twice', replaces } })).toStrictEqual(
      back,
    );
  });

  it('moves the day with its effect', () =>
    expect(
      orders({
        type: 'EffectCorrected',
        data: { corrects: 'f', reason: 'x', mode: 'explicit', on: '2026-07-03', replaces },
      }),
    ).toStrictEqual(order('c0', 'Supersede', { on: '2026-07-01', by: 'c1' })));

  it('says for whom it is to the contract that it supersedes', () => {
    const whose = { kind: 'wage', level: 'enterprise', enterprise: 'looms' } as const;
    expect(
      orders({
        type: 'ContractTookEffect',
        data: { mode: 'deemed', on: '2026-06-17', replaces: { ...replaces, whose } },
      }),
    ).toStrictEqual(order('c0', 'Supersede', { on: '2026-07-01', by: 'c1', whose }));
  });

  it('gives back the contract that it does not renew after all', () =>
    expect(
      orders({
        type: 'EffectCorrected',
        data: {
          ...{ corrects: 'f', reason: 'x', mode: 'explicit', on: '2026-07-03' },
          replaces,
          releases: 'c00',
        },
      }),
    ).toStrictEqual([
      ...order('c0', 'Supersede', { on: '2026-07-01', by: 'c1' }),
      ...order('c00', 'TakeBackSupersession', { by: 'c1' }),
    ]));

  it('is the only thing that supersedes', () =>
    expect(
      orders({ type: 'ContractTookEffect', data: { mode: 'deemed', on: '2026-06-17' } }),
    ).toStrictEqual([]));
});

describe('the clock', () => {
  it.each([
    ['filing', 'passed', 'RecordFilingOverdue'],
    ['review', 'passed', 'RecordSilence'],
    ['publication', 'passed', 'RecordPublicationOverdue'],
    ['renewal-opens', 'arrived', 'OpenRenewalWindow'],
    ['term-end', 'passed', 'RecordExpiry'],
  ])('for a contract’s %s that has %s orders %s', (rule, when, type) => {
    const found = onDeadline({ category: 'contract', rule, about: '' });
    expect(found).toStrictEqual({ when, command: { type, data: {} } });
    expect(collectiveContract.command.parse(found?.command)).toStrictEqual(found?.command);
  });

  it('for an unanswered offer records which one', () =>
    expect(
      onDeadline({ category: 'bargainingCase', rule: 'reply', about: 'offer-1' }),
    ).toStrictEqual({
      when: 'passed',
      command: { type: 'RecordReplyOverdue', data: { offer: 'offer-1' } },
    }));

  it('orders nothing for a deadline that only people act on', () =>
    expect(onDeadline({ category: 'contract', rule: 'report-end', about: '' })).toBeUndefined());
});

it('every policy has a name of its own', () => {
  const names = policies.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
