import { describe, it } from 'vitest';
import type { ContractCommand } from '../../../domain/collective-contract/commands.ts';
import { collectiveContract } from '../../../domain/collective-contract/decider.ts';
import type { ContractEvent } from '../../../domain/collective-contract/events.ts';
import { decide, fold, pastOf } from '../../../domain/shared/decider.ts';
import { given, recorded } from '../../support/stories/given.ts';
import {
  amendment,
  filed,
  filedBy,
  inForce,
  objected,
  objection,
  past,
  regional,
  signed,
  terms,
} from './facts.ts';

const at = '2026-12-01T01:00:00.000Z';

const as = <T extends ContractCommand['type']>(
  type: T,
  data: Extract<ContractCommand, { type: T }>['data'],
) => ({ type, data }) as ContractCommand;

const after = (before: readonly ContractEvent[], command: ContractCommand): ContractEvent[] => {
  const facts = recorded(before);
  const moment = { at, by: 'clerk-1', past: pastOf(facts) };
  const parsed = collectiveContract.command.parse(command);
  return [
    ...before,
    ...decide(collectiveContract, parsed, fold(collectiveContract, facts), moment),
  ];
};

const paper = (sha: string) => [
  { sha256: sha.repeat(64), name: 'x.pdf', mediaType: 'application/pdf', bytes: 9 },
];
const breach = as('FindBreach', {
  breach: 'b1',
  on: '2026-07-01',
  clause: 'payday',
  finding: 'late',
});
const demand = { breach: 'b1', on: '2026-07-02', due: '2026-07-20' };
const found = after(inForce, breach);
const demanded = after(found, as('DemandRectification', demand));
const mended = { breach: 'b1', on: '2026-07-10' };
const accession = { enterprise: 'dyers', from: '2026-01-01' };
const acceded = after([signed(regional)], as('Accede', accession));
const out = { enterprise: 'dyers', on: '2026-06-01' };
const rescission = { on: '2026-09-01', ground: 'force-majeure' } as const;
const ended = after(inForce, as('Rescind', { ...rescission, because: 'flood' }));

/** What came before, what was recorded then, and the same with other content on the same day. */
const table: readonly (readonly [readonly ContractEvent[], ContractCommand, ContractCommand])[] = [
  [[], as('Sign', terms), as('Sign', { ...terms, workers: 121 })],
  [[], as('Sign', terms), as('Sign', { ...terms, enterprise: 'mill' })],
  [[], as('RegisterAsHistory', past), as('RegisterAsHistory', { ...past, workers: 7 })],
  [
    [signed()],
    as('File', filedBy('2026-06-01')),
    as('File', { ...filedBy('2026-06-01'), filedOn: '2026-05-30' }),
  ],
  [
    [signed(), filed('2026-06-01'), objected('2026-06-10')],
    as('Refile', filedBy('2026-06-25', 'A2')),
    as('Refile', { ...filedBy('2026-06-25', 'A2'), documents: paper('a') }),
  ],
  [
    [signed(), filed('2026-06-01')],
    as('Object', objection('2026-06-10')),
    as('Object', { on: '2026-06-10', items: ['the term'] }),
  ],
  [
    [signed(), filed('2026-06-01')],
    as('Approve', { on: '2026-06-10', opinionNo: '1' }),
    as('Approve', { on: '2026-06-10', opinionNo: '2' }),
  ],
  [
    inForce,
    as('Publish', { on: '2026-06-18', means: 'board' }),
    as('Publish', { on: '2026-06-18', means: 'intranet' }),
  ],
  [
    inForce,
    as('SignAmendment', amendment),
    as('SignAmendment', { ...amendment, signedOn: '2026-08-04' }),
  ],
  [
    [signed(regional)],
    as('Accede', { ...accession, proof: paper('a') }),
    as('Accede', { ...accession, proof: paper('b') }),
  ],
  [
    acceded,
    as('Withdraw', { ...out, because: 'moved' }),
    as('Withdraw', { ...out, because: 'closed' }),
  ],
  [
    demanded,
    as('RecordRectification', { ...mended, proof: paper('a') }),
    as('RecordRectification', { ...mended, proof: paper('b') }),
  ],
  [
    inForce,
    as('Rescind', { ...rescission, because: 'flood' }),
    as('Rescind', { ...rescission, because: 'fire' }),
  ],
  [
    inForce,
    as('Terminate', { on: '2026-09-01', condition: 'the line closed' }),
    as('Terminate', { on: '2026-09-01', condition: 'the plant closed' }),
  ],
  [
    ended,
    as('ReportEnd', { on: '2026-09-03', receiptNo: '1' }),
    as('ReportEnd', { on: '2026-09-03', receiptNo: '2' }),
  ],
  [
    [signed()],
    as('Void', { reason: 'twice' }),
    as('Void', { reason: 'twice', duplicateOf: 'contract-2' }),
  ],
];

const rows = table.map(
  ([before, command, other]) => [command.type, before, command, other] as const,
);

describe('what was recorded', () => {
  it.each(rows)('by %s is not recorded again', (_, before, command) => {
    given(collectiveContract, ...after(before, command))
      .when(command, at)
      .thenRecords();
  });
  it.each(rows)('by %s says nothing else by the same id and day', (_, before, command, other) => {
    given(collectiveContract, ...after(before, command))
      .when(other, at)
      .thenRefuses('said-otherwise');
  });
  it('of a demand is told apart by its days', () => {
    given(collectiveContract, ...demanded)
      .when(as('DemandRectification', demand), at)
      .thenRecords();
    given(collectiveContract, ...demanded)
      .when(as('DemandRectification', { ...demand, due: '2026-07-25' }), at)
      .thenRecordsTypes('RectificationDemanded');
  });
  it('of one of two stays is not taken for the other', () => {
    const back = after(
      after(acceded, as('Withdraw', { ...out, because: 'moved' })),
      as('Accede', { enterprise: 'dyers', from: '2026-08-01' }),
    );
    given(collectiveContract, ...back)
      .when(as('Withdraw', { ...out, because: 'moved' }), at)
      .thenRecords();
  });
});
