import { describe, expect, it } from 'vitest';
import { dayNumber } from '../../domain/shared/calendar.ts';
import type { ContractCommand } from '../../domain/collective-contract/commands.ts';
import type { ContractEvent } from '../../domain/collective-contract/events.ts';
import {
  earlyEnd,
  employersOf,
  rosterOf,
  tookEffectOn,
  unknownTermFrom,
} from '../../projections/accounts/contract-life.ts';
import {
  amended,
  amendment,
  effect,
  past,
  regional,
  signed,
  terms,
} from '../domain/collective-contract/facts.ts';
import { contractStory } from '../support/stories/contract-story.ts';
import { recorded } from '../support/stories/given.ts';

const at = '2026-12-01T08:00:00.000Z';
const told = (...commands: readonly ContractCommand[]) => {
  const story = contractStory();
  for (const command of commands) story.order(at, command);
  return story;
};
const file = (day: string, no = 'A1'): ContractCommand => ({
  type: 'File',
  data: { receiptNo: no, filedOn: day, receivedOn: day },
});
const approve = (on: string): ContractCommand => ({ type: 'Approve', data: { on } });
const sign: ContractCommand = { type: 'Sign', data: terms };
const register = (over: Partial<typeof past>): ContractCommand => ({
  type: 'RegisterAsHistory',
  data: { ...past, ...over },
});
const inForce = [sign, file('2026-06-01'), approve('2026-06-05')] as const;

describe('a contract is in force', () => {
  it('from the later of effect and term start', () => {
    expect(told(...inForce).force()).toStrictEqual([{ from: '2026-06-05', to: '2026-12-31' }]);
    const early = { ...terms, termStart: '2026-07-01', termEnd: '2027-06-30' };
    expect(
      told({ type: 'Sign', data: early }, file('2026-06-01'), approve('2026-06-05')).force(),
    ).toStrictEqual([{ from: '2026-07-01', to: '2027-06-30' }]);
  });

  it('not while it is signed, filed or objected to', () => {
    expect(told(sign).force()).toStrictEqual([]);
    expect(told(sign, file('2026-06-01')).force()).toStrictEqual([]);
    expect(told(sign).life().tookEffectOn).toBeNull();
  });

  it('until the day before it is rescinded', () =>
    expect(
      told(...inForce, {
        type: 'Rescind',
        data: { on: '2026-09-01', ground: 'agreement', because: 'closing' },
      }).force(),
    ).toStrictEqual([{ from: '2026-06-05', to: '2026-08-31' }]));

  it('never, when it was rescinded on its first day', () => {
    const story = told(...inForce, {
      type: 'Rescind',
      data: { on: '2026-06-05', ground: 'agreement', because: 'closing' },
    });
    expect(story.force()).toStrictEqual([]);
    expect(tookEffectOn(story.dossier())).toBeNull();
  });

  it('never, when its term ended before it took effect', () =>
    expect(
      told(
        register({ termStart: undefined, effectiveOn: '2025-01-01', termEnd: '2024-06-30' }),
      ).force(),
    ).toStrictEqual([]));

  it('never, when its term is unknown: it is counted as unknown from its registration', () => {
    const story = told(register({ termEnd: undefined }));
    expect(story.force()).toStrictEqual([]);
    expect(unknownTermFrom(story.dossier())).toBe('2025-01-01');
    expect(story.row()).toMatchObject({ phase: 'unknown-term', term_known: 'no' });
  });

  it('never, when the record is void', () => {
    const story = told(register({}), { type: 'Void', data: { reason: 'twice' } });
    expect(story.force()).toStrictEqual([]);
    expect(story.row()).toMatchObject({ phase: 'void', force_from: null });
  });

  it('on no day twice, also where a text is on record as in effect after the one that came after it', () => {
    const story = contractStory();
    const first: ContractEvent[] = [signed(), effect('explicit', '2026-06-05')];
    const second: ContractEvent[] = [amended(), effect('explicit', '2026-08-10')];
    const third: ContractEvent[] = [amended(), effect('explicit', '2026-08-20')];
    const anew: ContractEvent = {
      type: 'EffectCorrected',
      data: { mode: 'explicit', on: '2026-09-20', corrects: 'fact-3', reason: '录入有误' },
    };
    story.have(recorded([...first, ...second, ...third, anew]));
    expect(story.force()).toStrictEqual([{ from: '2026-06-05', to: '2026-12-31' }]);
  });

  it('again, when the contract that superseded it lost its effect', () => {
    const story = told(
      ...inForce,
      { type: 'Supersede', data: { on: '2026-08-01', by: 'c2' } },
      { type: 'TakeBackSupersession', data: { by: 'c2' } },
    );
    expect(story.force()).toStrictEqual([{ from: '2026-06-05', to: '2026-12-31' }]);
    expect(earlyEnd(story.dossier())).toBeUndefined();
    expect(story.row()).toMatchObject({ phase: 'in-force', ended_on: null });
  });

  it('by the term as it was corrected', () => {
    const story = told(register({}));
    story.order(at, {
      type: 'CorrectHistory',
      data: { corrects: 'c1-1', reason: 'a slip', ...past, termEnd: '2026-12-31' },
    });
    expect(story.force()).toStrictEqual([{ from: '2025-01-01', to: '2026-12-31' }]);
    expect(story.row()).toMatchObject({ term_end: '2026-12-31', force_to: '2026-12-31' });
  });
});

