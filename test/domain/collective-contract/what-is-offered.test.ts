import { describe, expect, it } from 'vitest';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { fold, openTo } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import { amended, filed, filedBy, inForce, past, regional, signed, terms } from './facts.ts';

const later = '2026-12-01T01:00:00.000Z';
const TEXT = ['File', 'Refile', 'Object', 'Approve', 'SignAmendment', 'GiveNotice', 'Publish'];

/** Which of these the menu of a contract has after these facts. */
const menu = (facts: readonly ContractEvent[], of: readonly string[] = TEXT): readonly string[] => {
  const all = recorded(facts);
  const open = openTo(collectiveContract, fold(collectiveContract, all), all);
  return of.filter((one) => open.includes(one));
};
const endedOn = (on: string): ContractEvent => ({
  type: 'ContractEndedWithEmployer',
  data: { on, enterprise: 'looms' },
});
const file = (receivedOn: string): ContractCommand => ({ type: 'File', data: filedBy(receivedOn) });
const approved: ContractEvent = {
  type: 'ContractTookEffect',
  data: { mode: 'explicit', on: '2026-06-05' },
};
const objected = (on: string): ContractEvent => ({
  type: 'ReviewObjected',
  data: { on, items: ['工资标准低于当地最低工资标准'] },
});
const waits = [signed(), filed('2026-06-01')];
const explicit = [...waits, approved];

describe('what is done with a text', () => {
  it('is offered where it stands so', () => {
    expect(menu([signed()])).toStrictEqual(['File']);
    expect(menu(waits)).toStrictEqual(['Object', 'Approve']);
    expect(menu(explicit)).toStrictEqual(['SignAmendment', 'Publish']);
    expect(menu([...waits, objected('2026-06-05')])).toStrictEqual(['Refile']);
  });
  it('said of what took effect by silence is offered until something happens to it', () => {
    expect(menu(inForce)).toStrictEqual(['Object', 'Approve', 'SignAmendment', 'Publish']);
    const published: ContractEvent = {
      type: 'ContractPublished',
      data: { on: '2026-06-20', means: '公告栏' },
    };
    expect(menu([...inForce, published])).toStrictEqual(['Object', 'Approve', 'SignAmendment']);
  });
});

describe('what was done before a term ran out', () => {
  const expired: ContractEvent = { type: 'ContractExpired', data: { on: '2027-01-01' } };
  it('is offered once it has run out, as it stood', () => {
    expect(menu([...explicit, expired])).toStrictEqual(['SignAmendment', 'Publish']);
    expect(menu([...explicit, amended(), expired])).toStrictEqual(['File', 'Publish']);
  });
  it('is not offered of what had run out before it was registered', () => {
    const history: ContractEvent = {
      type: 'ContractRegisteredAsHistory',
      data: { ...past, coverage: 'ALL_IN_SCOPE', termEnd: '2025-12-31' },
    };
    expect(menu([history])).toStrictEqual(['Publish']);
  });
});

describe('what was done before a contract ended', () => {
  it('is offered as it stood, and nothing else', () => {
    const out = endedOn('2026-09-01');
    expect(menu([signed(), out])).toStrictEqual(['File']);
    expect(menu([...waits, out])).toStrictEqual(['Object', 'Approve']);
    expect(menu([...explicit, out])).toStrictEqual(['SignAmendment', 'Publish']);
    expect(menu([...waits, objected('2026-06-05'), out])).toStrictEqual(['Refile']);
  });
  it('is offered where there is a day for it: the last one before the end', () => {
    expect(menu([signed(), endedOn('2026-05-21')])).toStrictEqual(['File']);
    given(collectiveContract, signed(), endedOn('2026-05-21'))
      .when(file('2026-05-20'), later)
      .thenRecordsTypes('EmployerEndTakenBack', 'ContractFiled', 'ContractEndedWithEmployer');
    expect(menu([signed(), endedOn('2026-05-20')])).toStrictEqual([]);
    given(collectiveContract, signed(), endedOn('2026-05-20'))
      .when(file('2026-05-20'), later)
      .thenRefuses('before-its-end');
    expect(menu([...waits, endedOn('2026-06-02')])).toStrictEqual(['Object', 'Approve']);
    expect(menu([...waits, endedOn('2026-06-01')])).toStrictEqual([]);
    const again = [...waits, objected('2026-06-05')];
    expect(menu([...again, endedOn('2026-06-06')])).toStrictEqual(['Refile']);
    expect(menu([...again, endedOn('2026-06-05')])).toStrictEqual([]);
  });
  it('publishes nothing that never took effect', () => {
    given(collectiveContract, signed(), endedOn('2026-09-01'))
      .when({ type: 'Publish', data: { on: '2026-09-02', means: '公告栏' } }, later)
      .thenRefuses('publish-what-is-in-effect');
  });
});

describe('an end that was agreed', () => {
  const ends = ['Rescind', 'Terminate'];
  it('is offered once, also of an earlier day than another end', () => {
    expect(menu(explicit, ends)).toStrictEqual(ends);
    expect(menu([...explicit, endedOn('2026-09-01')], ends)).toStrictEqual(ends);
    const condition: ContractEvent = {
      type: 'ContractTerminated',
      data: { on: '2026-09-01', condition: 'moved' },
    };
    expect(menu([...explicit, condition], ends)).toStrictEqual([]);
  });
});

describe('what a law does not know', () => {
  const american = { ...terms, profile: 'us-nlra', kind: 'comprehensive' } as const;
  const took: ContractEvent = {
    type: 'ContractTookEffect',
    data: { mode: 'explicit', on: '2026-05-20' },
  };
  it('is not offered: a filing, a renewal window, a notice, an accession', () => {
    expect(menu([signed(american)])).toStrictEqual([]);
    expect(menu([signed(american), took])).toStrictEqual([
      'SignAmendment',
      'GiveNotice',
      'Publish',
    ]);
    const others = ['OpenRenewalWindow', 'Accede', 'Withdraw'];
    expect(menu([signed(american), took], others)).toStrictEqual([]);
    expect(menu(explicit, others)).toStrictEqual(['OpenRenewalWindow']);
    expect(menu([signed(regional)], others)).toStrictEqual(['Accede']);
    const acceded: ContractEvent = {
      type: 'EnterpriseAcceded',
      data: { enterprise: 'mill', from: '2025-09-01' },
    };
    expect(menu([signed(regional), acceded], others)).toStrictEqual(['Accede', 'Withdraw']);
  });
  it('nor is a notice of a contract that never bound before it ended', () => {
    const bound = (on: string) => menu([signed(american), took, endedOn(on)], ['GiveNotice']);
    expect(bound('2026-05-21')).toStrictEqual(['GiveNotice']);
    expect(bound('2026-05-20')).toStrictEqual([]);
  });
});
