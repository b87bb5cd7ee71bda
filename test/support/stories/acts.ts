import type { Fact, Message } from '../../../domain/shared/message.ts';

/** A step of a random history that is about an enterprise. */
export type Act = {
  readonly kind: string;
  readonly to: string;
  readonly on: string;
  readonly nth: number;
};

export const reason = '登记机关更正';

/** What each act that is said anew, or taken back, is called. */
const acts: Readonly<Record<string, keyof Sayings>> = {
  EnterpriseSplitInto: 'Split',
  EnterpriseMergedInto: 'Merger',
  EnterpriseDeregistered: 'Deregistration',
};

type Sayings = Readonly<Record<'Split' | 'Merger' | 'Deregistration', object>>;

/** What is said of an act on record. */
const ofAct = ({ kind, nth }: Act, facts: readonly Fact[], said: Sayings): Message | undefined => {
  const done = facts.filter(({ type }) => type in acts);
  const act = done[nth % Math.max(done.length, 1)];
  const what = acts[act?.type ?? ''];
  if (!act || what === undefined) return undefined;
  return kind === 'take-back'
    ? { type: `TakeBack${what}`, data: { takesBack: act.id, reason } }
    : { type: `Correct${what}`, data: { corrects: act.id, reason, ...said[what] } };
};

/** What a step says of an enterprise with these facts, if there is something that it could say; `Split` is how it would be split. */
export const ofEnterprise = (
  one: Act,
  facts: readonly Fact[],
  Split: object,
): Message | undefined => {
  const { kind, to, on, nth } = one;
  const said: Sayings = { Split, Merger: { on, successor: to }, Deregistration: { on } };
  const acting: Readonly<Record<string, Message>> = {
    split: { type: 'SplitInto', data: said.Split },
    merge: { type: 'MergeInto', data: said.Merger },
    end: { type: 'Deregister', data: said.Deregistration },
    ...(nth === 0 && { 'strike-out': { type: 'Void', data: { reason } } }),
  };
  return acting[kind] ?? ofAct(one, facts, said);
};

/** A split into one other enterprise, which may leave the contracts where they were. */
export const splitting = (
  { to, on, of, origin }: Act & { readonly of: string; readonly origin: string },
  firms: readonly string[],
) => {
  const other = firms.find((one) => one !== of) ?? '';
  return { on, successors: [to === of ? other : to], contractsTo: to, origin };
};
