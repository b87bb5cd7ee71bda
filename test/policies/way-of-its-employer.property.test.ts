import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { forceFrom, holderOn } from '../../domain/collective-contract/state.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { fold } from '../../domain/shared/decider.ts';
import type { Fact, Message } from '../../domain/shared/message.ts';
import type { Renewal } from '../../domain/shared/policy.ts';
import { old, signed } from '../support/concord.ts';
import { ofEnterprise, reason, splitting } from '../support/stories/acts.ts';
import { bound, type Named } from '../support/stories/bound.ts';
import { isSound, NEVER, wayUntilRenewed, type Signing } from '../support/stories/ways.ts';

const FIRMS = ['A', 'B', 'C', 'D', 'E'] as const;

const stateOf = (facts: readonly Fact[]) => fold(collectiveContract, facts as never);
/** Whose a contract is or was, as the register has it: where it went, from whose it was at first. */
const employersOf = (facts: readonly Fact[]): readonly string[] => {
  const { own, passed } = stateOf(facts);
  return [own, ...passed.map(({ to }) => to)];
};

/** What a contract renews, as the register has it, if that or it is the one that is asked for. */
const renewalOf = (by: string, facts: readonly Fact[], asked: string): Renewal[] => {
  const state = stateOf(facts);
  const { predecessor: contract, kind, level } = state;
  if (contract === '' || ![by, contract].includes(asked)) return [];
  const on = forceFrom(state);
  const isOver = state.end.on !== '' && state.end.on <= on;
  const whose = { kind, level, enterprise: holderOn(state, on) } as const;
  return [{ contract, by, on: isOver ? null : on, whose }];
};

/** Enterprises and contracts, with the policies that bind them. */
const world = () =>
  bound({
    ...{ firms: FIRMS, at: '2026-06-01T01:00:00.000Z', decider: collectiveContract },
    found: (ask, { of, ids, changes }) => {
      if (ask.list === 'renewals-of-contract')
        return ids().flatMap((by) => renewalOf(by, of('contract', by), ask.contract));
      if (ask.list !== 'changes-of-employer') return [];
      const employers = (id: string) => employersOf(of('contract', id));
      const concerned = ids().filter((id) =>
        ask.of === 'contract' ? id === ask.id : employers(id).includes(ask.id),
      );
      return concerned.map((id) => ({
        id,
        changes: changes().filter((change) => employers(id).includes(change.enterprise)),
      }));
    },
  });
type World = ReturnType<typeof world>;

