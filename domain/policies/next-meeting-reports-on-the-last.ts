import type { ConsultationCommand } from '../consultation/commands.ts';
import type { ConsultationEvent } from '../consultation/events.ts';
import type { Order, Policy } from '../shared/policy.ts';

/** What a meeting hears of the last one's resolutions is recorded where they were resolved. */
export const nextMeetingReportsOnTheLast: Policy<ConsultationEvent> = {
  name: 'next-meeting-reports-on-the-last',
  on: 'consultation',
  orders: ({ type, data }, id): Order<ConsultationCommand>[] => {
    if (type !== 'LastResolutionHeard') return [];
    const { previous, ...heard } = data;
    const command = { type: 'RecordReportAtNext', data: { ...heard, meeting: id } } as const;
    return [{ category: 'consultation', id: previous, command }];
  },
};
