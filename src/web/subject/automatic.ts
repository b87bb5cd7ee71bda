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
  'PassToSuccessor',
  'RecordSplitFrom',
  'RecordReportAtNext',
  'CorrectReportAtNext',
]);

/** What follows from a correction elsewhere. */
const FOLLOWING = /^(TakeBack|Follow[A-Z])/;

export type Kind = 'plain' | 'correction' | 'automatic';

/** Whether a command is the day's work, mends the record, or happens by itself. */
export const kindOf = (command: string): Kind => {
  if (AUTOMATIC.has(command) || FOLLOWING.test(command)) return 'automatic';
  return command === 'Void' || command.startsWith('Correct') ? 'correction' : 'plain';
};
