import { clock, optional, stopping, ofAgreements, ofMediation, wound } from '../../clocks.ts';
import { begun } from '../receipt/intake.ts';
import { changed, openOne, stoppingOf } from './mediation.ts';
import { ensure } from '../../rules.ts';
import { once } from '../../saying.ts';
import {
  inOrder,
  lawOf,
  working,
  type After,
  type Ask,
  type Phase,
  type Said,
  type State,
  type Steps,
} from '../../state.ts';

/** The clocks that a body's receipt starts. */
const received = (state: State, on: string) => {
  const { acceptance, mediation } = lawOf(state);
  return {
    ...optional('acceptance', clock(state, 'acceptance', on, acceptance)),
    ...optional('mediation', clock(state, 'mediation-from-receipt', on, mediation.receipt)),
  };
};

const applied = ({ about }: State) => ({ appliedBy: about.by });

export const joiningOf = (state: State, data: Ask<'JoinProceeding'>): Said<'ProceedingJoined'> => {
  const { mediation } = received(state, data.on);
  return { ...data, ...optional('mediation', mediation), ...applied(state) };
};

export const transferOf = (
  state: State,
  data: Ask<'TransferDispute'>,
): Said<'DisputeTransferred'> => ({
  ...data,
  ...received(state, data.on),
  ...applied(state),
});

export const reopeningOf = (state: State, data: Ask<'ReopenDispute'>): Said<'DisputeReopened'> => {
  const { mediation } = received(state, data.on);
  return { ...data, ...optional('mediation', mediation), ...applied(state) };
};

const ensureNew = ({ proceedings }: State, id: string): void =>
  ensure(!proceedings[id], 'proceeding-once');

/** Both clocks of a proceeding as the sides lengthened them, where the law lets them. */
export const extensionOf = (
  state: State,
  data: Ask<'ExtendMediation'>,
): Said<'MediationExtended'> => {
  const { mediation } = lawOf(state);
  const lengthened = (kind: 'receipt' | 'acceptance') => {
    const counted = state.everWound[`mediation-from-${kind}:${data.proceeding}`];
    const mayBe = mediation[kind]?.extension === 'by-consent';
    return counted && mayBe
      ? { ...counted, due: data.until, period: '', calendar: 'final' as const, calendarVersion: '' }
      : undefined;
  };
  return {
    ...data,
    ...optional('receipt', lengthened('receipt')),
    ...optional('acceptance', lengthened('acceptance')),
  };
};

/** Both sides agree before the last day, to a later one. */
export const ensureExtension = (state: State, data: Ask<'ExtendMediation'>): void => {
  const longer = extensionOf(state, data);
  const { article } = longer.acceptance ?? longer.receipt ?? { article: undefined };
  const areBoth = data.consents.includes('workers') && data.consents.includes('employer');
  ensure(areBoth && article !== undefined, 'extend-by-consent', article);
  const dues = (['receipt', 'acceptance'] as const).flatMap(
    (kind) => state.clocks[`mediation-from-${kind}:${data.proceeding}`]?.due ?? [],
  );
  const last = dues.toSorted().at(-1) ?? '';
  ensure(data.on <= last && data.until > last, 'extend-in-time', article);
};

export const proceedingSteps: Steps<
  'JoinProceeding' | 'TransferDispute' | 'ExtendMediation' | 'ReopenDispute'
