import { describe, expect, it } from 'vitest';
import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import type { EnterpriseEvent } from '../../domain/enterprise/events.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { bookkeeping, inOrder } from '../support/books/bookkeeping.ts';

const day = '2026-05-12';
const plant = {
  registeredOn: '2020-01-01',
  name: '海门纺织厂',
  division: '320681',
  industry: 'C17',
  industryScheme: 'gb4754-2017',
} as const;

/** A firm with a union, and a contract that it acceded to, in force for two years. */
const before = {
  registered: { type: 'EnterpriseRegistered', data: plant },
  union: { type: 'UnionFounded', data: { on: '2021-01-01' } },
  contract: {
    type: 'ContractRegisteredAsHistory',
    data: {
      kind: 'wage',
      level: 'regional',
      coverage: 'ACCEDED_ONLY',
      scope: { divisions: ['320681'], industries: [] },
      profile: 'shanghai-2015',
      source: '台账',
      registeredOn: '2026-01-01',
      effectiveOn: '2026-01-01',
      termStart: '2026-01-01',
      termEnd: '2027-12-31',
      steps: [],
      clauses: [],
    },
  },
  acceded: { type: 'EnterpriseAcceded', data: { enterprise: 'mill', from: '2026-01-01' } },
} as const satisfies Record<string, EnterpriseEvent | ContractEvent>;

type Happening = EnterpriseEvent | ContractEvent;
type Told = Partial<Record<keyof typeof before, Happening>>;

const CONTRACT = /^Contract|Acceded|Withdrew/;
const told = (over: Told, ...then: readonly Happening[]) =>
  inOrder(
    [...Object.values({ ...before, ...over }), ...then].map((event) =>
      CONTRACT.test(event.type)
        ? { ...event, category: 'contract' as const, subject: 'K' }
        : { ...event, category: 'enterprise' as const, subject: 'mill' },
    ),
  );

type Asking = Readonly<Record<string, string>>;
const number = {
  registered: ['union-rate', 'denominator'],
  unionised: ['union-rate', 'numerator'],
  covered: ['contract-rate', 'numerator'],
  'in force': ['contract-stock', 'count'],
} as const;

/** The number on the eve, and on the day. */
const around = async (
  facts: ReturnType<typeof told>,
  what: keyof typeof number,
  on = day,
  asking: Asking = {},
) => {
  const books = bookkeeping();
  await books.take(facts);
  books.setNow('2026-07-01T01:00:00.000Z');
  const [figure, field] = number[what];
  const of = async (one: string) =>
    (await books.desk.cell(figure, { ...asking, on: one })).total[field];
  const found = [await of(plusDays(on, -1)), await of(on)];
  books.close();
  return found;
};

describe('what begins counts from its day', () => {
  it('a registration', async () => {
    const registered = { type: 'EnterpriseRegistered', data: { ...plant, registeredOn: day } };
    expect(
      await around(told({ registered: registered as EnterpriseEvent }), 'registered'),
    ).toStrictEqual([0, 1]);
  });
  it('a founding of a union, also in a federation', async () => {
    const union: EnterpriseEvent = { type: 'UnionFounded', data: { on: day } };
    expect(await around(told({ union }), 'unionised')).toStrictEqual([0, 1]);
    const federated: EnterpriseEvent = {
      type: 'UnionFederated',
      data: { on: day, federation: '街道联合工会' },
    };
    expect(await around(told({ union: federated }), 'unionised')).toStrictEqual([0, 1]);
  });
  it('an accession', async () => {
    const acceded: ContractEvent = {
      type: 'EnterpriseAcceded',
      data: { enterprise: 'mill', from: day },
    };
    expect(await around(told({ acceded }), 'covered')).toStrictEqual([0, 1]);
  });
  it('an effect, or the term where it begins later', async () => {
    const { data } = before.contract;
    const later = (over: object): ContractEvent => ({
      type: 'ContractRegisteredAsHistory',
      data: { ...data, ...over },
    });
    expect(await around(told({ contract: later({ effectiveOn: day }) }), 'in force')).toStrictEqual(
      [0, 1],
    );
    expect(await around(told({ contract: later({ termStart: day }) }), 'in force')).toStrictEqual([
      0, 1,
    ]);
  });
  it('a move, here and there', async () => {
    const moved: EnterpriseEvent = {
      type: 'EnterpriseMoved',
      data: { on: day, division: '320612' },
    };
    const there = { region: '320612' };
    expect(await around(told({}, moved), 'registered', day, there)).toStrictEqual([0, 1]);
    expect(await around(told({}, moved), 'registered', day, { region: '320681' })).toStrictEqual([
      1, 0,
    ]);
  });
});

