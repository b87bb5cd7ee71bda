import { law } from '../../../law/profiles.ts';
import type { ContractEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { repeats } from '../../saying.ts';
import { binding, bindsOn, type State } from '../../state.ts';
import { ensurePast, type Ask, type Said, type Steps } from '../../terms.ts';
import { correcting } from '../correcting.ts';

/** A notice for the term that binds. One that comes late is on record as late, and refused by nobody. */
const notice = (data: Ask<'GiveNotice'>, state: State): Said<'NoticeGiven'> => {
  ensure(bindsOn(state, data.on), 'notice-before-expiry');
  return { ...data, termEnd: binding(state).termEnd };
};

const noticed = {
  knows: ({ profile }: State) => law(profile).notice !== null,
  otherwise: 'no-notice-here',
} as const;

/** An offer in a case is a notice only where the law of the contract knows one and the contract still binds. */
const isNone = (data: Ask<'GiveNotice'>, state: State): boolean =>
  data.case !== undefined && !(noticed.knows(state) && bindsOn(state, data.on));

/** The offer that gave the notice was received on another day: the notice follows. */
const anew = (data: Ask<'GiveNotice'>, state: State): ContractEvent => {
  const { id: corrects, case: by } = state.notice;
  const reason = '要约送达更正 / the receipt of the offer was corrected';
  return data.case !== undefined && data.case === by
    ? { type: 'NoticeCorrected', data: { corrects, reason, ...notice(data, state) } }
    : { type: 'NoticeGiven', data: notice(data, state) };
};

export const noticeSteps: Pick<Steps, 'GiveNotice' | 'CorrectNotice'> = {
  GiveNotice: {
    already: (data, state) => {
      const said = state.said.NoticeGiven as Partial<Said<'NoticeGiven'>> | undefined;
      const given = said?.on === data.on && said.by === data.by;
      return isNone(data, state) || repeats(given, state, 'NoticeGiven', data);
    },
    in: ['in-force', 'amending', 'amendment-under-review', 'amendment-objected', 'expired'],
    otherwise: 'notice-before-expiry',
    law: noticed,
    record: (data, state, moment) => {
      ensurePast(data.on, moment, law(state.profile));
      return [anew(data, state)];
    },
  },
  CorrectNotice: {
    ...correcting<Ask<'CorrectNotice'>, 'NoticeGiven', 'NoticeCorrected'>({
      fact: 'NoticeGiven',
      as: 'NoticeCorrected',
      came: 'on',
      says: notice,
    }),
    law: noticed,
  },
};
