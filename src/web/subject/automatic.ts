/** What the clock and the policies order by themselves when it is due; people may, but need not. */
const AUTOMATIC = new Set([
  'RecordFilingOverdue',
  'RecordSilence',
  'RecordPublicationOverdue',
  'OpenRenewalWindow',
  'RecordExpiry',
  'RecordReplyOverdue',
  'RecordWindowOver',
  'RecordNoApplication',
  'RecordFollowUpOverdue',
  'RecordNoNegotiation',
  'RecordDefault',
  'RecordAcceptanceSilence',
  'RecordAwardOverdue',
  'RecordNoSuit',
  'RecomputeDeadlines',
  'EndWithEmployer',
  'Supersede',
  'VoidWithCase',
  'TakeBackSupersession',
  'TakeBackEmployerEnd',
  'TakeBackSuccession',
  'TakeBackAmendment',
  'TakeBackEmployerJoining',
  'PassToSuccessor',
  'RecordSplitFrom',
  'RecordReportAtNext',
  'CorrectReportAtNext',
  'TakeBackReportAtNext',
]);

/** What follows from a correction elsewhere. */
const FOLLOWING = /^Follow[A-Z]/;

/** What people say anew, or take back, of the record. */
const MENDING = /^(Void$|Correct|TakeBack)/;

export type Kind = 'plain' | 'correction' | 'automatic';

/** Whether a command is the day's work, mends the record, or happens by itself. */
export const kindOf = (command: string): Kind => {
  if (AUTOMATIC.has(command) || FOLLOWING.test(command)) return 'automatic';
  return MENDING.test(command) ? 'correction' : 'plain';
};
