import type { ConsultationCommand } from '../consultation/commands.ts';
import type { ConsultationEvent } from '../consultation/events.ts';
import type { Order, Policy } from '../shared/policy.ts';

const to = (id: string, command: ConsultationCommand): Order<ConsultationCommand>[] => [
  { category: 'consultation', id, command },
];

/** What a meeting hears of the last one's resolutions is recorded where they were resolved, said anew there, and taken back. */
export const nextMeetingReportsOnTheLast: Policy<ConsultationEvent> = {
  name: 'next-meeting-reports-on-the-last',
  on: 'consultation',
  orders: ({ type, data }, meeting): Order<ConsultationCommand>[] => {
    if (type === 'LastResolutionHeard') {
      const { previous, ...heard } = data;
      return to(previous, { type: 'RecordReportAtNext', data: { ...heard, meeting } });
    }
    if (type === 'LastResolutionHearingCorrected') {
      const { previous, corrects: _, ...heard } = data;
      return to(previous, { type: 'CorrectReportAtNext', data: { ...heard, meeting } });
    }
    if (type === 'LastResolutionHearingTakenBack') {
      const { previous, takesBack: _, ...about } = data;
      return to(previous, { type: 'TakeBackReportAtNext', data: { ...about, meeting } });
    }
    if (type !== 'MeetingVoided') return [];
    const { previous = '', heard = [], reason } = data;
    return heard.flatMap((resolution) =>
      to(previous, { type: 'TakeBackReportAtNext', data: { resolution, meeting, reason } }),
    );
  },
};