const day = fc.nat(300).map((n) => plusDays('2024-01-01', n));
const firm = fc.constantFrom(...FIRMS);
const step = fc.record({
  kind: fc.constantFrom(
    ...([
      'sign',
      'sign',
      'renew',
      'renew',
      'rescind',
      'move-end',
      'rebook',
      'split',
      'split',
      'merge',
      'end',
      'correct',
      'correct',
      'take-back',
      'strike-out',
    ] as const),
  ),
  of: firm,
  to: firm,
  on: day,
  origin: fc.constantFrom('remains', 'ceases'),
  nth: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const paper = (by: string, on: string) =>
  old('comprehensive', [on, '2099-12-31'], { enterprise: by, signedOn: on });

/** A renewal by a law that knows no review: it takes effect as soon as its term begins. */
const renewing = (by: string, on: string, { id, from }: NonNullable<Signing['renews']>) =>
  signed([from, '2099-12-31'], on, {
    ...{ profile: 'us-nlra', enterprise: by, predecessor: id },
  });

type Said = readonly [Message, Signing];

const ofRenewal = ({ of, on, nth }: Step, one: Signing, id: string): Said => {
  const renews = { id: one.id, from: plusDays(on, 3 * nth + 1) };
  return [
    { type: 'Sign', data: renewing(of, on, renews) },
    { id, by: of, on, until: NEVER, renews },
  ];
};

const ofNew = ({ of, on }: Step, id: string): Said => [
  { type: 'RegisterAsHistory', data: paper(of, on) },
  { id, by: of, on, until: NEVER },
];

/** What is said of a contract on record, and what it is then; undefined where there is nothing to say. */
const ofOld = ({ kind, of, on }: Step, one: Signing, facts: readonly Fact[]): Said | undefined => {
  const corrects = (type: string) => facts.find((fact) => fact.type === type)?.id;
  const end = { on, ground: 'force-majeure', because: '停产' };
  if (kind === 'rescind')
    return [
      { type: 'Rescind', data: end },
      { ...one, until: on },
    ];
  if (kind === 'rebook') {
    const { renews } = one;
    const was = renews ? 'ContractSigned' : 'ContractRegisteredAsHistory';
    const text = renews ? renewing(of, one.on, renews) : paper(of, one.on);
    const data = { corrects: corrects(was), reason, ...text };
    return [
      { type: renews ? 'CorrectSigning' : 'CorrectHistory', data },
      { ...one, by: of },
    ];
  }
  const rescinded = corrects('ContractRescinded');
  if (rescinded === undefined) return undefined;
  const data = { corrects: rescinded, reason, ...end };
  return [
    { type: 'CorrectRescission', data },
    { ...one, until: on },
  ];
};

const ofContract = (
  one: Step,
  { of: facts }: World,
  signings: readonly Signing[],
): Said | undefined => {
  const id = `K${String(signings.length)}`;
  if (one.kind === 'sign') return ofNew(one, id);
  const signing = signings[one.nth % Math.max(signings.length, 1)];
  if (one.kind === 'renew') return signing && ofRenewal(one, signing, id);
  return signing && ofOld(one, signing, facts('contract', signing.id));
};

const OF_CONTRACTS: ReadonlySet<string> = new Set([
  'sign',
  'renew',
  'rescind',
  'move-end',
  'rebook',
]);

/** The command that a step means, and the contracts after it. */
const meant = (
  one: Step,
  they: World,
  signings: readonly Signing[],
): readonly [Named, readonly Signing[]] | undefined => {
  if (!OF_CONTRACTS.has(one.kind)) {
    const command = ofEnterprise(one, they.of('enterprise', one.of), splitting(one, FIRMS));
    return command && [{ category: 'enterprise', id: one.of, command }, signings];
  }
  const said = ofContract(one, they, signings);
  if (!said) return undefined;
  const [command, signing] = said;
  const others = signings.filter(({ id }) => id !== signing.id);
  return [{ category: 'contract', id: signing.id, command }, [...others, signing]];
};

/** Lives through the steps, leaving out those that cannot be. */
const lived = (steps: readonly Step[]) => {
  let told: Named[] = [];
  let signings: readonly Signing[] = [];
  let they = world();
  for (const one of steps) {
    const said = meant(one, they, signings);
    if (!said) continue;
    const [command, after] = said;
    if (!they.tries(command)) continue;
    if (isSound(they.changes(), after)) {
      told = [...told, command];
      signings = after;
    } else {
      they = world();
      told.forEach(they.run);
    }
  }
  return { they, signings };
};

/** At first a renewal is refused where it is another's: somebody sees that. */
const isAnothers = (refused: string) =>
  refused.startsWith('renewed-contract-is-superseded parties');

it('a contract goes where the register says its employers went, until it is renewed, in whatever order that was said', () => {
  let [went, renewed] = [0, 0];
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), (steps) => {
      const { they, signings } = lived(steps);
      for (const signing of signings) {
        const { passed, end } = stateOf(they.of('contract', signing.id));
        const is = {
          passed: passed.map(({ from, to, on }) => ({ from, to, on })),
          ended: end.by === 'employer' ? end.on : '',
          superseded: end.by === 'supersession' ? end.on : '',
        };
        expect(is).toStrictEqual(wayUntilRenewed(signing, signings, they.changes()));
        went += passed.length;
        renewed += Number(is.superseded !== '');
      }
      expect(they.refused.filter((one) => !isAnothers(one))).toStrictEqual([]);
    }),
    { numRuns: 400 },
  );
  expect(went).toBeGreaterThan(200);
  expect(renewed).toBeGreaterThan(100);
});
