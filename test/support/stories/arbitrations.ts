import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import { claim, conclude, failed, mediating, type Ask } from './disputes.ts';

type Over<T> = Partial<Ask<T>>;

export const file = (over: Over<'FileArbitration'> = {}): DisputeCommand => ({
  type: 'FileArbitration',
  data: {
    arbitration: 'arb',
    commission: '太平区仲裁委',
    on: '2026-05-06',
    by: 'workers',
    claimants: [],
    ...over,
  },
});
export const take = (over: Over<'AcceptArbitration'> = {}): DisputeCommand => ({
  type: 'AcceptArbitration',
  data: { arbitration: 'arb', on: '2026-05-08', ...over },
});
export const hearing = (over: Over<'ScheduleHearing'> = {}): DisputeCommand => ({
  type: 'ScheduleHearing',
  data: { arbitration: 'arb', hearing: 'h1', on: '2026-05-20', heldOn: '2026-06-01', ...over },
});
export const award = (over: Over<'MakeAward'> = {}): DisputeCommand => ({
  type: 'MakeAward',
  data: {
    arbitration: 'arb',
    award: 'w1',
    on: '2026-06-15',
    part: 'whole',
    items: [{ claim: 'c1', result: 'granted', fen: 2_500_000 }],
    minimumWageFen: 226_000,
    manner: 'heard',
    ...over,
  },
});
export const serve = (over: Over<'ServeAward'> = {}): DisputeCommand => ({
  type: 'ServeAward',
  data: { service: 'v1', award: 'w1', to: 'workers', claimants: [], on: '2026-06-16', ...over },
});
export const sue = (over: Over<'FileSuit'> = {}): DisputeCommand => ({
  type: 'FileSuit',
  data: {
    suit: 'u1',
    court: '太平区人民法院',
    on: '2026-06-25',
    by: 'workers',
    claimants: [],
    ground: 'award',
    award: 'w1',
    ...over,
  },
});
export const setAside = (over: Over<'ApplyForAnnulment'> = {}): DisputeCommand => ({
  type: 'ApplyForAnnulment',
  data: { award: 'w1', court: '阜新市中级人民法院', on: '2026-07-01', ...over },
});

export const filed = [...failed, file()];
export const arbitrating = [...filed, take()];
export const awarded = [...arbitrating, award()];
export const served = [
  ...awarded,
  serve(),
  serve({ service: 'v2', to: 'employer', on: '2026-06-17' }),
];
/** Reinstatement beside the pay: the whole award is not final. */
export const mixed = [
  ...mediating,
  claim({ claim: 'c2', item: 'reinstatement', fen: undefined }),
  conclude(),
  file(),
  take(),
  award({
    items: [
      { claim: 'c1', result: 'granted', fen: 2_500_000 },
      { claim: 'c2', result: 'granted' },
    ],
  }),
];
