import { wound } from '../clocks.ts';
import { repeats } from '../saying.ts';
import { inOrder, lawOf, open, type After, type Ask, type Steps } from '../state.ts';
import { correcting } from './correcting.ts';

export const noticeSteps: Steps<'NotifyMediationService' | 'CorrectMediationNotice'> = {
  NotifyMediationService: {
    already: (data, state) =>
      repeats(state.mediationNotifiedOn === data.on, state, 'MediationServiceNotified', data),
    in: open,
    otherwise: 'not-now',
    law: {
      knows: (state) => lawOf(state).notice !== null,
      otherwise: 'no-mediation-notice-here',
    },
    record: (data, state) => {
      inOrder(state.about.on, data.on);
      return [{ type: 'MediationServiceNotified', data }];
    },
  },
  CorrectMediationNotice: correcting<
    Ask<'CorrectMediationNotice'>,
    'MediationServiceNotified',
    'MediationNoticeCorrected'
  >({
    fact: 'MediationServiceNotified',
    as: 'MediationNoticeCorrected',
    about: [],
    says: (data, state) => {
      inOrder(state.about.on, data.on);
      return data;
    },
  }),
};

export const afterNotice: After<'MediationServiceNotified'> = {
  MediationServiceNotified: (state, { on }) => ({
    ...state,
    mediationNotifiedOn: on,
    clocks: wound(state, { 'notice-to-mediation': undefined }),
  }),
};
