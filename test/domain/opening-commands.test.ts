import { expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { disputeCase } from '../../domain/dispute-case/decider.ts';
import { openTo } from '../../domain/shared/decider.ts';
import type { AnyDecider } from '../../src/command/asked.ts';

/** Whatever lives under the law of a place, with the commands that open it. */
const underLaw: readonly (readonly [AnyDecider, readonly string[]])[] = [
  [bargainingCase, ['PrepareOffer', 'RegisterCaseAsHistory']],
  [collectiveContract, ['RegisterAsHistory', 'Sign']],
  [disputeCase, ['ReceiveDispute', 'RegisterAsHistory']],
];

const complaintsOf = ({ command }: AnyDecider, type: string, data: object): readonly string[] =>
  (command.safeParse({ type, data }).error?.issues ?? []).map(({ path }) => path.join('.'));

it.each(underLaw.map(([decider, opening]) => [decider.category, decider, opening] as const))(
  'nothing opens a %s but a command that names its law: nobody can look it up later',
  (_, decider, opening) => {
    expect([...openTo(decider, decider.initial)].sort()).toStrictEqual(opening);
    const rest = { division: '310104', kind: 'wage', enterprise: 'mill' };
    for (const type of opening) {
      expect(complaintsOf(decider, type, rest)).toContain('data.profile');
      expect(complaintsOf(decider, type, { ...rest, profile: 'atlantis-1' })).toContain(
        'data.profile',
      );
      expect(complaintsOf(decider, type, { ...rest, profile: 'national-2004' })).not.toContain(
        'data.profile',
      );
    }
  },
);
