import { acceptanceOf, awardPeriodFollows, filingOf } from './tribunal/arbitration.ts';
import { awardOf, finalityFollows, serviceOf } from './tribunal/awards.ts';
import { optional, stopping } from '../clocks.ts';
import { correcting } from './correcting.ts';
import { movingOf } from './mediation/jurisdiction.ts';
import type { DisputeEvent } from '../events.ts';
import { ensure } from '../rules.ts';
import { lastSaid } from '../saying.ts';
import { defaultFollows, performanceOf, standingFollows } from './settlement/performance.ts';
import {
  effectOf,
  ensureSettlement,
  ensureSigners,
  lastSignature,
  settlementOf,
} from './settlement/settlement.ts';
import { inOrder, type Ask, type Settlement, type State, type Steps } from '../state.ts';

/** An agreement in force that says other things, or was signed on another day, has other clocks. */
const effectFollows = (
  state: State,
  id: string,
  settlement: Settlement,
  reason: string,
): DisputeEvent[] => {
  const { effect } = settlement;
  const on = lastSignature(settlement.signedOn);
  if (effect === '' || on === '') return [];
  const { conclusion, concluding } = state;
  const effected = effectOf(state, id, settlement, on);
  const answered = ({ items }: Pick<Settlement, 'items'>): string[] =>
    Object.values(items).flatMap(({ claim }) => claim ?? []);
  const now = answered(settlement);
  const earlier = lastSaid(state, 'SettlementTookEffect', { settlement: id })?.drops ?? [];
  const had = [...answered(settlementOf(state, id)), ...earlier];
  const drops = [...new Set(had)].filter((claim) => !now.includes(claim));
  const isConcluded = conclusion?.outcome === 'settled' && conclusion.on === settlement.effectOn;
  return [
    {
      type: 'EffectCorrected',
      data: {
        corrects: effect,
        reason,
        ...effected,
        ...optional('drops', drops.length > 0 ? drops : undefined),
      },
    },
    ...(isConcluded && on !== settlement.effectOn
      ? ([
          {
            type: 'ConclusionCorrected',
            data: { ...conclusion, on, corrects: concluding, reason },
          },
        ] as const)
      : []),
  ];
};

type Corrections =
  | 'CorrectSettlement'
  | 'CorrectSignature'
  | 'CorrectPerformance'
  | 'CorrectFiling'
  | 'CorrectMoving'
  | 'CorrectArbitrationAcceptance'
  | 'CorrectAward'
  | 'CorrectAwardService';

/** Corrections of agreements, their performance, arbitration and awards. */
export const laterCorrections: Steps<Corrections> = {
  CorrectSettlement: correcting<
    Ask<'CorrectSettlement'>,
    'SettlementReached',
    'SettlementCorrected'
  >({
    fact: 'SettlementReached',
    as: 'SettlementCorrected',
    about: ['settlement', 'proceeding'],
    says: (data, state, before) => {
      ensureSettlement(state, data);
      const { items = {} } = state.settlements[data.settlement] ?? {};
      const kept = new Set(data.items.map(({ item }) => item));
      const areKept = Object.values(items).every(
        ({ item, paid }) => kept.has(item) || Object.keys(paid).length === 0,
      );
      ensure(areKept, 'item-on-file');
      const drops = [...new Set([...Object.keys(items), ...(before.drops ?? [])])].filter(
        (item) => !kept.has(item),
      );
      return { ...data, ...optional('drops', drops.length > 0 ? drops : undefined) };
    },
    follows: ({ said, state, reason }) => {
      const before = state.settlements[said.settlement];
      if (!before) return [];
      const items = Object.fromEntries(
        said.items.map((item) => [item.item, { ...item, paid: {}, overdue: '' }]),
      );
      const dropped = (said.drops ?? []).map((item) => `performance:${said.settlement}/${item}`);
      return [
        ...effectFollows(state, said.settlement, { ...before, items }, reason),
        ...standingFollows(state, said, reason),
        ...stopping(state, ...dropped),
      ];
    },
  }),
  CorrectSignature: correcting<Ask<'CorrectSignature'>, 'SettlementSigned', 'SignatureCorrected'>({
    fact: 'SettlementSigned',
    as: 'SignatureCorrected',
    about: ['settlement', 'as'],
    says: (data, state) => {
      ensureSigners(state, data);
      return data;
    },
    follows: ({ said, state, reason }) => {
      const before = state.settlements[said.settlement];
      if (!before) return [];
      const signedOn = { ...before.signedOn, [said.as]: said.on };
      if (lastSignature(signedOn) === before.effectOn) return [];
      return effectFollows(state, said.settlement, { ...before, signedOn }, reason);
    },
  }),
  CorrectPerformance: correcting<
    Ask<'CorrectPerformance'>,
    'PerformanceRecorded',
    'PerformanceCorrected'
  >({
    fact: 'PerformanceRecorded',
    as: 'PerformanceCorrected',
    about: ['settlement', 'item', 'part'],
    says: (data, state) => performanceOf(state, data),
    follows: ({ said, state }) => defaultFollows(state, said),
  }),
  CorrectFiling: correcting<Ask<'CorrectFiling'>, 'ArbitrationFiled', 'FilingCorrected'>({
    fact: 'ArbitrationFiled',
    as: 'FilingCorrected',
    about: ['arbitration'],
    says: (data, state) => {
      inOrder(state.about.on, data.on);
      const { acceptance, ...said } = filingOf(state, data);
      // A commission that has passed the case on decides no more whether it takes it.
      const isCurrent = state.arbitration.id === data.arbitration;
      return isCurrent ? { ...said, ...optional('acceptance', acceptance) } : said;
    },
  }),
  CorrectMoving: correcting<Ask<'CorrectMoving'>, 'ArbitrationMoved', 'MovingCorrected'>({
    fact: 'ArbitrationMoved',
    as: 'MovingCorrected',
    about: ['from', 'arbitration'],
    says: (data, state) => {
      inOrder(state.about.on, data.on);
      return movingOf(state, data);
    },
  }),
  CorrectArbitrationAcceptance: correcting<
    Ask<'CorrectArbitrationAcceptance'>,
    'ArbitrationAccepted',
    'ArbitrationAcceptanceCorrected'
  >({
    fact: 'ArbitrationAccepted',
    as: 'ArbitrationAcceptanceCorrected',
    about: ['arbitration'],
    says: (data, state) => {
      inOrder(state.arbitration.filedOn, data.on);
      return acceptanceOf(state, data);
    },
    follows: ({ said, state }) => awardPeriodFollows(state, said),
  }),
  CorrectAward: correcting<Ask<'CorrectAward'>, 'AwardMade', 'AwardCorrected'>({
    fact: 'AwardMade',
    as: 'AwardCorrected',
    about: ['arbitration', 'award', 'part'],
    says: (data, state) => {
      inOrder(state.arbitration.acceptedOn, data.on);
      return awardOf(state, data);
    },
    follows: ({ said, state }) => finalityFollows(state, said),
  }),
  CorrectAwardService: correcting<
    Ask<'CorrectAwardService'>,
    'AwardServed',
    'AwardServiceCorrected'
  >({
    fact: 'AwardServed',
    as: 'AwardServiceCorrected',
    about: ['service', 'award', 'to'],
    says: (data, state) => {
      inOrder(state.awards[data.award]?.on ?? '', data.on);
      return serviceOf(state, data);
    },
  }),
};
