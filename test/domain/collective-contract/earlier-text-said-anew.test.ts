import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { amended, effect, filed, filedBy, signed } from './facts.ts';
import { told } from './told.ts';

const reason = 'a slip';
/** In force by approval since 5 June, and made known. */
const first: readonly ContractEvent[] = [
  signed(),
  filed('2026-06-01'),
  effect('explicit', '2026-06-05'),
  { type: 'ContractPublished', data: { on: '2026-06-08', means: 'board' } },
];
const waits = [...first, amended()];
const reviewed = [...waits, filed('2026-08-04')];
const effective = [...reviewed, effect('explicit', '2026-08-10')];

const refile: ContractCommand = {
  type: 'CorrectFiling',
  data: { corrects: 'fact-1', reason, ...filedBy('2026-06-02') },
};
const publish: ContractCommand = {
  type: 'CorrectPublication',
  data: { corrects: 'fact-3', reason, on: '2026-06-09', means: 'board' },
};

describe('what is said anew of an earlier text', () => {
  it('is filed after its own signature, not that of the amendment', () => {
    const earlier: ContractCommand = {
      type: 'CorrectFiling',
      data: { corrects: 'fact-1', reason, ...filedBy('2026-05-19') },
    };
    expect(told(waits, refile).types).toStrictEqual(['FilingCorrected']);
    const refused = expect.objectContaining({ rule: 'file-after-signing' }) as Error;
    for (const facts of [first, waits, reviewed])
      expect(() => told(facts, earlier)).toThrow(refused);
  });

  it('was published after it took effect, not after the amendment did', () => {
    expect(told(effective, publish).types).toStrictEqual(['PublicationCorrected']);
    const refused = expect.objectContaining({ rule: 'publish-what-is-in-effect' }) as Error;
    const before = { ...publish, data: { ...publish.data, on: '2026-06-04' } } as ContractCommand;
    expect(() => told(effective, before)).toThrow(refused);
  });
});
