import { describe, expect, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { amended, effect, filed, filedBy, signed, terms } from './facts.ts';
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
const approve: ContractCommand = {
  type: 'CorrectEffect',
  data: { corrects: 'fact-2', reason, mode: 'explicit', on: '2026-06-04' },
};
const publish: ContractCommand = {
  type: 'CorrectPublication',
  data: { corrects: 'fact-3', reason, on: '2026-06-09', means: 'board' },
};

describe('what is said anew of an earlier text', () => {
  it('leaves the clocks of the amendment running, and the days that pass are recorded', () => {
    const filing = told(waits, refile);
    expect(filing.runs).toContain('filing');
    expect(filing.order({ type: 'RecordFilingOverdue', data: {} })).toStrictEqual([
      'FilingFellOverdue',
    ]);
    const review = told(reviewed, approve);
    expect(review.runs).toContain('review');
    expect(review.order({ type: 'RecordSilence', data: {} })).toStrictEqual(['ContractTookEffect']);
    const publication = told(effective, publish);
    expect(publication.runs).toContain('publication');
    expect(publication.order({ type: 'RecordPublicationOverdue', data: {} })).toStrictEqual([
      'PublicationFellOverdue',
    ]);
  });

  it('leaves the amendment its own last days', () => {
    const resign: ContractCommand = {
      type: 'CorrectSigning',
      data: { corrects: 'fact-0', reason, ...terms, signedOn: '2026-05-19' },
    };
    const after = (facts: readonly ContractEvent[], clock: string, correction: ContractCommand) =>
      told(facts, correction).dueOf(clock);
    expect(after(waits, 'filing', resign)).toBe(told(waits).dueOf('filing'));
    expect(after(reviewed, 'review', refile)).toBe(told(reviewed).dueOf('review'));
    expect(after(effective, 'publication', approve)).toBe(told(effective).dueOf('publication'));
    expect(after(first, 'filing', resign)).not.toBe(told(first).dueOf('filing'));
  });

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

  it('says its own days anew while there is no amendment', () => {
    const status = (clock: string) => told(first, refile, approve, publish).statusOf(clock);
    expect(['filing', 'review', 'publication'].map(status)).toStrictEqual(['met', 'met', 'met']);
  });
});
