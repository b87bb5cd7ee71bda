import fc from 'fast-check';
import { expect, it } from 'vitest';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { plusDays } from '../../domain/shared/calendar.ts';
import { fold } from '../../domain/shared/decider.ts';
import type { Fact, Message } from '../../domain/shared/message.ts';
import type { EmployerChange } from '../../domain/shared/policy.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import { old } from '../support/concord.ts';
import { mill } from '../support/books/mill.ts';
import { bound, type Named } from '../support/stories/bound.ts';

const FIRMS = ['A', 'B', 'C', 'D', 'E'] as const;

const stateOf = (facts: readonly Fact[]) => fold(collectiveContract, facts as never);
/** Whose a contract is or was, as the register has it: where it went, from whose it was at first. */
const employersOf = (facts: readonly Fact[]): readonly string[] => {
  const { own, passed } = stateOf(facts);
  return [own, ...passed.map(({ to }) => to)];
};

/** Enterprises and contracts, with the policies that bind them. */
const world = () =>
  bound({
    ...{ firms: FIRMS, at: '2026-06-01T01:00:00.000Z', decider: collectiveContract },
    found: (ask, { of, ids, changes }) => {
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

const NEVER = '9999-12-31';
type Way = { readonly passed: readonly string[]; readonly ended: string };
/** A contract as it was said last: whose, from which day, and on which it was rescinded. */
type Signing = {
  readonly id: string;
  readonly by: string;
  readonly on: string;
  readonly until: string;
};

/** Where a contract went by the register alone: from each employer by its first change since it came. */
const way = ({ by, on, until }: Signing, changes: readonly EmployerChange[]): Way => {
  const passed: string[] = [];
  let [who, since] = [by, on];
  for (;;) {
    const next = changes.find((change) => change.enterprise === who && change.on > since);
    if (!next || next.on >= until) return { passed, ended: '' };
    if (next.to === null) return { passed, ended: next.on };
    passed.push(`${who}>${next.to} ${next.on}`);
    [who, since] = [next.to, next.on];
  }
};

/** Nothing happens on the same day as something else, nor to an enterprise that is no more. */
const isSound = (changes: readonly EmployerChange[], signings: readonly Signing[]): boolean => {
  const ends = signings.map(({ until }) => until).filter((until) => until !== NEVER);
  const days = [...changes, ...signings].map(({ on }) => on).concat(ends);
  const endOf = (firm: string | null) =>
    changes.find(({ enterprise: one, goesOn }) => one === firm && !goesOn)?.on ?? NEVER;
  return (
    new Set(days).size === days.length &&
    changes.every(({ to, on }) => on < endOf(to)) &&
    signings.every(({ by, on }) => on < endOf(by))
  );
};

const day = fc.nat(300).map((n) => plusDays('2024-01-01', n));
const firm = fc.constantFrom(...FIRMS);
const step = fc.record({
  kind: fc.constantFrom(
    ...([
      'sign',
      'sign',
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
    ] as const),
  ),
  of: firm,
  to: firm,
  on: day,
  origin: fc.constantFrom('remains', 'ceases'),
  nth: fc.nat(6),
});
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const reason = '登记机关更正';
const acts: Readonly<Record<string, readonly [correct: string, takeBack: string]>> = {
  EnterpriseSplitInto: ['CorrectSplit', 'TakeBackSplit'],
  EnterpriseMergedInto: ['CorrectMerger', 'TakeBackMerger'],
  EnterpriseDeregistered: ['CorrectDeregistration', 'TakeBackDeregistration'],
};

const splitting = ({ of, to, on, origin }: Step) => {
  const other = FIRMS.find((one) => one !== of) ?? 'A';
  return { on, successors: [to === of ? other : to], contractsTo: to, origin };
};

const anew = (one: Step, type: string): object => {
  if (type === 'EnterpriseSplitInto') return splitting(one);
  const { on, to } = one;
  return type === 'EnterpriseMergedInto' ? { on, successor: to } : { on };
};

const paper = (by: string, on: string) =>
  old('comprehensive', [on, '2099-12-31'], { enterprise: by, signedOn: on });

type Said = readonly [Message, Signing];

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
    const anew = { corrects: corrects('ContractRegisteredAsHistory'), reason };
    return [
      { type: 'CorrectHistory', data: { ...anew, ...paper(of, one.on) } },
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

/** What is said of an act on record. */
const ofAct = (one: Step, facts: readonly Fact[]): Message | undefined => {
  const done = facts.filter(({ type }) => type in acts);
  const act = done[one.nth % Math.max(done.length, 1)];
  const [correct = '', takeBack = ''] = acts[act?.type ?? ''] ?? [];
  if (!act) return undefined;
  return one.kind === 'take-back'
    ? { type: takeBack, data: { takesBack: act.id, reason } }
    : { type: correct, data: { corrects: act.id, reason, ...anew(one, act.type) } };
};

/** What a step says of an enterprise, if there is something that it could say. */
const ofEnterprise = (one: Step, { of: facts }: World) => {
  const { kind, of, to, on } = one;
  const acting: Readonly<Record<string, Message>> = {
    split: { type: 'SplitInto', data: splitting(one) },
    merge: { type: 'MergeInto', data: { on, successor: to } },
    end: { type: 'Deregister', data: { on } },
  };
  return acting[kind] ?? ofAct(one, facts('enterprise', of));
};

const ofContract = (
  one: Step,
  { of: facts }: World,
  signings: readonly Signing[],
): Said | undefined => {
  if (one.kind === 'sign') return ofNew(one, `K${String(signings.length)}`);
  const signing = signings[one.nth % Math.max(signings.length, 1)];
  return signing && ofOld(one, signing, facts('contract', signing.id));
};

const OF_CONTRACTS: ReadonlySet<string> = new Set(['sign', 'rescind', 'move-end', 'rebook']);

/** The command that a step means, and the contracts after it. */
const meant = (
  one: Step,
  they: World,
  signings: readonly Signing[],
): readonly [Named, readonly Signing[]] | undefined => {
  if (!OF_CONTRACTS.has(one.kind)) {
    const command = ofEnterprise(one, they);
    return command && [{ category: 'enterprise', id: one.of, command }, signings];
  }
  const said = ofContract(one, they, signings);
  if (!said) return undefined;
  const [command, signing] = said;
  const others = signings.filter(({ id }) => id !== signing.id);
  return [{ category: 'contract', id: signing.id, command }, [...others, signing]];
};

const registered = () => {
  const they = world();
  for (const id of FIRMS) {
    const command = { type: 'Register', data: { ...mill, registeredOn: '2020-01-01', name: id } };
    they.run({ category: 'enterprise', id, command });
  }
  return they;
};

/** Lives through the steps, leaving out those that cannot be. */
const lived = (steps: readonly Step[]) => {
  let told: Named[] = [];
  let signings: readonly Signing[] = [];
  let they = registered();
  for (const one of steps) {
    const said = meant(one, they, signings);
    if (!said) continue;
    const [command, after] = said;
    try {
      they.run(command);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      continue;
    }
    if (isSound(they.changes(), after)) {
      told = [...told, command];
      signings = after;
    } else {
      they = registered();
      told.forEach(they.run);
    }
  }
  return { they, signings };
};

it('a contract goes where the register says its employers went, in whatever order that was said', () => {
  let went = 0;
  fc.assert(
    fc.property(fc.array(step, { minLength: 15, maxLength: 40, size: 'max' }), (steps) => {
      const { they, signings } = lived(steps);
      for (const signing of signings) {
        const { passed, end } = stateOf(they.of('contract', signing.id));
        const is = {
          passed: passed.map((one) => `${one.from}>${one.to} ${one.on}`),
          ended: end.by === 'employer' ? end.on : '',
        };
        expect(is).toStrictEqual(way(signing, they.changes()));
        went += passed.length;
      }
      expect(they.refused).toStrictEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(went).toBeGreaterThan(200);
});
