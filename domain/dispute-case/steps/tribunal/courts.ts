import { amendedAward, awardOn, isSued, named, reaches } from './awards.ts';
import { clock, optional, stopping, without, wound } from '../../clocks.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { lastSaid, once } from '../../saying.ts';
import {
  ensureParties,
  inOrder,
  known,
  lawOf,
  type After,
  type Ask,
  type Award,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

type Suit = Said<'SuitFiled'>;

/** The services that let this suit be brought: of its side, to those who sue. */
const served = ({ services }: Award, { by, claimants }: Suit): Said<'AwardServed'>[] =>
  Object.values(services).filter(
    (service) =>
      service.to === by &&
      (claimants.length === 0 || claimants.some((person) => reaches(service, person))),
  );

/** Against an award one sues in time, counted from its service to that side. */
const ensureSuit = (state: State, data: Suit): void => {
  const award = awardOn(state, data.award ?? '');
  const isBarred = data.by === 'employer' && award.finality === 'final';
  ensure(!isBarred, 'employer-sets-aside', lawOf(state).arbitration?.annulment.article);
  const days = served(award, data).flatMap(({ on, suit }) => (suit ? [{ on, due: suit.due }] : []));
  const article = lawOf(state).arbitration?.suit.article;
  const isTimely = days.every(({ on, due }) => on <= data.on && data.on <= due);
  ensure(days.length > 0 && isTimely, 'sue-in-time', article);
};

/** Whether this person has gone to court after the award was annulled. */
const isAgain = ({ suits }: State, award: string, person: string): boolean =>
  Object.values(suits).some(
    (suit) => suit.award === award && suit.ground === 'award-annulled' && reaches(suit, person),
  );

/** Whether the dispute shows the ground for going to court. */
const open: Readonly<Record<Suit['ground'], (state: State, data: Suit) => boolean>> = {
  award: () => true,
  'award-annulled': (state, { on, award = '' }) => {
    const annulled = lastSaid(state, 'AnnulmentDecided', { award });
    return annulled !== undefined && annulled.on <= on && on <= (annulled.suit?.due ?? '');
  },
  'not-accepted': ({ arbitration: { refusedOn } }, { on }) => refusedOn !== '' && refusedOn <= on,
  'no-decision-to-accept': ({ arbitration: { silentOn } }, { on }) =>
    silentOn !== '' && silentOn < on,
  'award-overdue': ({ arbitration: { overdueOn } }, { on }) => overdueOn !== '' && overdueOn < on,
  settlement: ({ settlements }) =>
    Object.values(settlements).some(({ effectOn }) => effectOn !== ''),
};

/** The court is open to this suit on its day. */
export const ensureSuitOpen = (state: State, data: Suit): void => {
  if (data.ground === 'award') ensureSuit(state, data);
  ensure(open[data.ground](state, data), 'court-is-open');
};

/** After an annulment each claimant has the days for himself: they stop when all have sued. */
const suitAgainFollows = (state: State, data: Suit): DisputeEvent[] => {
  const { award = '' } = data;
  const suing = { ...state, suits: { ...state.suits, [data.suit]: data } };
  const have = state.awards[award]?.claimants ?? [];
  const areAll = data.claimants.length > 0 && have.every((one) => isAgain(suing, award, one));
  return areAll ? stopping(state, `suit-after-annulment:${award}`) : [];
};

/** The suit takes back what the clock recorded, and stops the clocks of those who have all sued. */
const suitFollows = (state: State, data: Suit): DisputeEvent[] => {
  if (data.ground === 'award-annulled') return suitAgainFollows(state, data);
  const id = data.award ?? '';
  const award = state.awards[id];
  if (!award || data.ground !== 'award') return [];
  const bound = Object.keys(award.effective).filter((person) => reaches(data, person));
  const suing = { ...state, suits: { ...state.suits, [data.suit]: data } };
  const used = served(award, data)
    .filter((service) =>
      award.claimants.every((person) => !reaches(service, person) || isSued(suing, id, person)),
    )
    .map(({ service }) => `suit:${service}`)
    .filter((name) => state.clocks[name]);
  return [
    ...(bound.length > 0
      ? ([{ type: 'AwardEffectTakenBack', data: { award: id, claimants: named(bound) } }] as const)
      : []),
    ...(used.length > 0 ? ([{ type: 'ClocksStopped', data: { clocks: used } }] as const) : []),
  ];
};

/** Only a final award is set aside, in time, and not once a worker has sued (SPC-I 20, 21). */
const ensureAnnulment = (state: State, data: Ask<'ApplyForAnnulment'>): void => {
  const { finality, services } = awardOn(state, data.award);
  const { mixed, workerSuesFirst, annulment } = lawOf(state).arbitration ?? {};
  ensure(finality === 'final', 'not-a-final-award', mixed?.article);
  const hasSued = Object.values(state.suits).some(
    ({ award, by }) => award === data.award && by === 'workers',
  );
  ensure(!hasSued, 'worker-has-sued', workerSuesFirst?.article);
  const isTimely = Object.values(services).some(
    (service) => service.on <= data.on && data.on <= (service.annulment?.due ?? ''),
  );
  ensure(isTimely, 'set-aside-in-time', annulment?.article);
};

/** Whether there is such a title to enforce. */
const titles: Readonly<
  Record<Ask<'ApplyForEnforcement'>['of'], (state: State, title: string) => boolean>
> = {
  award: ({ awards }, title) => Object.keys(awards[title]?.effective ?? {}).length > 0,
  settlement: ({ settlements }, title) => {
    const { review, confirmation } = settlements[title] ?? {};
    return review === 'granted' || confirmation === 'granted';
  },
  'payment-order': ({ settlements }, title) => settlements[title]?.paymentOrder === 'issued',
  'arbitration-document': ({ arbitration }, title) =>
    arbitration.id === title && arbitration.endedOn !== '',
  judgment: ({ suits }, title) => suits[title] !== undefined,
};

/** Where the award is annulled, the days to sue run anew. */
export const annulmentOf = (
  state: State,
  data: Ask<'DecideAnnulment'>,
): Said<'AnnulmentDecided'> => {
  const period = data.result === 'annulled' ? lawOf(state).arbitration?.suit : undefined;
  return { ...data, ...optional('suit', clock(state, 'suit-after-annulment', data.on, period)) };
};

export const courtSteps: Steps<
  | 'FileSuit'
  | 'DecideSuit'
  | 'ApplyForAnnulment'
  | 'DecideAnnulment'
  | 'ApplyForEnforcement'
  | 'LinkTo'
> = {
  FileSuit: once('SuitFiled', known, (data, state) => {
    ensure(!state.suits[data.suit], 'suit-on-file');
    ensureParties(state, data.claimants);
    inOrder(state.about.on, data.on);
    ensureSuitOpen(state, data);
    return [{ type: 'SuitFiled', data }, ...suitFollows(state, data)];
  }),
  DecideSuit: once('SuitDecided', known, (data, state) => {
    ensure(state.suits[data.suit] !== undefined, 'suit-on-file');
    inOrder(state.suits[data.suit]?.on ?? '', data.on);
    ensure(
      data.items.every(({ claim }) => state.claims[claim] !== undefined),
      'claim-on-file',
    );
    return [{ type: 'SuitDecided', data }];
  }),
  ApplyForAnnulment: once('AnnulmentApplied', ['arbitrating', 'decided'], (data, state) => {
    ensureAnnulment(state, data);
    return [
      { type: 'AnnulmentApplied', data },
      ...stopping(
        state,
        ...Object.keys(awardOn(state, data.award).services).map((id) => `annulment:${id}`),
      ),
    ];
  }),
  DecideAnnulment: once('AnnulmentDecided', ['arbitrating', 'decided'], (data, state) => {
    const { annulment, effective } = awardOn(state, data.award);
    ensure(annulment === 'applied', 'applied-first');
    inOrder(lastSaid(state, 'AnnulmentApplied', { award: data.award })?.on ?? '', data.on);
    const bound = data.result === 'annulled' ? Object.keys(effective) : [];
    return [
      { type: 'AnnulmentDecided', data: annulmentOf(state, data) },
      ...(bound.length > 0
        ? ([
            { type: 'AwardEffectTakenBack', data: { award: data.award, claimants: named(bound) } },
          ] as const)
        : []),
    ];
  }),
  ApplyForEnforcement: once('EnforcementApplied', known, (data, state) => {
    ensure(titles[data.of](state, data.title), 'title-on-file');
    return [{ type: 'EnforcementApplied', data }];
  }),
  LinkTo: once('DisputeLinked', ['history', ...known], (data, _, { subject }) => {
    ensure(data.to !== 'dispute' || data.id !== subject, 'another-dispute');
    ensure(data.to !== 'clause' || data.contract !== undefined, 'clause-names-contract');
    return [{ type: 'DisputeLinked', data }];
  }),
};

export const afterCourts: After<
  | 'SuitFiled'
  | 'SuitDecided'
  | 'AnnulmentApplied'
  | 'AnnulmentDecided'
  | 'EnforcementApplied'
  | 'DisputeLinked'
> = {
  SuitFiled: (state, data) => ({
    ...state,
    suits: { ...state.suits, [data.suit]: data },
    clocks:
      data.claimants.length === 0
        ? without(state, `suit-after-annulment:${data.award ?? ''}`)
        : state.clocks,
  }),
  SuitDecided: (state) => state,
  AnnulmentApplied: (state, { award }) => ({
    ...state,
    awards: amendedAward(state, award, () => ({ annulment: 'applied' })),
  }),
  AnnulmentDecided: (state, { award, result, suit }) => ({
    ...state,
    awards: amendedAward(state, award, () => ({ annulment: result })),
    clocks: suit ? wound(state, { [`suit-after-annulment:${award}`]: suit }) : state.clocks,
  }),
  EnforcementApplied: (state, { title }) => ({
    ...state,
    clocks: without(state, `enforcement:${title}`),
  }),
  DisputeLinked: (state) => state,
};
