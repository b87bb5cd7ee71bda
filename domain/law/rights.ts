/**
 * Clocks of a right, by their rule: whoever has it may use it until the last day, and owes nothing.
 * What nobody used has lapsed; only a duty falls overdue. The articles stand in the profiles.
 */
export const ofRights: readonly string[] = [
  // The claim may be brought to arbitration.
  'limitation',
  // What a party may ask for after an agreement, and after an award.
  'review',
  'confirmation',
  'suit',
  'suit-after-annulment',
  'annulment',
  'enforcement',
  // A party may ask for another day of the hearing.
  'postponement',
  // A side may have a contract end or change with its term: whoever wants neither gives no notice.
  'notice-to-other-side',
];

/** Whether a clock of this rule is a right, which lapses, rather than a duty. */
export const isOfRight = (rule: string): boolean => ofRights.includes(rule);
