import { dueAfterConsent, named } from '../before-first-session.ts';
import { clock, ensurePassed, optional, windowFrom, wound } from '../clocks.ts';
import type { BargainingEvent } from '../events.ts';
import { noticeOf } from '../notice.ts';
import { ensure } from '../rules.ts';
import { repeats } from '../saying.ts';
import {
  ended,
  inOrder,
  lawOf,
  open,
  type After,
  type Offer,
  type Said,
  type State,
  type Steps,
} from '../state.ts';

const offerOf = ({ offers }: State, id: string): Offer => {
  const offer = offers[id];
  ensure(offer !== undefined, 'offer-on-file');
  return offer as Offer;
};

/** The offer, once it can be answered on this day. */
const answerable = (state: State, id: string, on: string): Offer => {
  const offer = offerOf(state, id);
  ensure(offer.receivedOn !== '', 'reply-to-what-was-received');
  ensure(offer.answer === '', 'answered-once');
  inOrder(offer.receivedOn, on);
  return offer;
};

/** A reply dated in time takes back what the clock recorded before it was on file. */
export const takenBack = (offer: string, { overdue, due }: Offer, on: string): BargainingEvent[] =>
  overdue && on <= due
    ? [{ type: 'OverdueTakenBack', data: { offer, because: 'reply-in-time' } }]
    : [];

/** The clocks that receipt starts: the reply's, and in some places the window's. */
export const receiptClocks = (
  state: State,
  { offer, on }: Pick<Said<'OfferReceived'>, 'offer' | 'on'>,
): Pick<Said<'OfferReceived'>, 'reply' | 'window' | 'mediation' | 'notice'> => ({
  ...optional('reply', clock(lawOf(state), 'reply', on, lawOf(state).reply)),
  ...optional('window', windowFrom(state, 'receipt', on)),
  ...noticeOf(state, offer, on),
});

/** The clocks that a consenting reply starts. */
export const acceptanceClocks = (
  state: State,
  offer: string,
  on: string,
): Pick<Said<'OfferAccepted'>, 'naming' | 'window' | 'disclosure' | 'report'> => ({
  ...optional('naming', clock(lawOf(state), 'naming', on, lawOf(state).delegates.naming)),
  ...optional('window', windowFrom(state, 'consenting-reply', on)),
  ...dueAfterConsent(state, offer, on),
});

const answered = (
  { offer, on }: { readonly offer: string; readonly on: string },
  answer: Offer['answer'],
  { offers }: State,
): boolean => offers[offer]?.answer === answer && offers[offer].repliedOn === on;

export const offerSteps: Steps<
  'IssueOffer' | 'RecordReceipt' | 'ConsentToOffer' | 'RefuseOffer' | 'RecordReplyOverdue'
> = {
  IssueOffer: {
    already: (data, state) => {
      const { by, issuedOn } = state.offers[data.offer] ?? noOffer;
      return repeats(by === data.by && issuedOn === data.on, state, 'OfferIssued', data);
    },
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      ensure(!state.offers[data.offer], 'offer-once');
      inOrder(state.about.on, data.on);
      inOrder(data.on, data.proposedOn);
      const window = windowFrom(state, 'issue', data.on);
      return [{ type: 'OfferIssued', data: { ...data, ...optional('window', window) } }];
    },
  },
  RecordReceipt: {
    already: (data, state) =>
      repeats(state.offers[data.offer]?.receivedOn === data.on, state, 'OfferReceived', data),
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      const offer = offerOf(state, data.offer);
      ensure(offer.receivedOn === '', 'received-once');
      inOrder(offer.issuedOn, data.on);
      return [{ type: 'OfferReceived', data: { ...data, ...receiptClocks(state, data) } }];
    },
  },
  ConsentToOffer: {
    already: (data, state) =>
      repeats(answered(data, 'accepted', state), state, 'OfferAccepted', data),
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      const offer = answerable(state, data.offer, data.on);
      const clocks = state.acceptedOn === '' ? acceptanceClocks(state, data.offer, data.on) : {};
      return [
        { type: 'OfferAccepted', data: { ...data, ...clocks } },
        ...takenBack(data.offer, offer, data.on),
      ];
    },
  },
  RefuseOffer: {
    already: (data, state) =>
      repeats(answered(data, 'refused', state), state, 'OfferRefused', data),
    in: open,
    otherwise: 'not-now',
    record: (data, state) => {
      const offer = answerable(state, data.offer, data.on);
      return [{ type: 'OfferRefused', data }, ...takenBack(data.offer, offer, data.on)];
    },
  },
  RecordReplyOverdue: {
    already: ({ offer }, { phase, offers }) =>
      ended.includes(phase) || offers[offer]?.overdue === true || Boolean(offers[offer]?.answer),
    in: open,
    otherwise: 'not-now',
    record: ({ offer }, state, { at }) => {
      const { due } = offerOf(state, offer);
      ensurePassed(state, due, at);
      return [{ type: 'ReplyFellOverdue', data: { offer, due } }];
    },
  },
};

const changed = (state: State, id: string, change: Partial<Offer>): State['offers'] => ({
  ...state.offers,
  [id]: { ...(state.offers[id] ?? noOffer), ...change },
});

const noOffer: Offer = {
  by: 'employees',
  issuedOn: '',
  receivedOn: '',
  due: '',
  answer: '',
  repliedOn: '',
  overdue: false,
};

export const afterOffers: After<
  | 'OfferIssued'
  | 'OfferReceived'
  | 'OfferAccepted'
  | 'OfferRefused'
  | 'ReplyFellOverdue'
  | 'OverdueTakenBack'
> = {
  OfferIssued: (state, { offer, by, on, window }) => ({
    ...state,
    phase: state.phase === 'prepared' ? 'offered' : state.phase,
    offers: changed(state, offer, { by, issuedOn: on }),
    clocks: wound(state, window ? { window } : {}),
  }),
  OfferReceived: (state, { offer, on, reply, window, mediation }) => ({
    ...state,
    offers: changed(state, offer, { receivedOn: on, due: reply?.due ?? '' }),
    clocks: wound(state, {
      [`reply:${offer}`]: reply,
      ...(window && { window }),
      ...(mediation && { 'notice-to-mediation': mediation }),
    }),
  }),
  OfferAccepted: (state, { offer, on, naming, window, ...due }) => ({
    ...state,
    phase: state.acceptedOn === '' ? 'accepted' : state.phase,
    acceptedOn: state.acceptedOn === '' ? on : state.acceptedOn,
    firstChair: state.firstChair === '' ? (state.offers[offer]?.by ?? '') : state.firstChair,
    offers: changed(state, offer, { answer: 'accepted', repliedOn: on }),
    clocks: wound(state, {
      [`reply:${offer}`]: undefined,
      ...(naming && { 'naming:employer': naming, 'naming:employees': naming }),
      ...(window && { window }),
      ...named(due),
    }),
  }),
  OfferRefused: (state, { offer, on }) => ({
    ...state,
    offers: changed(state, offer, { answer: 'refused', repliedOn: on }),
    clocks: wound(state, { [`reply:${offer}`]: undefined }),
  }),
  ReplyFellOverdue: (state, { offer }) => ({
    ...state,
    offers: changed(state, offer, { overdue: true }),
  }),
  OverdueTakenBack: (state, { offer }) => ({
    ...state,
    offers: changed(state, offer, { overdue: false }),
  }),
};
