import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../domain/dispute-case/commands.ts';
import {
  arbitrating,
  award,
  file,
  mixed,
  serve,
  setAside,
  take,
} from '../support/stories/arbitrations.ts';
import { claim, conclude, mediating, stateAfter, story } from '../support/stories/disputes.ts';

const finality = (...commands: readonly DisputeCommand[]) =>
  stateAfter(...commands).awards.w1?.finality;

describe('13. A mixed award', () => {
  it('25,000 yuan of pay, with twelve minimum wages being 27,120, is final alone', () => {
    expect(finality(...arbitrating, award())).toBe('final');
  });
  it('with a reinstatement beside it, the whole award is not', () => {
    expect(finality(...mixed)).toBe('non-final');
    story(...mixed, serve({ service: 'v2', to: 'employer' }))
      .when(setAside())
      .thenRefuses('not-a-final-award', '最高法劳动争议司法解释（一） Art 20');
  });
  it('the cap is tested item by item, not on the sum', () => {
    const items = (second: number) => [
      { claim: 'c1', result: 'granted' as const, fen: 2_712_000 },
      { claim: 'c2', result: 'granted' as const, fen: second },
    ];
    const two = [
      ...mediating,
      claim({ claim: 'c2', item: 'compensation', fen: 3_000_000 }),
      conclude(),
      file(),
      take(),
    ];
    expect(finality(...two, award({ items: items(2_712_000) }))).toBe('final');
    expect(finality(...two, award({ items: items(2_712_001) }))).toBe('non-final');
  });
  it('a dispute on national standards is final whatever its sum', () => {
    const insurance = [
      ...mediating,
      claim({ claim: 'c2', item: 'social-insurance', fen: 9_000_000 }),
      conclude(),
      file(),
      take(),
    ];
    expect(
      finality(
        ...insurance,
        award({ items: [{ claim: 'c2', result: 'granted', fen: 9_000_000 }] }),
      ),
    ).toBe('final');
  });
});
