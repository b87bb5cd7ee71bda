import { describe, expect, it } from 'vitest';
import type { BargainingCommand } from '../../../domain/bargaining-case/commands.ts';
import { corrected } from '../../support/stories/correcting.ts';
import {
  bargainingUnder,
  deadlock,
  drafted,
  hold,
  minutes,
  named,
  publish,
  story,
} from '../../support/stories/bargaining.ts';

describe('the coordination', () => {
  const apply = (on = '2026-04-20'): BargainingCommand => ({
    type: 'ApplyForCoordination',
    data: { on, by: 'employees' },
  });
  const accept = (on = '2026-04-22'): BargainingCommand => ({
    type: 'AcceptCoordination',
    data: { on, mode: 'applied' },
  });
  const henan = [...bargainingUnder('henan-wage-2014'), deadlock()];
  const running = [...henan, apply(), accept()];
  it('has its end corrected, but not to a day before it began', () => {
    const agreement = (on: string): BargainingCommand => ({
      type: 'RecordCoordinationAgreed',
      data: { on, agreement: [minutes] },
    });
    const agreed = [...running, agreement('2026-05-06')];
    const anew = (on: string) =>
      corrected(agreed, 'CoordinationAgreed', 'CorrectCoordinationAgreement', agreement(on));
    anew('2026-05-08').thenRecordsTypes('CoordinationAgreementCorrected');
    anew('2026-05-06').thenRecords();
    anew('2026-04-21').thenRefuses('days-run-forward');
    const failure = (on: string): BargainingCommand => ({
      type: 'RecordCoordinationFailed',
      data: { on, note: '双方分歧较大' },
    });
    const failed = [...running, failure('2026-05-06')];
    const said = corrected(
      failed,
      'CoordinationFailed',
      'CorrectCoordinationFailure',
      failure('2026-05-07'),
    );
    said.thenRecordsTypes('CoordinationFailureCorrected');
    expect(said.state().coordinationFailed).toBe('2026-05-07');
  });
});

describe('what is published or reopened', () => {
  it('is corrected on its day', () => {
    const said = corrected(
      [...named, publish()],
      'DelegatesPublished',
      'CorrectDelegatePublication',
      publish({ on: '2026-03-13' }),
    );
    said.thenRecordsTypes('DelegatePublicationCorrected');
    expect(said.state().publishedOn.employees).toBe('2026-03-13');
  });
  const reopen = (on: string): BargainingCommand => ({ type: 'ReopenNegotiation', data: { on } });
  const rejected = [...drafted, hold({ yes: 20 })];
  it('is not reopened before the vote', () => {
    story(...rejected)
      .when(reopen('2026-05-11'))
      .thenRefuses('days-run-forward');
    const anew = (on: string) =>
      corrected(
        [...rejected, reopen('2026-05-12')],
        'NegotiationReopened',
        'CorrectReopening',
        reopen(on),
      );
    anew('2026-05-13').thenRecordsTypes('ReopeningCorrected');
    anew('2026-05-11').thenRefuses('days-run-forward');
  });
});
