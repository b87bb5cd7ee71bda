import { describe, expect, it } from 'vitest';
import type { DisputeCommand } from '../../../domain/dispute-case/commands.ts';
import {
  arbitrating,
  award,
  awarded,
  file,
  filed,
  take,
} from '../../support/stories/arbitrations.ts';
import {
  after,
  failed,
  idOf,
  mediating,
  reopen,
  settled,
  stateAfter,
  story,
  type Ask,
} from '../../support/stories/disputes.ts';

const archive = (over: Partial<Ask<'ArchiveDispute'>> = {}): DisputeCommand => ({
  type: 'ArchiveDispute',
  data: { on: '2026-07-01', fileNumber: '2026-118', secondary: 'with', ...over },
});
const move = (over: Partial<Ask<'MoveArbitration'>> = {}): DisputeCommand => ({
  type: 'MoveArbitration',
  data: {
    from: 'arb',
    arbitration: 'arb-2',
    commission: '细河区仲裁委',
    on: '2026-05-11',
    by: 'employer',
    ...over,
  },
});
const keptUntil = (...commands: readonly DisputeCommand[]): unknown => {
  const last = after(...commands, archive()).at(-1);
  return last?.type === 'DisputeArchived' ? last.data.keep?.due : last?.type;
};

describe('the file of a dispute', () => {
  it('is archived when the dispute is over, and kept five years after mediation, ten after an award', () => {
    expect(keptUntil(...settled)).toBe('2031-07-01');
    expect(keptUntil(...failed)).toBe('2031-07-01');
    expect(keptUntil(...awarded)).toBe('2036-07-01');
  });
  it('is not archived while somebody works on it, nor before the end', () => {
    story(...mediating)
      .when(archive())
      .thenRefuses('archived-when-over');
    story(...arbitrating)
      .when(archive())
      .thenRefuses('archived-when-over');
    story(...awarded)
      .when(archive({ on: '2026-06-14' }))
      .thenRefuses('days-run-forward');
    story(...awarded)
      .when(archive({ on: '2026-06-15' }))
      .thenRecordsTypes('DisputeArchived');
  });
  it('is archived once; said again it records nothing', () => {
    story(...failed, archive())
      .when(archive())
      .thenRecords();
    story(...failed, archive())
      .when(archive({ fileNumber: '2026-119' }))
      .thenRefuses('archived-once');
  });
  it('comes out of the archive when the dispute is taken up again', () => {
    const reopened = reopen({ on: '2026-08-03' });
    expect(stateAfter(...failed, archive(), reopened).archivedOn).toBe('');
    expect(stateAfter(...failed, archive(), file({ on: '2026-08-03' })).archivedOn).toBe('');
  });
});

describe('two commissions', () => {
  const atSeat = [...failed, file({ jurisdiction: 'employer-seat' })];
  it('the one at the place of performance has the case, and decides anew whether it takes it', () => {
    story(...atSeat, take())
      .when(move())
      .thenRecordsTypes('ClocksStopped', 'ArbitrationMoved');
    const { arbitration, clocks, phase } = stateAfter(...atSeat, take(), move());
    expect([arbitration.id, arbitration.acceptedOn, phase]).toStrictEqual([
      'arb-2',
      '',
      'arbitrating',
    ]);
    expect(clocks['arbitration-acceptance']?.due).toBe('2026-05-18');
    expect(clocks.award).toBeUndefined();
    const taken = take({ arbitration: 'arb-2', on: '2026-05-18' });
    story(...atSeat, take(), move(), taken)
      .when(award({ arbitration: 'arb' }))
      .thenRefuses('this-arbitration');
    story(...atSeat, take(), move(), taken)
      .when(award({ arbitration: 'arb-2' }))
      .thenRecordsTypes('AwardMade', 'ClocksStopped', 'AwardTookEffect');
  });
  it('it is never passed from the place of performance to the seat, nor after an award', () => {
    story(...failed, file({ jurisdiction: 'place-of-performance' }))
      .when(move())
      .thenRefuses('performance-place-decides', '劳动争议调解仲裁法 Art 21');
    story(...atSeat, move())
      .when(move({ from: 'arb-2', arbitration: 'arb-3' }))
      .thenRefuses('performance-place-decides');
    story(...atSeat, take(), award({ part: 'partial', on: '2026-05-20' }))
      .when(move({ on: '2026-05-21' }))
      .thenRefuses('performance-place-decides');
  });
  it('it is passed from the one under way, on a day after its filing, under an id of its own', () => {
    story(...filed)
      .when(move({ from: 'x' }))
      .thenRefuses('this-arbitration');
    story(...filed)
      .when(move({ on: '2026-05-05' }))
      .thenRefuses('days-run-forward');
    story(...filed)
      .when(move({ arbitration: 'arb' }))
      .thenRefuses('one-arbitration');
    story(...failed)
      .when(move())
      .thenRefuses('not-now');
    story(...filed, move())
      .when(move())
      .thenRecords();
  });
  it('a slip in its day is corrected, and the clock with it', () => {
    const past = after(...atSeat, move());
    const anew: DisputeCommand = {
      type: 'CorrectMoving',
      data: {
        ...(move().data as Ask<'MoveArbitration'>),
        on: '2026-05-12',
        corrects: idOf(past, 'ArbitrationMoved'),
        reason: '录入有误',
      },
    };
    story(...atSeat, move())
      .when(anew)
      .thenRecordsTypes('MovingCorrected');
    expect(stateAfter(...atSeat, move(), anew).clocks['arbitration-acceptance']?.due).toBe(
      '2026-05-19',
    );
  });
});
