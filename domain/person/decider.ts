import { hasBegun } from '../shared/calendar.ts';
import type { Decider } from '../shared/decider.ts';
import { same } from '../shared/same.ts';
import { PersonCommand } from './commands.ts';
import { PersonEvent } from './events.ts';
import { ensure, rules, type Rule } from './rules.ts';

/** What a later decision reads: the marks (tags) by which a repeated sealing is seen. */
type State = {
  readonly phase: 'none' | 'registered' | 'erased' | 'void';
  readonly details: string;
  readonly duplicateOf: string;
  readonly notes: Readonly<Record<string, unknown>>;
};

/** Someone whose details are sealed; everywhere else only the id of this stream stands. */
export const person: Decider<State, PersonCommand, PersonEvent, Rule> = {
  category: 'person',
  command: PersonCommand,
  event: PersonEvent,
  rules,
  initial: { phase: 'none', details: '', duplicateOf: '', notes: {} },

  steps: {
    Register: {
      already: ({ details }, state) => state.details === details.tag,
      in: ['none'],
      otherwise: 'person-registered-once',
      record: (data) => [{ type: 'PersonRegistered', data }],
    },
    CorrectDetails: {
      already: ({ details }, state) => state.details === details.tag,
      in: ['registered'],
      otherwise: 'person-on-record',
      record: (data) => [{ type: 'DetailsCorrected', data }],
    },
    SealNote: {
      already: (data, { notes }) => same(notes[data.note], data),
      in: ['registered'],
      otherwise: 'person-on-record',
      record: (data) => [{ type: 'NoteSealed', data }],
    },
    Erase: {
      already: (_, { phase }) => phase === 'erased',
      in: ['registered', 'void'],
      otherwise: 'person-on-record',
      record: (data, _, { at }) => {
        ensure(hasBegun(data.on, at), 'erased-by-today');
        return [{ type: 'PersonErased', data }];
      },
    },
    Void: {
      already: ({ duplicateOf = '' }, state) =>
        state.phase === 'void' && (duplicateOf === '' || duplicateOf === state.duplicateOf),
      in: ['registered', 'void'],
      otherwise: 'person-on-record',
      record: ({ reason, duplicateOf }, _, { subject }) => {
        if (duplicateOf === undefined) return [{ type: 'PersonVoided', data: { reason } }];
        ensure(duplicateOf !== subject, 'another-person');
        return [{ type: 'PersonFoundDuplicate', data: { of: duplicateOf } }];
      },
    },
  },

  after: {
    PersonRegistered: (s, { details }) => ({ ...s, phase: 'registered', details: details.tag }),
    DetailsCorrected: (s, { details }) => ({ ...s, details: details.tag }),
    NoteSealed: (s, data) => ({ ...s, notes: { ...s.notes, [data.note]: data } }),
    PersonErased: (s) => ({ ...s, phase: 'erased' }),
    PersonVoided: (s) => ({ ...s, phase: 'void' }),
    PersonFoundDuplicate: (s, { of }) => ({ ...s, phase: 'void', duplicateOf: of }),
  },
};
