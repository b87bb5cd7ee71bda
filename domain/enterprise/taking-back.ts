import { ensureTakesBack } from './guards.ts';
import type { State } from './state.ts';
import type { Steps } from './steps.ts';

const isTakenBack = ({ takesBack }: { readonly takesBack: string }, state: State): boolean =>
  state.takenBack.includes(takesBack);

const everAfter = {
  already: isTakenBack,
  in: ['open', 'suspended', 'revoked', 'ended', 'void'],
  otherwise: 'enterprise-on-record',
} as const;

/** An end that never was, taken back by its event id: the enterprise goes on, as known from then. */
export const takingBack: Pick<
  Steps,
  'TakeBackDeregistration' | 'TakeBackMerger' | 'TakeBackSplit'
> = {
  TakeBackDeregistration: {
    ...everAfter,
    record: ({ takesBack, reason }, _, moment) => {
      const { on } = ensureTakesBack({ takesBack }, 'EnterpriseDeregistered', moment);
      return [{ type: 'DeregistrationTakenBack', data: { takesBack: [takesBack], reason, on } }];
    },
  },
  TakeBackMerger: {
    ...everAfter,
    record: ({ takesBack, reason }, _, moment) => {
      const { on, successor } = ensureTakesBack({ takesBack }, 'EnterpriseMergedInto', moment);
      const data = { takesBack: [takesBack], reason, on, successor };
      return [{ type: 'MergerTakenBack', data }];
    },
  },
  TakeBackSplit: {
    ...everAfter,
    record: ({ takesBack, reason }, _, moment) => {
      const { on, contractsTo } = ensureTakesBack({ takesBack }, 'EnterpriseSplitInto', moment);
      const data = { takesBack: [takesBack], reason, on, contractsTo };
      return [{ type: 'SplitTakenBack', data }];
    },
  },
};
