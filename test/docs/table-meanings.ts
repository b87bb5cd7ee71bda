/** What each table is: its name in Chinese, and a row of it in English. */
export const tableMeanings: Readonly<Record<string, string>> = {
  enterprise_register: '企业台账. One row an enterprise, as it stands.',
  employer_changes:
    '用人单位变更. One row a merger, a split that handed contracts on, or a deregistration, also of a record that was struck out.',
  contract_register: '集体合同台账. One row a contract, as it stands.',
  contract_roster: '加入企业名册. One row an accession of an enterprise to a contract.',
  clauses: '条款. One row a clause or wage step of a text that was signed.',
  inspections: '履约检查. One row an inspection of a contract.',
  case_board: '协商案件. One row a bargaining case, as it stands.',
  offers: '要约. One row an offer to bargain.',
  positions: '立场. One row a side’s position on an item in a session.',
  proposals: '提案. One row a proposal or counter-proposal.',
  delegates: '协商代表. One row a person who sits or sat for a side.',
  sessions: '协商会议. One row a session.',
  votes: '职代会表决. One row a draft and the vote on it.',
  meetings: '三方会议与联席会议. One row a meeting, as it stands.',
  agenda: '会议议题. One row an agenda item of a meeting.',
  resolutions: '决定事项. One row a resolution of a meeting and its follow-up.',
  dispute_docket: '劳动争议. One row a dispute, as it stands.',
  proceedings: '争议处理程序. One row a body’s handling of a dispute.',
  claims: '请求. One row a claim of a dispute: claimed, agreed, awarded, paid.',
  settlements: '调解协议. One row an agreement: signatures, force, review, confirmation.',
  settlement_items: '协议事项. One row a thing owed under an agreement, and what was paid.',
  person_register: '人员台账. One row a person; nothing that tells who it is.',
  search_terms:
    '检索词. One row a word by which something is found: a name it has or had, a code, a number.',
  person_names:
    '姓名. One row a person whose key is here; empty once the person is erased. Never in a backup.',
  refused_orders:
    '未执行的指令. One row an order of a policy that was refused, and what became of it.',
  deadlines: '期限. One row a legal clock of a thing.',
  enterprise_spells:
    '企业时段. One row a time in which no dated attribute of an enterprise changed.',
  dispute_spells:
    '争议时段. One row a time of a dispute with one body: how it came there, how it left.',
  mediator_spells: '调解员在办. One row a time in which a mediator has a dispute in hand.',
  settlement_dues:
    '协议履行. One row an agreement in force: by when it is due, and what of it was done.',
  coverage: '覆盖关系. One row a time in which a contract covers an enterprise.',
  journal: '流水. One row a fact: who recorded what, when. The table behind it is `journal_facts`.',
  journal_moments:
    'For every instant at which the running maximum of `at` grew, the last position by then.',
  book_accounts: '账户. The accounts of the books, by number.',
  book_words: 'Texts of the books (ids of units, causes), by number.',
  book_dims: '维度组合. Sets of dimensions, by number; an empty text where one does not apply.',
  book_entries: '分录. Signed entries; never changed.',
  book_cells:
    '汇总格. Balances at the ends of months, as known now: one cell for each account, cube and set of dimensions.',
  book_dossiers: 'What the books remember of one thing.',
  book_links: 'Which contracts name an enterprise, now or ever.',
  book_scopes: 'Which contracts above the enterprise name a division.',
  book_disputes: 'Which disputes name an enterprise as employer, now or ever.',
  book_presence: 'In which divisions and industries an enterprise is or ever was.',
};
