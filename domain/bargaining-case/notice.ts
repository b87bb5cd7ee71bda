import { clock, optional } from './clocks.ts';
import { lawOf, type Said, type State } from './state.ts';

/**
 * What the receipt of an offer says where the law knows a notice that a contract shall end or change
 * (NLRA § 8(d)): of which contract it is the notice, and by when the mediation service is told. Talks
 * about a first contract end and change none.
 */
export const noticeOf = (
  state: State,
  offer: string,
  on: string,
): Pick<Said<'OfferReceived'>, 'mediation' | 'notice'> => {
  const { notice } = lawOf(state);
  const { purpose, contract, predecessor } = state.about;
  const noticed = purpose === 'amendment' ? contract : predecessor;
  if (!notice || purpose === 'first' || noticed === undefined) return {};
  const by = state.offers[offer]?.by ?? 'employees';
  const isFirst = state.mediationNotifiedOn === '' && !state.clocks['notice-to-mediation'];
  const due = clock(lawOf(state), 'notice-to-mediation', on, notice.toMediation);
  return { ...optional('mediation', isFirst ? due : undefined), notice: { contract: noticed, by } };
};
