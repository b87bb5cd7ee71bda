import { describe, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { amended, amendment, inForce, regional, registered, terms, whose } from './facts.ts';

describe('an amendment', () => {
  const amend = (over: object) =>
    ({ type: 'SignAmendment', data: { ...amendment, whose: { ...whose, ...over } } }) as const;
  const at = '2026-09-01T01:00:00.000Z';

  it('is signed by the parties of the contract, once', () => {
    given(collectiveContract, ...inForce)
      .when(amend({}), at)
      .thenRecords(amended());
    given(collectiveContract, ...inForce, amended())
      .when(amend({}), at)
      .thenRecords();
  });

  it.each([
    { enterprise: 'forge' },
    { kind: 'women' },
    { level: 'regional', scope: regional.scope },
  ])('is not signed by others: %j', (other) =>
    given(collectiveContract, ...inForce)
      .when(amend(other), at)
      .thenRefuses('parties-of-contract'),
  );

  it.each([
    [['310104'], [], true],
    [['310104', '310104001'], [], true],
    [['310105'], [], false],
    [['310104', '310105'], [], false],
    [['310104001'], [], false],
    [['310104'], ['C'], false],
  ])(
    'above the enterprise is for the scope of its contract: %j %j',
    (divisions, industries, isIts) => {
      const data = { ...amendment, ...{ termStart: '2025-07-01', termEnd: '2028-06-30' } };
      const theirs = { kind: 'comprehensive', level: 'regional', scope: { divisions, industries } };
      const asked = given(
        collectiveContract,
        registered({ ...regional, source: 'x', termStart: '2025-07-01', termEnd: '2028-06-30' }),
      ).when({ type: 'SignAmendment', data: { ...data, whose: theirs } } as never, at);
      if (isIts) asked.thenRecordsTypes('AmendmentSigned');
      else asked.thenRefuses('parties-of-contract');
    },
  );
});

describe('a renewal', () => {
  const supersede = (on: string, by: string) => ({ type: 'Supersede', data: { on, by } }) as const;
  const superseded = (): ContractEvent => ({
    type: 'ContractSuperseded',
    data: { on: '2026-09-01', by: 'c2' },
  });

  it('does not supersede the contract of another', () => {
    const by = (over: object) =>
      ({
        type: 'Supersede',
        data: { on: '2026-09-01', by: 'c2', whose: { ...whose, ...over } },
      }) as const;
    given(collectiveContract, ...inForce)
      .when(by({}))
      .thenRecords(superseded());
    for (const other of [{ enterprise: 'forge' }, { kind: 'women' }, { level: 'regional' }])
      given(collectiveContract, ...inForce)
        .when(by(other))
        .thenRefuses('parties-of-contract');
  });

  it('of whoever has the contract from another in a merger supersedes it', () => {
    const passed: ContractEvent = {
      type: 'ContractPassedToSuccessor',
      data: { on: '2026-07-01', from: 'looms', to: 'weavers' },
    };
    const by = (enterprise: string) =>
      ({
        type: 'Supersede',
        data: {
          ...{ on: '2026-09-01', by: 'c2' },
          whose: { kind: 'wage', level: 'enterprise', enterprise },
        },
      }) as const;
    for (const employer of ['weavers', 'looms'])
      given(collectiveContract, ...inForce, passed)
        .when(by(employer))
        .thenRecords(superseded());
    given(collectiveContract, ...inForce, passed)
      .when(by('forge'))
      .thenRefuses('parties-of-contract');
  });

  it('is another contract than the one it renews', () => {
    const at = '2026-09-02T01:00:00.000Z';
    given(collectiveContract, ...inForce)
      .when(supersede('2026-09-01', 'c1'), at, 'c1')
      .thenRefuses('another-contract');
    given(collectiveContract)
      .when({ type: 'Sign', data: { ...terms, predecessor: 'c1' } }, at, 'c1')
      .thenRefuses('another-contract');
  });
});
