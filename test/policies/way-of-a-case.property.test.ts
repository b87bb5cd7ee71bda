import fc from 'fast-check';
import { expect, it } from 'vitest';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { fold, pastOf } from '../../domain/shared/decider.ts';
import type { EmployerChange } from '../../domain/shared/policy.ts';
import { ofEnterprise, reason, splitting } from '../support/stories/acts.ts';
import { prepared } from '../support/stories/bargaining.ts';
import { bound, type Named } from '../support/stories/bound.ts';

const FIRMS = ['A', 'B', 'C', 'D'] as const;

/** Enterprises and cases, with the policies that bind them. */
const world = () =>
  bound({
    ...{ firms: FIRMS, at: '2026-12-01T01:00:00.000Z', decider: bargainingCase },
    // The register may well tell of more cases and enterprises than of those that matter.
    found: (ask, they) =>
      ask.list === 'ends-of-employer'
        ? they
            .ids()
            .filter((id) => ask.of === 'employer' || id === ask.id)
            .map((id) => ({ id, changes: they.changes() }))
        : [],
  });
type World = ReturnType<typeof world>;

/** The day on which nobody was left, by the register alone; '' while somebody is. */
const endOf = (firm: string, changes: readonly EmployerChange[]): string => {
  const end = changes.find(({ enterprise, goesOn }) => enterprise === firm && !goesOn);
  if (!end) return '';
  const rest = changes.filter((one) => one !== end);
  return end.to === null ? end.on : endOf(end.to, rest);
};

const step = fc.record({
  kind: fc.constantFrom(
    ...(['prepare', 'prepare', 'rebook', 'merge', 'merge', 'split', 'end'] as const),
    ...(['correct', 'correct', 'take-back', 'take-back', 'strike-out'] as const),
  ),
  of: fc.constantFrom(...FIRMS),
  to: fc.constantFrom(...FIRMS),
  on: fc.nat(200).map((n) => plusDays('2026-03-01', n)),
  origin: fc.constantFrom('remains', 'ceases'),
  nth: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

/** A case is prepared before anything can end. */
const offer = (enterprise: string, id: string) => ({
  ...{ ...prepared, enterprise, contract: id, on: '2026-02-01' },
});

/** What a step says of a case. */
const ofCase = ({ kind, of, nth }: Step, they: World): Named | undefined => {
  const ids = they.ids();
  const id = kind === 'prepare' ? `c${String(ids.length)}` : ids[nth % Math.max(ids.length, 1)];
  if (id === undefined) return undefined;
  const corrects = they.of('bargainingCase', id)[0]?.id;
  const command =
    kind === 'prepare'
      ? { type: 'PrepareOffer', data: offer(of, id) }
      : { type: 'CorrectPreparation', data: { ...offer(of, id), corrects, reason } };
  return { category: 'bargainingCase', id, command };
};

/** The command that a step means, if there is something that it could mean. */
const meant = (one: Step, they: World): Named | undefined => {
  const { kind, of } = one;
  if (kind === 'prepare' || kind === 'rebook') return ofCase(one, they);
  const command = ofEnterprise(one, they.of('enterprise', of), splitting(one, FIRMS));
  return command && { category: 'enterprise', id: of, command };
};

/** Lives through the steps, leaving out those that are refused. */
const lived = (steps: readonly Step[]): World => {
  const they = world();
  for (const one of steps) {
    const command = meant(one, they);
    if (command) they.tries(command);
  }
  return they;
};

it('a case is open while its employer, or who took its place, is there, in whatever order that was said', () => {
  let closed = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), (steps) => {
      const they = lived(steps);
      for (const id of they.ids()) {
        const facts = they.of('bargainingCase', id);
        const { phase, about, closing } = fold(bargainingCase, facts as never);
        const data = pastOf(facts)(closing)?.data as { readonly on: string } | undefined;
        const is = phase === 'closed' ? data?.on : '';
        expect(is).toBe(endOf(about.enterprise ?? '', they.changes()));
        closed += Number(phase === 'closed');
      }
      expect(they.refused).toStrictEqual([]);
    }),
    { numRuns: 200 },
  );
  expect(closed).toBeGreaterThan(100);
});
