import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { amended, amendment, filed, filedBy, inForce, objected, objection, past } from './facts.ts';
import { at, ended, told } from './told.ts';

const file = (on: string): ContractCommand => ({ type: 'File', data: filedBy(on) });
const refile = (on: string): ContractCommand => ({ type: 'Refile', data: filedBy(on, 'A2') });
const sign = (over: object = {}): ContractCommand => ({
  type: 'SignAmendment',
  data: { ...amendment, signedOn: '2026-12-10', termEnd: '2027-12-31', ...over },
});
const silence: ContractCommand = { type: 'RecordSilence', data: {} };
const expire: ContractCommand = { type: 'RecordExpiry', data: {} };
const expired: ContractEvent = { type: 'ContractExpired', data: { on: '2027-01-01' } };
const signedOnly = [
  ...inForce,
  amended({ signedOn: '2026-12-10', termEnd: '2027-12-31' }),
  expired,
];
const recording = (facts: readonly ContractEvent[], command: ContractCommand) =>
  given(collectiveContract, ...facts).when(command, at);

describe('an amendment filed within the term, recorded after it', () => {
  it('is under review, and its silence is waited for', () => {
    const story = told(signedOnly, file('2026-12-31'));
    expect(story.types).toStrictEqual(['ExpiryTakenBack', 'ContractFiled']);
    expect(story).toMatchObject({ phase: 'amendment-under-review', row: { expired_on: null } });
    expect(story.runs).toContain('review');
    expect(story.order(file('2026-12-31'))).toStrictEqual([]);
    expect(story.order(silence)).toStrictEqual(['ContractTookEffect']);
    expect(told(signedOnly, file('2026-12-31'), silence)).toMatchObject({
      ...{ phase: 'in-force', row: { version: 2, term_end: '2027-12-31' } },
    });
  });

  it('that was objected to leaves the contract to run out', () => {
    const object: ContractCommand = { type: 'Object', data: objection('2027-01-10') };
    const story = told(signedOnly, file('2026-12-31'), object);
    expect(story.phase).toBe('amendment-objected');
    expect(story.runs).toContain('term-end');
    expect(story.order(expire)).toStrictEqual(['ContractExpired']);
  });

  it('came by the last day of the term, and to a contract with something to file', () => {
    recording(signedOnly, file('2027-01-01')).thenRefuses('before-its-end');
    recording([...inForce, expired], file('2026-12-31')).thenRefuses('file-what-is-signed');
  });

  it('is refiled, too, after an objection', () => {
    const facts = [
      ...signedOnly.slice(0, -1),
      filed('2026-12-11'),
      objected('2026-12-14'),
      expired,
    ];
    recording(facts, file('2026-12-20')).thenRefuses('file-what-is-signed');
    recording(facts, refile('2027-01-01')).thenRefuses('before-its-end');
    recording(facts, refile('2026-12-20')).thenRecordsTypes('ExpiryTakenBack', 'ContractRefiled');
  });

  it('took effect by silence before what ended the contract within that term', () => {
    // Received on 11 December: the last day to object is the 26th.
    const gone = [...signedOnly, ended('2026-12-30')];
    const story = told(gone, file('2026-12-11'));
    expect(story.types).toContain('ExpiryTakenBack');
    expect(story).toMatchObject({ phase: 'ended', runs: [], row: { version: 2 } });
    recording(gone, file('2026-12-30')).thenRefuses('before-its-end');
  });
});

describe('an amendment signed within the term, recorded after it', () => {
  const facts = [...inForce, expired];

  it('is on record, and the contract has run out as before', () => {
    const story = told(facts, sign());
    expect(story.types).toStrictEqual(['ExpiryTakenBack', 'AmendmentSigned', 'ContractExpired']);
    expect(story).toMatchObject({ phase: 'expired', row: { expired_on: '2027-01-01' } });
    expect(story.runs).not.toContain('filing');
    expect(story.order(sign())).toStrictEqual([]);
    recording(facts, sign({ signedOn: '2027-01-01' })).thenRefuses('before-its-end');
  });

  it('owes no second report of an end that was reported', () => {
    const report: ContractCommand = { type: 'ReportEnd', data: { on: '2027-01-10' } };
    expect(told(facts, report, sign()).runs).not.toContain('report-end');
  });

  it('is not of a contract that had run out before it was registered', () => {
    const history: ContractEvent = {
      type: 'ContractRegisteredAsHistory',
      data: { ...past, coverage: 'ALL_IN_SCOPE', termEnd: '2026-12-31' },
    };
    const refused = expect.objectContaining({ rule: 'amend-what-is-in-force' }) as Error;
    expect(() => told([history], sign())).toThrow(refused);
  });
});

it('an opinion is heard of the text that was signed last only', () =>
  recording(signedOnly, { type: 'Object', data: objection('2026-06-16') }).thenRefuses(
    'review-is-open',
  ));
