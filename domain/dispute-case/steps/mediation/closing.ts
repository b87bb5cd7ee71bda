import { ofMediation, optional, stopping, without } from '../../clocks.ts';
import type { DisputeEvent } from '../../events.ts';
import { ensure } from '../../rules.ts';
import { begunAnew } from '../receipt/limitation.ts';
import { isSaid } from '../../saying.ts';
import { inOrder, recorded, type After, type Said, type State, type Steps } from '../../state.ts';

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
  const hasFailed = outcome === 'failed' || outcome === 'refused';
  const limitation = hasFailed ? begunAnew(state, on) : undefined;
  return limitation
    ? [{ type: 'LimitationInterrupted', data: { on, by: 'mediation-failed', limitation } }]
    : [];
};

const timed = (proceeding: string): string[] => [
  `mediation-from-receipt:${proceeding}`,
  `mediation-from-acceptance:${proceeding}`,
];

/** The dispute passes to a body that has it already: once the other has ended, and not before it came there. */
export const passingOf = (
  { proceedings }: State,
  { proceeding: from, on }: Pick<Said<'ProceedingEnded'>, 'proceeding' | 'on'>,
  next: string,
): Said<'DisputeTransferred'> => {
  const { level, body, on: since } = proceedings[next] ?? { level: 'street', body: '', on };
  const passed = on > since ? on : since;
  return { from, proceeding: next, level, body, on: passed, because: 'earlier-body-ended' };
};

/** One body's proceeding ends while another body goes on: the dispute stands there now. */
const goesOn = (state: State, data: Conclusion, next: string): DisputeEvent[] => {
  const { proceeding, on, outcome } = data;
  return [
    { type: 'ProceedingEnded', data: { proceeding, on, outcome } },
    ...stopping(state, ...ofMediation.map((kind) => `${kind}:${proceeding}`)),
    ...(state.standing === proceeding
      ? ([{ type: 'DisputeTransferred', data: passingOf(state, data, next) }] as const)
      : []),
  ];
};

const goingOn = ({ proceedings }: State, proceeding: string): string[] =>
  Object.keys(proceedings).filter((id) => id !== proceeding && proceedings[id]?.ended === '');

/** The dispute is concluded, with every body that had it. */
export const wholeEnded = (state: State, data: Conclusion): DisputeEvent[] => {
  const others = goingOn(state, data.proceeding);
  const left = { ...state, clocks: without(state, ...timed(data.proceeding)) };
  return [
    {
      type: 'DisputeConcluded',
      data: { ...data, ...optional('alongside', others.length > 0 ? others : undefined) },
    },
    ...stopping(left, ...ofMediation),
    ...interrupted(state, data),
  ];
};

/** What the end of a proceeding records: the dispute's conclusion, unless it goes on elsewhere. */
export const ended = (state: State, data: Conclusion): DisputeEvent[] => {
  const [next] = goingOn(state, data.proceeding);
  return data.outcome !== 'settled' && next !== undefined
    ? goesOn(state, data, next)
    : wholeEnded(state, data);
};

export const closingSteps: Steps<'ConcludeDispute' | 'Void'> = {
  ConcludeDispute: {
    // Where another body goes on, only this body's proceeding has ended.
    already: (data, state) => {
      const { proceeding, on, outcome } = data;
      return (
        isSaid(state, 'DisputeConcluded', data) ||
        isSaid(state, 'ProceedingEnded', { proceeding, on, outcome })
      );
    },
    in: ['history', 'received', 'mediating', 'suspended'],
    otherwise: 'concluded-once',
    record: (data, state) => {
      const found = state.proceedings[data.proceeding];
      const { on = data.on, acceptedOn = '', ended: over } = found ?? {};
      ensure(over === '', 'proceeding-open');
      inOrder(on, data.on);
      inOrder(acceptedOn, data.on);
      ensureOutcome(data);
      const isInterest = state.about.cause === 'contract-conclusion';
      const isOld = state.phase === 'history';
      ensure(data.outcome !== 'settled' || isInterest || isOld, 'settle-by-agreement');
      return ended(state, data);
    },
  },
  Void: {
    already: (_, { phase }) => phase === 'void',
    in: recorded,
    otherwise: 'not-now',
    record: (data, state, { subject }) => {
      ensure(data.duplicateOf === undefined || data.duplicateOf !== subject, 'another-dispute');
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
