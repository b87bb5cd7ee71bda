import { same } from '../shared/same.ts';
import type { ConsultationEvent } from './events.ts';
import { ensureStanding } from './meeting.ts';
import {
  held,
  inOrder,
  resolutionOf,
  withResolution,
  type After,
  type End,
  type Report,
  type Resolution,
  type Said,
  type State,
  type Steps,
} from './state.ts';

type Told = Said<'ReportedAtNext'>;
type About = Pick<Told, 'resolution' | 'meeting'>;
type Ending = Extract<ConsultationEvent, { type: 'FollowUpDone' | 'FollowUpNotDone' }>;

const how = {
  FollowUpDone: 'done',
  FollowUpNotDone: 'not-done',
  ResolutionWithdrawn: 'withdrawn',
} as const;
const endOf = (end: Pick<End, 'type'> | undefined): Resolution['end'] => (end ? how[end.type] : '');

/** How a report ends a resolution that is to be done by a day and had ended this way. */
const endingOf = (
  { resolution, meeting, standing, doneOn, because, on }: Told,
  due: string,
  end: Resolution['end'],
): Ending | undefined => {
  if (due === '') return undefined;
  if (standing === 'done' && doneOn && (end === '' || end === 'not-done'))
    return { type: 'FollowUpDone', data: { resolution, on: doneOn, meeting } };
  if (standing === 'not-done' && because && end === '')
    return { type: 'FollowUpNotDone', data: { resolution, on, because, meeting } };
  return undefined;
};

const reportOf = (state: State, { resolution, meeting }: About): Report | undefined =>
  Object.hasOwn(state.resolutions, resolution)
    ? resolutionOf(state, resolution).reports.find(({ said }) => said.meeting === meeting)
    : undefined;

/** The resolution that is reported on was made before it was done, or heard of. */
const reportedOn = (state: State, data: Told): Resolution => {
  const found = resolutionOf(state, data.resolution);
  ensureStanding(data);
  inOrder(found.on, data.doneOn ?? data.on);
  return found;
};

/** What another meeting said ends it, or does now that an earlier end is none. */
const endsBy = (
  reports: readonly (Told | undefined)[],
  due: string,
  before: Resolution['end'],
): Ending[] => {
  const ends: Ending[] = [];
  for (const said of reports) {
    const ending = said && endingOf(said, due, endOf(ends.at(-1)) || before);
    if (ending) ends.push(ending);
  }
  return ends;
};

const endTakenBack = (own: End, last: End | undefined, reason: string): ConsultationEvent => {
  const { id, data } = own;
  const end = endOf(last);
  const doneOn = last?.type === 'FollowUpDone' ? last.data.on : undefined;
  return {
    type: 'FollowUpEndTakenBack',
    data: {
      ...{ takesBack: [id], reason, resolution: data.resolution },
      ...(end && { end }),
      ...(doneOn && { doneOn }),
    },
  };
};

/** The end that is said anew in its own place; what somebody added to it stays. */
const endCorrected = (own: End, { type, data }: Ending, reason: string): ConsultationEvent => {
  const said = { ...own.data, ...data, corrects: own.id, reason };
  return type === 'FollowUpDone'
    ? { type: 'CompletionCorrected', data: said }
    : { type: 'FailureCorrected', data: { ...said, because: data.because } };
};

/** What follows for the end of a resolution when a report on it says this now, or nothing; what somebody recorded since stands. */
const endAnew = (
  { due, ends, reports }: Resolution,
  report: Report,
  now: Told | undefined,
  reason: string,
): ConsultationEvent[] => {
  const { meeting } = report.said;
  const own = ends.find((end) => 'meeting' in end.data && end.data.meeting === meeting);
  const others = ends.filter((end) => end !== own);
  const before = others.slice(0, report.after).at(-1);
  const stands = others.length <= report.after;
  const [wanted] = endsBy([now], due, endOf(before));
  if (own && wanted?.type === own.type) {
    if (same(own.data, { ...own.data, ...wanted.data })) return [];
    if (stands) return [endCorrected(own, wanted, reason)];
  }
  const later = reports.slice(reports.indexOf(report) + 1).map(({ said }) => said);
  return [
    ...(own ? [endTakenBack(own, others.at(-1), reason)] : []),
    ...(stands ? endsBy([now, ...later], due, endOf(before)) : []),
  ];
};

export const reportSteps: Steps<
  'RecordReportAtNext' | 'CorrectReportAtNext' | 'TakeBackReportAtNext'
> = {
  RecordReportAtNext: {
    already: (data, state) => reportOf(state, data) !== undefined,
    in: held,
    otherwise: 'not-now',
    record: (data, state) => {
      const { due, end } = reportedOn(state, data);
      // What ended it comes last: it is what a figure cites.
      return [{ type: 'ReportedAtNext', data }, ...endsBy([data], due, end)];
    },
  },
  CorrectReportAtNext: {
    already: ({ reason: _, ...data }, state) =>
      state.phase === 'void' || same(reportOf(state, data)?.said, data),
    in: held,
    otherwise: 'not-now',
    record: ({ reason, ...data }, state) => {
      const found = reportedOn(state, data);
      const report = reportOf(state, data);
      if (!report)
        return [{ type: 'ReportedAtNext', data }, ...endsBy([data], found.due, found.end)];
      const anew = { corrects: report.id, reason, ...data };
      return [
        { type: 'ReportAtNextCorrected', data: anew },
        ...endAnew(found, report, data, reason),
      ];
    },
  },
  TakeBackReportAtNext: {
    already: (data, state) => state.phase === 'void' || reportOf(state, data) === undefined,
    in: held,
    otherwise: 'not-now',
    record: ({ resolution, meeting, reason }, state) => {
      const report = reportOf(state, { resolution, meeting });
      if (!report) return [];
      const data = { takesBack: [report.id], reason, resolution, meeting };
      const found = resolutionOf(state, resolution);
      return [
        { type: 'ReportAtNextTakenBack', data },
        ...endAnew(found, report, undefined, reason),
      ];
    },
  },
};

export const afterReports: After<
  'ReportedAtNext' | 'ReportAtNextTakenBack' | 'FollowUpEndTakenBack'
> = {
  ReportedAtNext: (state, said, { id }) =>
    withResolution(state, said.resolution, ({ reports, ends }) => ({
      reports: [...reports, { id, said, after: ends.length }],
    })),
  ReportAtNextTakenBack: (state) => state,
  FollowUpEndTakenBack: (state) => state,
};
