import { corrects } from './corrects.ts';
import { CONSULTATION_ZONE } from '../law/forums.ts';
import { dayOf } from '../shared/calendar.ts';
import { checked } from '../shared/decider.ts';
import type { Stamp } from '../shared/message.ts';
import { afterAgenda, agendaSteps } from './agenda.ts';
import { ConsultationCommand } from './commands.ts';
import { afterConvening, conveningSteps } from './convening.ts';
import { corrections } from './corrections.ts';
import { ConsultationEvent } from './events.ts';
import { afterFollowUp, followUpSteps } from './follow-up.ts';
import { afterMeeting, meetingSteps } from './meeting.ts';
import { afterMinutes, minutesSteps } from './minutes.ts';
import { afterReports, reportSteps } from './reports-at-next.ts';
import { saidAnew } from './said-anew.ts';
import { ensure, rules } from './rules.ts';
import { initial, type Consultation, type State } from './state.ts';

/** What happened has a day that has come, in China. */
const ensureCome = (data: unknown, _: State, { at }: Stamp): void => {
  const { on = '', doneOn = '' } = data as { readonly on?: string; readonly doneOn?: string };
  const today = dayOf(at, CONSULTATION_ZONE);
  ensure(on <= today && doneOn <= today, 'not-in-the-future');
};

/**
 * One meeting of a tripartite mechanism or a joint conference: its agenda, what it resolved, its
 * minutes, and what became of its resolutions. It hears the report on the last meeting first.
 */
export const consultation: Consultation = {
  category: 'consultation',
  command: ConsultationCommand,
  event: ConsultationEvent,
  rules,
  initial,
  corrects,
  steps: checked(
    {
      ...conveningSteps,
      ...agendaSteps,
      ...meetingSteps,
      ...minutesSteps,
      ...followUpSteps,
      ...reportSteps,
      ...corrections,
      ...saidAnew,
    },
    ensureCome,
  ),
  after: {
    ...afterConvening,
    ...afterAgenda,
    ...afterMeeting,
    ...afterMinutes,
    ...afterFollowUp,
    ...afterReports,
  },
};