describe('what ends counts out from its day', () => {
  it('a deregistration', async () => {
    const ended: EnterpriseEvent = { type: 'EnterpriseDeregistered', data: { on: day } };
    expect(await around(told({}, ended), 'registered')).toStrictEqual([1, 0]);
  });
  it('a dissolution', async () => {
    const data = { on: day, reason: '停产' };
    expect(await around(told({}, { type: 'UnionDissolved', data }), 'unionised')).toStrictEqual([
      1, 0,
    ]);
  });
  it('a withdrawal', async () => {
    const data = { enterprise: 'mill', on: day, because: '转产', accession: 'fact-4' };
    expect(await around(told({}, { type: 'EnterpriseWithdrew', data }), 'covered')).toStrictEqual([
      1, 0,
    ]);
  });
  it('a rescission', async () => {
    const rescinded: ContractEvent = {
      type: 'ContractRescinded',
      data: { on: day, ground: 'law', because: '停产' },
    };
    expect(await around(told({}, rescinded), 'in force')).toStrictEqual([1, 0]);
    expect(await around(told({}, rescinded), 'covered')).toStrictEqual([1, 0]);
  });
});

describe('only the end of a term and the end of an accession are days that still count', () => {
  const after = plusDays(day, 1);
  it('a term', async () => {
    const contract: ContractEvent = {
      type: 'ContractRegisteredAsHistory',
      data: { ...before.contract.data, termEnd: day },
    };
    expect(await around(told({ contract }), 'in force', after)).toStrictEqual([1, 0]);
  });
  it('an accession that was for some time', async () => {
    const acceded: ContractEvent = {
      type: 'EnterpriseAcceded',
      data: { enterprise: 'mill', from: '2026-01-01', to: day },
    };
    expect(await around(told({ acceded }), 'covered', after)).toStrictEqual([1, 0]);
  });
});

describe('the population', () => {
  it('keeps who is suspended or revoked', async () => {
    for (const type of ['EnterpriseSuspended', 'EnterpriseRevoked'] as const)
      expect(await around(told({}, { type, data: { on: day } }), 'registered')).toStrictEqual([
        1, 1,
      ]);
  });
  it('leaves out who was merged, or split and ceased, from the day', async () => {
    const merged: EnterpriseEvent = {
      type: 'EnterpriseMergedInto',
      data: { on: day, successor: 'b' },
    };
    expect(await around(told({}, merged), 'registered')).toStrictEqual([1, 0]);
    const split = (origin: 'ceases' | 'remains'): EnterpriseEvent => ({
      type: 'EnterpriseSplitInto',
      data: { on: day, successors: ['a'], contractsTo: 'a', origin },
    });
    expect(await around(told({}, split('ceases')), 'registered')).toStrictEqual([1, 0]);
    expect(await around(told({}, split('remains')), 'registered')).toStrictEqual([1, 1]);
  });
  it('never had who is void or a duplicate', async () => {
    const reason = '重复登记';
    const gone: readonly EnterpriseEvent[] = [
      { type: 'EnterpriseVoided', data: { reason } },
      { type: 'EnterpriseFoundDuplicate', data: { of: 'b', reason } },
    ];
    for (const fact of gone)
      expect(await around(told({}, fact), 'registered')).toStrictEqual([0, 0]);
  });
  it('never had who ended before it began', async () => {
    const ended: EnterpriseEvent = {
      type: 'EnterpriseDeregistered',
      data: { on: plusDays(plant.registeredOn, -1) },
    };
    expect(await around(told({}, ended), 'registered', plant.registeredOn)).toStrictEqual([0, 0]);
  });
});
