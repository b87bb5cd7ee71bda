import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { given } from '../../support/stories/given.ts';
import { clock, effect, filed, inForce, signed, termClocks, terms } from './facts.ts';
import { ended, rescinded, superseded, terminated, told } from './told.ts';

const reason = 'booked on the wrong contract';
const shandong = 'shandong-wage-2017';
const inShandong: readonly ContractEvent[] = [
  signed({ profile: shandong }),
  filed('2026-06-01', shandong),
  effect('deemed', '2026-06-17', shandong),
];
const takeBack = (takesBack: string) =>
  ({ type: 'TakeBackRescission', data: { takesBack, reason } }) as const;
const rescind = (on: string): ContractCommand => ({
  type: 'Rescind',
  data: { on, ground: 'force-majeure', because: 'flood' },
});
const report = (on: string): ContractCommand => ({ type: 'ReportEnd', data: { on } });
const publication = clock('publication', '2026-06-17', 'national-wage-2000');
const { renewal, term } = termClocks(terms, 'national-wage-2000');

describe.each([
  ['a rescission', rescinded('2026-09-01'), 'TakeBackRescission', 'RescissionTakenBack'],
  ['an agreed condition', terminated('2026-09-01'), 'TakeBackTermination', 'TerminationTakenBack'],
] as const)('%s that never was', (_, end, command, event) => {
  const say = { type: command, data: { takesBack: 'fact-3', reason } } as const;
  const clocks = { publication, 'renewal-opens': renewal, 'term-end': term };
  const back = {
    type: event,
    data: { takesBack: ['fact-3'], reason, on: '2026-09-01', clocks },
  } as ContractEvent;

  it('is taken back by its event id, once, and the clocks of the term run again', () => {
    given(collectiveContract, ...inForce, end)
      .when(say)
      .thenRecords(back);
    given(collectiveContract, ...inForce, end, back)
      .when(say)
      .thenRecords();
    const story = told([...inForce, end], say);
    expect(story).toMatchObject({ phase: 'in-force', row: { phase: 'in-force', ended_on: null } });
    expect(story.runs).toStrictEqual(told(inForce).runs);
    expect(story.force).toStrictEqual(told(inForce).force);
  });

  it('is one that is on record, and of this kind', () => {
    const other = {
      type: command === 'TakeBackRescission' ? 'TakeBackTermination' : 'TakeBackRescission',
      data: say.data,
    } as const;
    given(collectiveContract, ...inForce, end)
      .when(other)
      .thenRefuses('correct-what-is-recorded');
    given(collectiveContract, ...inForce)
      .when(say)
      .thenRefuses('correct-what-is-recorded');
    given(collectiveContract).when(say).thenRefuses('contract-on-record');
  });

  it('leaves what ended otherwise ended by that', () => {
    const story = told([...inForce, end, ended('2026-10-01')], say);
    expect(story).toMatchObject({ phase: 'ended', end: { on: '2026-10-01', by: 'employer' } });
    expect(story.runs).toStrictEqual([]);
    const renewed = told([...inForce, superseded('2026-10-01'), end], {
      ...say,
      data: { ...say.data, takesBack: 'fact-4' },
    });
    expect(renewed).toMatchObject({ phase: 'ended', end: { by: 'supersession' } });
  });
});

it('a contract under review, or unfiled, when it was rescinded is so again', () => {
  const reviewed = told(
    [signed(), filed('2026-06-01'), rescinded('2026-06-10')],
    takeBack('fact-2'),
  );
  expect(reviewed).toMatchObject({ phase: 'under-review', runs: ['review'] });
  const unfiled = told([signed(), rescinded('2026-06-10')], takeBack('fact-1'));
  expect(unfiled).toMatchObject({ phase: 'signed', runs: ['filing'] });
});

describe('the report of an end', () => {
  const story = (...commands: readonly ContractCommand[]) => told(inShandong, ...commands);

  it('that never was is waited for no more', () => {
    const rescission = rescind('2026-09-01');
    expect(story(rescission).runs).toContain('report-end');
    const ids = told(inShandong, rescission);
    expect(ids.order(takeBack('c1-4'))).toStrictEqual(['RescissionTakenBack']);
    expect(story(rescission, takeBack('c1-4')).runs).not.toContain('report-end');
  });

  it('is owed for the real one, also where the one that never was had been reported', () => {
    const commands = [rescind('2026-09-01'), report('2026-09-05'), takeBack('c1-4')] as const;
    const again = story(...commands, rescind('2026-11-01'));
    expect(again.runs).toContain('report-end');
    // An act of an earlier day, recorded late: the end is still to be reported.
    const notice: ContractCommand = {
      type: 'SignAmendment',
      data: {
        ...{ case: 'case-9', signedOn: '2026-08-03', termStart: '2026-01-01' },
        ...{ termEnd: '2026-12-31', steps: [], clauses: [], text: [] },
      },
    };
    expect(story(...commands, rescind('2026-11-01'), notice).runs).toContain('report-end');
  });

  it('of its term is owed again where that had run out', () => {
    const expire: ContractCommand = { type: 'RecordExpiry', data: {} };
    const commands = [expire, rescind('2026-09-01'), takeBack('c1-5')] as const;
    const expired = story(...commands);
    expect(expired).toMatchObject({ phase: 'expired', row: { phase: 'expired' } });
    expect(expired.runs).toStrictEqual(story(expire).runs);
    expect(expired.runs).toContain('report-end');
    const reported = story(expire, report('2027-01-10'), rescind('2026-09-01'), takeBack('c1-6'));
    expect(reported.runs).not.toContain('report-end');
  });
});

it('a rescission that was set aside for an earlier act is taken back as it is said since', () => {
  const facts = [signed(), filed('2026-06-01'), rescinded('2026-06-10')];
  const approve: ContractCommand = { type: 'Approve', data: { on: '2026-06-05' } };
  const story = told(facts, approve);
  expect(() => story.order(takeBack('fact-2'))).toThrow(
    expect.objectContaining({ rule: 'correct-what-is-recorded' }) as Error,
  );
  expect(told(facts, approve, takeBack('c1-6'))).toMatchObject({ phase: 'in-force' });
});
