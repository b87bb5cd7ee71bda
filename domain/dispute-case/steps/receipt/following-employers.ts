import type { DisputeEvent } from '../../events.ts';
import {
  recorded,
  working,
  type Ask,
  type Phase,
  type State,
  type Steps,
  type Succession,
} from '../../state.ts';

type Asked = Ask<'FollowEmployers'>;
/** Whose place is taken by whom, by which merger or split. */
type Passing = {
  readonly act: string;
  readonly from: string;
  readonly to: string;
  readonly on: string;
};
type Joining = Omit<Passing, 'from'>;

/** Where nobody has decided yet, or what was agreed is performed; what was decided with a party stays. */
const undecided: Phase[] = ['history', ...working, 'suspended', 'settled', 'arbitrating'];

/** Who is a party, whoever's place it took. */
export const enterprisesOf = ({ about, succeeding }: State): readonly string[] => [
  ...new Set([
    ...about.employers.flatMap(({ enterprise }) => enterprise ?? []),
    ...succeeding.map(({ enterprise }) => enterprise),
  ]),
];

const later = (a: string, b: string): string => (a < b ? b : a);

/** Who takes whose place, one after the other, each once, by the first day it can be: not before the dispute, nor before whom it follows. */
const wayFrom = (
  own: readonly string[],
  since: string,
  passings: readonly Passing[],
): readonly Joining[] => {
  const days = new Map(own.map((one) => [one, since]));
  const joined: Joining[] = [];
  for (;;) {
    const [next] = passings
      .flatMap(({ act, from, to, on }) => {
        const day = days.get(from);
        return day === undefined || days.has(to) ? [] : [{ act, to, on: later(on, day) }];
      })
      .toSorted((a, b) => a.on.localeCompare(b.on));
    if (!next) return joined;
    joined.push(next);
    days.set(next.to, next.on);
  }
};

/** What the register says of them, whoever came of it. */
const toldBy = ({ changes }: Asked): readonly Passing[] =>
  changes.flatMap(({ act, enterprise: from, on, heirs }) =>
    heirs.map((to) => ({ act, from, to, on })),
  );

/** What was recorded by mergers and splits that the register still has, as they were then. */
const recordedBy = ({ changes }: Asked, { succeeding }: State): readonly Passing[] =>
  succeeding.flatMap(({ act, enterprise: to, on }) =>
    changes
      .filter((change) => change.act === act)
      .map(({ enterprise: from }) => ({ act, from, to, on })),
  );

/** A joining that does not say by what is told by its enterprise alone. */
const isIt = ({ act, to, on }: Joining, one: Succession): boolean =>
  one.enterprise === to && (one.act === '' || (one.act === act && one.on === on));

/** Whether it joined by a merger or split, not of its own. */
const isBound = (asked: Asked, isOpen: boolean, { act, enterprise }: Succession): boolean =>
  act !== '' ||
  (isOpen && (enterprise === asked.released || toldBy(asked).some(({ to }) => to === enterprise)));

/** A successor is no party after all. */
export const joiningTakenBack = (
  reason: string,
  { id, enterprise, act }: Succession,
): DisputeEvent => ({
  type: 'EmployerJoiningTakenBack',
  data: {
    ...{ takesBack: [id], reason, employer: { enterprise, role: 'successor' } },
    ...(act && { act }),
  },
});

const joined = ({ act, to, on }: Joining): DisputeEvent => ({
  type: 'EmployerJoined',
  data: { on, employer: { enterprise: to, role: 'successor' }, act },
});

const REASON = '承继更正 / the succession was corrected';

/** Who is no successor after all leaves, and who is one joins. */
const settled = (asked: Asked, state: State): readonly DisputeEvent[] => {
  const isOpen = undecided.includes(state.phase);
  const bound = state.succeeding.filter((one) => isBound(asked, isOpen, one));
  const others = state.succeeding.filter((one) => !bound.includes(one));
  const own = enterprisesOf({ ...state, succeeding: others });
  const way = wayFrom(own, state.about.on, isOpen ? toldBy(asked) : recordedBy(asked, state));
  const gone = bound.filter((one) => !way.some((joining) => isIt(joining, one)));
  const come = way.filter((joining) => !bound.some((one) => isIt(joining, one)));
  return [
    ...gone.map((one) => joiningTakenBack(asked.reason ?? REASON, one)),
    ...(isOpen ? come.map(joined) : []),
  ];
};

/**
 * What policies order when employers merged or split, or came to a dispute: whoever takes their
 * place is a party (劳动争议司法解释（一）Art 26).
 */
export const followingEmployersSteps: Steps<'FollowEmployers'> = {
  FollowEmployers: {
    already: (data, state) => state.phase === 'void' || settled(data, state).length === 0,
    in: recorded,
    otherwise: 'not-now',
    record: settled,
  },
};