> = {
  JoinProceeding: once('ProceedingJoined', working, (data, state) => {
    ensureNew(state, data.proceeding);
    inOrder(state.about.on, data.on);
    return [{ type: 'ProceedingJoined', data: joiningOf(state, data) }];
  }),
  TransferDispute: once('DisputeTransferred', working, (data, state) => {
    inOrder(openOne(state, data.from, data.on).acceptedOn, data.on);
    ensure(state.standing === data.from, 'where-it-stands');
    ensureNew(state, data.proceeding);
    return [
      { type: 'DisputeTransferred', data: transferOf(state, data) },
      ...stoppingOf(state, data.from),
    ];
  }),
  ExtendMediation: once('MediationExtended', working, (data, state) => {
    const { acceptedOn } = openOne(state, data.proceeding, data.on);
    ensure(acceptedOn !== '', 'accept-first');
    ensureExtension(state, data);
    return [{ type: 'MediationExtended', data: extensionOf(state, data) }];
  }),
  ReopenDispute: once('DisputeReopened', ['settled', 'concluded'], (data, state) => {
    ensureNew(state, data.proceeding);
    inOrder(state.conclusion?.on ?? '', data.on);
    const isVoid = data.because === 'agreement-void';
    const kinds = ['refusal-notice', ...ofMediation, ...(isVoid ? ofAgreements : [])];
    return [
      { type: 'DisputeReopened', data: reopeningOf(state, data) },
      ...stopping(state, ...kinds),
    ];
  }),
};

/** An agreement that was void is in force no more. */
const withoutVoid = (
  { settlements }: State,
  { because }: Pick<Said<'DisputeReopened'>, 'because'>,
): State['settlements'] =>
  because === 'agreement-void'
    ? Object.fromEntries(
        Object.entries(settlements).map(([id, one]) => [id, { ...one, effect: '', effectOn: '' }]),
      )
    : settlements;

/** Mediation goes on as soon as one body that still has the dispute has accepted it. */
const phaseOf = (proceedings: State['proceedings']): Phase =>
  Object.values(proceedings).some(({ ended, acceptedOn }) => ended === '' && acceptedOn !== '')
    ? 'mediating'
    : 'received';

export const afterProceedings: After<
  | 'ProceedingJoined'
  | 'ProceedingEnded'
  | 'DisputeTransferred'
  | 'MediationExtended'
  | 'DisputeReopened'
> = {
  ProceedingJoined: (state, data) => ({
    ...state,
    proceedings: { ...state.proceedings, [data.proceeding]: begun(data, state.about.by) },
    clocks: wound(state, { [`mediation-from-receipt:${data.proceeding}`]: data.mediation }),
  }),
  ProceedingEnded: (state, { proceeding, outcome }, { id }) => {
    const proceedings = changed(state, proceeding, { ended: outcome, ending: id });
    return { ...state, phase: phaseOf(proceedings), proceedings };
  },
  DisputeTransferred: (state, data, { id }) => {
    const { from, proceeding, because } = data;
    const left = state.proceedings[from]?.ended ?? '';
    const proceedings = {
      ...changed(state, from, {
        ended: left === '' ? 'transferred' : left,
        passing: because === 'earlier-body-ended' ? id : '',
      }),
      [proceeding]: state.proceedings[proceeding] ?? begun(data, state.about.by),
    };
    return {
      ...state,
      phase: phaseOf(proceedings),
      standing: proceeding,
      proceedings,
      clocks: wound(state, {
        ...(data.acceptance && { [`acceptance:${proceeding}`]: data.acceptance }),
        ...(data.mediation && { [`mediation-from-receipt:${proceeding}`]: data.mediation }),
      }),
    };
  },
  MediationExtended: (state, { proceeding, receipt, acceptance }) => ({
    ...state,
    clocks: wound(state, {
      ...(receipt && { [`mediation-from-receipt:${proceeding}`]: receipt }),
      ...(acceptance && { [`mediation-from-acceptance:${proceeding}`]: acceptance }),
    }),
  }),
  DisputeReopened: (state, data) => ({
    ...state,
    phase: 'received',
    archivedOn: '',
    conclusion: undefined,
    settlements: withoutVoid(state, data),
    standing: data.proceeding,
    proceedings: { ...state.proceedings, [data.proceeding]: begun(data, state.about.by) },
    claimants: Object.fromEntries(
      Object.entries(state.claimants).map(([person, stays]) => [
        person,
        stays === 'settled' && data.because === 'agreement-void' ? 'open' : stays,
      ]),
    ),
    clocks: wound(state, { [`mediation-from-receipt:${data.proceeding}`]: data.mediation }),
  }),
};
