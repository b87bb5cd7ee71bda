import type { PersonEvent } from '../domain/person/events.ts';
import { register } from './projection.ts';

/** Who is on record, without a word about them: what is sealed stays in the person's own stream. */
export type PersonRow = {
  id: string;
  status: 'registered' | 'erased' | 'void';
  registered_at: string;
  /** When the details were last sealed anew. */
  details_at: string;
  erased_on: string | null;
  erasure_reason: string | null;
  duplicate_of: string | null;
};

export const personRegister = register<PersonRow, PersonEvent>({
  table: 'person_register',
  version: 1,
  columns: {
    id: 'TEXT NOT NULL',
    status: 'TEXT NOT NULL',
    registered_at: 'TEXT NOT NULL',
    details_at: 'TEXT NOT NULL',
    erased_on: 'TEXT',
    erasure_reason: 'TEXT',
    duplicate_of: 'TEXT',
  },
  indexes: ['status'],
  categories: ['person'],
  create: {
    PersonRegistered: ({ subject, at }) => ({
      id: subject,
      status: 'registered',
      registered_at: at,
      details_at: at,
      erased_on: null,
      erasure_reason: null,
      duplicate_of: null,
    }),
  },
  change: {
    DetailsCorrected: (row, { at }) => ({ ...row, details_at: at }),
    PersonErased: (row, { data }) => ({
      ...row,
      status: 'erased',
      erased_on: data.on,
      erasure_reason: data.reason,
    }),
    PersonVoided: (row) => ({ ...row, status: 'void' }),
    PersonFoundDuplicate: (row, { data }) => ({ ...row, status: 'void', duplicate_of: data.of }),
  },
});
