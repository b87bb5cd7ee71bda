import { clock, ofMediation, stopping, without } from './clocks.ts';
import type { DisputeEvent } from './events.ts';
import { ensure } from './rules.ts';
import { once } from './saying.ts';
import {
  inOrder,
  lawOf,
  recorded,
  type After,
  type Said,
  type State,
  type Steps,
} from './state.ts';

type Conclusion = Said<'DisputeConcluded'>;

/** Which reasons go with which outcome. */
const endings: Readonly<Record<Conclusion['outcome'], readonly Conclusion['ending'][]>> = {
  settled: ['agreement'],
  failed: ['no-agreement', 'consent-withdrawn', 'time-over', 'other'],
  withdrawn: ['applicant-withdrew', 'cancelled', 'folded-in', 'facility-closed', 'other'],
  refused: ['other-side-refused', 'body-refused', 'other'],
  referred: [
    'other-level',
    'other-jurisdiction',
    'arbitration',
    'representation-question',
    'other',
  ],
  unknown: ['other'],
};

export const ensureOutcome = ({ outcome, ending }: Pick<Conclusion, 'outcome' | 'ending'>): void =>
  ensure(endings[outcome].includes(ending), 'outcome-fits');

/** Mediation that failed interrupts the limitation once more: it runs in full from that day. */
const interrupted = (state: State, { on, outcome }: Conclusion): DisputeEvent[] => {
  const { limitation: running } = state.clocks;
  const hasFailed = outcome === 'failed' || outcome === 'refused';
  const anew = clock(state, 'limitation', on, lawOf(state).limitation);
  if (!hasFailed || !running || !anew || on > running.due || on <= running.from) return [];
  return [
    { type: 'LimitationInterrupted', data: { on, by: 'mediation-failed', limitation: anew } },
  ];
};

const timed = (proceeding: string): string[] => [
  `mediation-from-receipt:${proceeding}`,
  `mediation-from-acceptance:${proceeding}`,
];

/** One body's proceeding ends while another body goes on: the dispute stands there now. */
const goesOn = (state: State, data: Conclusion, next: string): DisputeEvent[] => {
  const { proceeding, on, outcome } = data;
  const { level, body, on: since } = state.proceedings[next] ?? { level: 'street', body: '', on };
  const because = 'earlier-body-ended' as const;
  const passed = on > since ? on : since;
  return [
    { type: 'ProceedingEnded', data: { proceeding, on, outcome } },
    ...stopping(state, ...ofMediation.map((kind) => `${kind}:${proceeding}`)),
    ...(state.standing === proceeding
      ? ([
          {
            type: 'DisputeTransferred',
            data: { from: proceeding, proceeding: next, level, body, on: passed, because },
          },
        ] as const)
      : []),
  ];
};

/** What the end of a proceeding records: the dispute's conclusion, unless it goes on elsewhere. */
export const ended = (state: State, data: Conclusion): DisputeEvent[] => {
  const [next] = Object.keys(state.proceedings).filter(
    (id) => id !== data.proceeding && state.proceedings[id]?.ended === '',
  );
  if (data.outcome !== 'settled' && next !== undefined) return goesOn(state, data, next);
  const left = { ...state, clocks: without(state, ...timed(data.proceeding)) };
  return [
    { type: 'DisputeConcluded', data },
    ...stopping(left, ...ofMediation),
    ...interrupted(state, data),
  ];
};

export const closingSteps: Steps<'ConcludeDispute' | 'Void'> = {
  ConcludeDispute: once(
    'DisputeConcluded',
    ['history', 'received', 'mediating', 'suspended'],
    (data, state) => {
      const { on = data.on, ended: over } = state.proceedings[data.proceeding] ?? {};
      ensure(over === '', 'proceeding-open');
      inOrder(on, data.on);
      ensureOutcome(data);
      const isInterest = state.about.cause === 'contract-conclusion';
      const isOld = state.phase === 'history';
      ensure(data.outcome !== 'settled' || isInterest || isOld, 'settle-by-agreement');
      return ended(state, data);
    },
    'concluded-once',
  ),
  Void: {
    already: (_, { phase }) => phase === 'void',
    in: recorded,
    otherwise: 'not-now',
    record: (data, state) => {
      const running = Object.keys(state.clocks);
      return [
        { type: 'DisputeVoided', data },
        ...(running.length > 0
          ? ([{ type: 'ClocksStopped', data: { clocks: running } }] as const)
          : []),
      ];
    },
  },
};

/** Every proceeding is over when the dispute is. */
const allEnded = ({ proceedings }: State, outcome: string): State['proceedings'] =>
  Object.fromEntries(
    Object.entries(proceedings).map(([id, one]) => [
      id,
      one.ended === '' ? { ...one, ended: outcome } : one,
    ]),
  );

export const afterClosing: After<'DisputeConcluded' | 'DisputeVoided'> = {
  DisputeConcluded: (state, data, { id }) => ({
    ...state,
    phase: data.outcome === 'settled' ? 'settled' : 'concluded',
    conclusion: data,
    concluding: id,
    proceedings: allEnded(state, data.outcome),
    clocks: without(state, ...timed(data.proceeding)),
  }),
  DisputeVoided: (state) => ({ ...state, phase: 'void' }),
};
