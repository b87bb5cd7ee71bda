import { CONSULTATION_ZONE } from '../law/forums.ts';
import { dayOf } from '../shared/calendar.ts';
import type { Step } from '../shared/decider.ts';
import type { Stamp } from '../shared/message.ts';
import { afterAgenda, agendaSteps } from './agenda.ts';
import { ConsultationCommand } from './commands.ts';
import { afterConvening, conveningSteps } from './convening.ts';
import { corrections } from './corrections.ts';
import { ConsultationEvent } from './events.ts';
import { afterFollowUp, followUpSteps } from './follow-up.ts';
import { afterMeeting, meetingSteps } from './meeting.ts';
import { afterMinutes, minutesSteps } from './minutes.ts';
import { ensure, rules, type Rule } from './rules.ts';
import { initial, type Consultation, type State } from './state.ts';

type Row = Step<State, unknown, ConsultationEvent, Rule>;

/** What happened has a day that has come, in China. */
const ensureCome = (data: unknown, { at }: Stamp): void => {
  const { on = '', doneOn = '' } = data as { readonly on?: string; readonly doneOn?: string };
  const today = dayOf(at, CONSULTATION_ZONE);
  ensure(on <= today && doneOn <= today, 'not-in-the-future');
};

/** The same state table, closed to days that have not come. */
const dated = (steps: Consultation['steps']): Consultation['steps'] =>
  Object.fromEntries(
    Object.entries(steps as unknown as Record<string, Row>).map(([type, row]): [string, Row] => [
      type,
      {
        ...row,
        record: (data, state, moment) => {
          ensureCome(data, moment);
          return row.record(data, state, moment);
        },
      },
    ]),
  ) as unknown as Consultation['steps'];

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
  steps: dated({
    ...conveningSteps,
    ...agendaSteps,
    ...meetingSteps,
    ...minutesSteps,
    ...followUpSteps,
    ...corrections,
  }),
  after: {
    ...afterConvening,
    ...afterAgenda,
    ...afterMeeting,
    ...afterMinutes,
    ...afterFollowUp,
  },
};