describe('an amended contract', () => {
  const longer = { ...amendment, termEnd: '2027-06-30' };
  const amended = [
    ...inForce,
    { type: 'SignAmendment', data: longer } as const,
    file('2026-08-05', 'B1'),
  ] as const;

  it('keeps its old term until the new text took effect', () => {
    expect(told(...amended).row()).toMatchObject({
      phase: 'amendment-under-review',
      version: 1,
      term_end: '2026-12-31',
      text: 'c1-1',
      increase_simple: 500_000,
    });
    const story = told(...amended, approve('2026-08-10'));
    expect(story.force()).toStrictEqual([{ from: '2026-06-05', to: '2027-06-30' }]);
    expect(story.row()).toMatchObject({
      phase: 'in-force',
      version: 2,
      text: 'c1-4',
      effective_on: '2026-06-05',
      amended_on: '2026-08-10',
      // Seven per cent over eighteen months.
      increase_simple: 466_667,
    });
  });

  it('has a gap when it was extended after it ran out', () => {
    const shorter = { ...terms, termEnd: '2026-06-30' };
    const late = told(
      { type: 'Sign', data: shorter },
      file('2026-06-01'),
      approve('2026-06-05'),
      { type: 'SignAmendment', data: longer },
      file('2026-08-05', 'B1'),
      approve('2026-08-10'),
    );
    expect(late.force()).toStrictEqual([
      { from: '2026-06-05', to: '2026-06-30' },
      { from: '2026-08-10', to: '2027-06-30' },
    ]);
  });
});

describe('the books', () => {
  it('read whose contract it is, day by day', () => {
    const story = told(...inForce, {
      type: 'PassToSuccessor',
      data: { on: '2026-09-01', from: 'looms', to: 'weavers' },
    });
    expect(employersOf(story.dossier())).toStrictEqual([
      { enterprise: 'looms', from: '2026-01-01', to: '2026-08-31' },
      { enterprise: 'weavers', from: '2026-09-01', to: null },
    ]);
    expect(story.row()).toMatchObject({ enterprise: 'weavers', passed_from: 'looms' });
  });

  it('read who acceded, and until when', () => {
    const story = told(
      { type: 'Sign', data: regional },
      { type: 'Accede', data: { enterprise: 'mill', from: '2025-08-01' } },
      { type: 'Accede', data: { enterprise: 'forge', from: '2025-09-01', to: '2026-08-31' } },
      { type: 'Withdraw', data: { enterprise: 'mill', on: '2026-03-01', because: 'sold' } },
    );
    expect(rosterOf(story.dossier())).toStrictEqual([
      { enterprise: 'mill', from: '2025-08-01', to: '2026-02-28' },
      { enterprise: 'forge', from: '2025-09-01', to: '2026-08-31' },
    ]);
    expect(story.life()).toMatchObject({
      level: 'regional',
      mode: 'ACCEDED_ONLY',
      divisions: ['310104'],
      named: [
        { enterprise: 'mill', how: 'acceded', to: dayNumber('2026-02-28') },
        { enterprise: 'forge', how: 'acceded', to: dayNumber('2026-08-31') },
      ],
      workers: 120,
      women: 50,
    });
  });

  it('can be put on disk and read back', () => {
    const { dossier } = told(...inForce);
    expect(JSON.parse(JSON.stringify(dossier()))).toStrictEqual(dossier());
  });
});
