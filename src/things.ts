import { bargainingCase } from '../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../domain/collective-contract/decider.ts';
import { consultation } from '../domain/consultation/decider.ts';
import { disputeCase } from '../domain/dispute-case/decider.ts';
import { enterprise } from '../domain/enterprise/decider.ts';
import { person } from '../domain/person/decider.ts';
import { OperatorCommand } from '../domain/refused-order/commands.ts';
import { refusedOrder } from '../domain/refused-order/decider.ts';
import { PlainPersonCommand } from '../domain/person/details.ts';
import type { Category } from '../domain/shared/policy.ts';
import { agenda } from '../projections/consultation/agenda.ts';
import { caseBoard } from '../projections/bargaining/case-board.ts';
import { contractRegister, inForceOn } from '../projections/contracts/contract-register.ts';
import { contractsStanding } from '../projections/contracts/contracts-standing.ts';
import {
  caseCodes,
  consultationCodes,
  contractCodes,
  disputeCodes,
  enterpriseCodes,
  refusedOrderCodes,
} from '../projections/codes.ts';
import { claims } from '../projections/disputes/claims.ts';
import { clauses } from '../projections/bargaining/clauses.ts';
import { contractRoster } from '../projections/contracts/contract-roster.ts';
import { deadlines } from '../projections/deadlines/deadlines.ts';
import { delegates } from '../projections/bargaining/delegates.ts';
import { disputeDocket } from '../projections/disputes/dispute-docket.ts';
import { employerChanges } from '../projections/employer-changes.ts';
import { enterpriseRegister } from '../projections/enterprise-register.ts';
import { enterprisesOn } from '../projections/enterprises-on.ts';
import { inspections } from '../projections/contracts/inspections.ts';
import { meetings } from '../projections/consultation/meetings.ts';
import { offers } from '../projections/bargaining/offers.ts';
import { personRegister } from '../projections/person-register.ts';
import { casesStanding } from '../projections/bargaining/cases-standing.ts';
import { positions } from '../projections/bargaining/positions.ts';
import { proceedings } from '../projections/disputes/proceedings.ts';
import { proposals } from '../projections/bargaining/proposals.ts';
import { sql } from '../projections/projection.ts';
import { refusedOrders } from '../projections/refused-orders.ts';
import { resolutions } from '../projections/consultation/resolutions.ts';
import { sessions } from '../projections/bargaining/sessions.ts';
import { settlementItems } from '../projections/disputes/settlement-items.ts';
import { settlements } from '../projections/disputes/settlements.ts';
import { votes } from '../projections/bargaining/votes.ts';
import type { Register, Thing } from './app.ts';
import type { Keeper } from './people/keeper.ts';
import { openedNoteIn, preparedPersonCommand } from './people/people.ts';
import { booksIn } from './read/books/books.ts';
import { shownColumns, type TableShape } from './read/history-table.ts';
import { disputeTable, dueTable, mediatorTable } from './read/books/dispute-spells.ts';
import { coverageTable, enterpriseTable } from './read/books/spells.ts';
import { journal } from './read/journal.ts';
import { searchIndex } from './read/search-index.ts';
import { rowModel, type ReadModel } from './read/model.ts';
import type { Vault } from './people/vault.ts';

/** Beginnings of the streams that hold the business; the test of the settings compares them with the things. */
export const categories: readonly Category[] = [
  ...([enterprise, bargainingCase, collectiveContract, consultation] as const),
  ...([disputeCase, person, refusedOrder] as const),
].map(({ category }) => category);

const listed = (shape: TableShape) => ({ table: shape.table, columns: shownColumns(shape) });

/** Every kind of thing there is. Adding one here gives it routes, commands, lists and documentation. */
export const things = (keeper: Keeper, now: () => string): readonly Thing[] => [
  {
    noun: 'enterprises',
    category: 'enterprise',
    decider: enterprise,
    ...listed(enterpriseRegister),
    codes: enterpriseCodes,
    dated: enterprisesOn,
  },
  {
    noun: 'bargaining-cases',
    category: 'bargainingCase',
    decider: bargainingCase,
    ...listed(caseBoard),
    codes: caseCodes,
    stands: casesStanding,
  },
  {
    noun: 'contracts',
    category: 'contract',
    decider: collectiveContract,
    ...listed(contractRegister),
    codes: contractCodes,
    on: inForceOn,
    stands: contractsStanding,
  },
  {
    noun: 'consultations',
    category: 'consultation',
    decider: consultation,
    ...listed(meetings),
    codes: consultationCodes,
  },
  {
    noun: 'disputes',
    category: 'dispute',
    decider: disputeCase,
    ...listed(disputeDocket),
    codes: disputeCodes,
    on: (day) => sql()`received_on <= ${day} AND (concluded_on IS NULL OR concluded_on > ${day})`,
  },
  {
    noun: 'people',
    category: 'person',
    decider: person,
    ...listed(personRegister),
    accepts: PlainPersonCommand,
    prepare: preparedPersonCommand(keeper, now),
    details: (id) => sql()`SELECT id, name, employer, position FROM person_names WHERE id = ${id}`,
    opensNote: (id, fact) => openedNoteIn(keeper.vault, id, fact),
  },
  {
    noun: 'refused-orders',
    category: 'refusedOrder',
    decider: refusedOrder,
    ...listed(refusedOrders),
    codes: refusedOrderCodes,
    accepts: OperatorCommand,
  },
];

const during = (day: string) => sql()`from_on <= ${day} AND (to_on IS NULL OR to_on >= ${day})`;

/** What things are made of: lists of their own. */
export const parts: readonly Register[] = [
  { noun: 'coverage', ...listed(coverageTable), on: during },
  { noun: 'enterprise-spells', ...listed(enterpriseTable), on: during },
  { noun: 'offers', ...listed(offers) },
  { noun: 'positions', ...listed(positions) },
  { noun: 'proposals', ...listed(proposals) },
  { noun: 'delegates', ...listed(delegates) },
  { noun: 'sessions', ...listed(sessions) },
  { noun: 'votes', ...listed(votes) },
  { noun: 'clauses', ...listed(clauses) },
  { noun: 'accessions', ...listed(contractRoster) },
  { noun: 'inspections', ...listed(inspections) },
  { noun: 'proceedings', ...listed(proceedings) },
  { noun: 'claims', ...listed(claims) },
  { noun: 'settlements', ...listed(settlements) },
  { noun: 'settlement-items', ...listed(settlementItems) },
  { noun: 'agenda', ...listed(agenda) },
  { noun: 'resolutions', ...listed(resolutions) },
  { noun: 'dispute-spells', ...listed(disputeTable) },
  { noun: 'settlement-dues', ...listed(dueTable) },
  { noun: 'mediator-spells', ...listed(mediatorTable) },
];

/** Every read model there is; `zone` is that of days that name no place, `vault` opens people's names. */
export const readModelsIn = (zone: string, vault?: Vault): readonly ReadModel[] => [
  journal,
  searchIndex(vault),
  booksIn(zone),
  ...[
    enterpriseRegister,
    employerChanges,
    contractRegister,
    contractRoster,
    clauses,
    inspections,
    caseBoard,
    offers,
    positions,
    proposals,
    delegates,
    sessions,
    votes,
    meetings,
    agenda,
    resolutions,
    disputeDocket,
    proceedings,
    claims,
    settlements,
    settlementItems,
    personRegister,
    deadlines,
    refusedOrders,
  ].map(rowModel),
];

export const readModels = readModelsIn('Asia/Shanghai');
