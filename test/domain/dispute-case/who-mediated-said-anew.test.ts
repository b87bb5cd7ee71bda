import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import type { DisputeEvent } from '../../../domain/dispute-case/events.ts';
import { disputeDocket } from '../../../projections/disputes/dispute-docket.ts';
import { proceedings } from '../../../projections/disputes/proceedings.ts';
import {
  accept,
  after,
  agreeTo,
  assign,
  idOf,
  interest,
  receive,
  session,
  stateAfter,
  story,
} from '../../support/stories/disputes.ts';
import { rowsAfter } from '../../support/stories/row-after.ts';

const assigned = [receive(), agreeTo(), accept(), assign()];
const recuse = (on: string, mediator = 'zhao'): DisputeCommand => ({
  type: 'RecuseMediator',
  data: { proceeding: 'street', mediator, on, askedBy: 'workers' },
});
const reason = '录入有误';
const corrects = (past: readonly DisputeCommand[], type: DisputeEvent['type']) => ({
  corrects: idOf(after(...past), type),
  reason,
});
const assignedAnew = (
  past: readonly DisputeCommand[],
  { mediator = 'zhao', on = '2026-03-04' },
): DisputeCommand => ({
  type: 'CorrectAssignment',
  data: { ...corrects(past, 'MediatorAssigned'), proceeding: 'street', mediator, on },
});
const recusedAnew = (
  past: readonly DisputeCommand[],
  { mediator = 'zhao', on = '2026-03-10' },
): DisputeCommand => ({
  type: 'CorrectRecusal',
  data: {
    ...corrects(past, 'MediatorRecused'),
    proceeding: 'street',
    mediator,
    on,
    askedBy: 'workers',
  },
});
const mediatorsBy = (...commands: readonly DisputeCommand[]) => {
  const facts = after(...commands);
  return {
    state: stateAfter(...commands).proceedings.street?.mediators,
    docket: [...rowsAfter(disputeDocket, facts).values()][0]?.mediators,
    proceeding: [...rowsAfter(proceedings, facts).values()][0]?.mediators,
  };
};

describe('an assignment that was written down wrong', () => {
  it('is of another mediator, wherever the mediators are shown', () => {
    expect(mediatorsBy(...assigned, assignedAnew(assigned, { mediator: 'qian' }))).toStrictEqual({
      state: ['qian'],
      docket: 'qian',
      proceeding: 'qian',
    });
  });
  it('keeps its place before who was assigned later', () => {
    const two = [...assigned, assign({ mediator: 'sun' })];
    expect(mediatorsBy(...two, assignedAnew(two, { mediator: 'qian' })).docket).toBe('qian sun');
    story(...two)
      .when(assignedAnew(two, { mediator: 'sun' }))
      .thenRefuses('assigned-once');
  });
  it('said twice is recorded once', () => {
    const anew = assignedAnew(assigned, { on: '2026-03-05' });
    story(...assigned)
      .when(anew)
      .thenRecordsTypes('AssignmentCorrected');
    story(...assigned, anew)
      .when(anew)
      .thenRecords();
  });
  it('is still of somebody without an interest, who is no party', () => {
    const past = [...assigned, interest('qian')];
    story(...past)
      .when(assignedAnew(past, { mediator: 'qian' }))
      .thenRefuses('mediator-has-interest', '劳动争议调解仲裁法 Art 33');
    story(...past)
      .when(assignedAnew(past, { mediator: 'wang' }))
      .thenRefuses('mediator-is-no-party', '劳动争议调解仲裁法 Art 33');
  });
  it('stays with who has led a session or was recused', () => {
    const held = [...assigned, session()];
    story(...held)
      .when(assignedAnew(held, { mediator: 'qian' }))
      .thenRefuses('mediator-who-acted-stays');
    const left = [...assigned, recuse('2026-03-09')];
    story(...left)
      .when(assignedAnew(left, { mediator: 'qian' }))
      .thenRefuses('mediator-who-acted-stays');
  });
  it('is no earlier than the proceeding and no later than the recusal', () => {
    story(...assigned)
      .when(assignedAnew(assigned, { on: '2026-03-01' }))
      .thenRefuses('days-run-forward');
    const left = [...assigned, recuse('2026-03-09')];
    story(...left)
      .when(assignedAnew(left, { on: '2026-03-10' }))
      .thenRefuses('days-run-forward');
  });
});

describe('a recusal that was written down wrong', () => {
  const two = [...assigned, assign({ mediator: 'qian' }), recuse('2026-03-09')];
  it('was of another mediator: the first one stays', () => {
    const anew = recusedAnew(two, { mediator: 'qian' });
    expect(mediatorsBy(...two, anew)).toStrictEqual({
      state: ['zhao'],
      docket: 'zhao',
      proceeding: 'zhao',
    });
    story(...two, anew)
      .when(anew)
      .thenRecords();
  });
  it('is of somebody who is assigned, on his first day or later', () => {
    story(...two)
      .when(recusedAnew(two, { mediator: 'sun' }))
      .thenRefuses('assigned-mediators');
    story(...two)
      .when(recusedAnew(two, { on: '2026-03-03' }))
      .thenRefuses('days-run-forward');
  });
});
