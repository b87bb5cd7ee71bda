import { decide, enforce, extend, file, hear, mediateThere } from './arbitration.ts';
import { refuse, setAside, sue, sueWithout, take } from './arbitration.ts';
import { leading, type Course, type DisputeTold } from './dispute-plan.ts';
import { accept, conclude, noAgreement, open, passOn, receipt, receive } from './mediation.ts';
import { confirm, defaultOn, perform, review, settle } from './settlement.ts';

const agree = (told: DisputeTold, parts = 1) => {
  open(told);
  return settle(told, { at: told.plan.first, day: 9, parts });
};

/** Mediation fails on the tenth day, and goes to arbitration a fortnight later. */
const arbitrate = (told: DisputeTold) => {
  open(told);
  conclude(told, told.plan.first, 10, noAgreement);
  return file(told, 24);
};

const award = (told: DisputeTold) => {
  const arbitration = arbitrate(told);
  take(arbitration);
  hear(arbitration);
  decide(arbitration);
  return arbitration;
};

/** First the committee of the enterprise, then the street's body. */
const escalate = (told: DisputeTold): void => {
  const { committee, street } = told.bodies;
  receive(told);
  accept(told, committee, 0);
  passOn(told, [committee, street], 8);
};

/** Entered from old files: it is open still, or ended before it was entered. */
const recall = (told: DisputeTold, end: object = {}): void => {
  const { plan, life, profile, say, on } = told;
  const { proceeding, level, body } = plan.first;
  say(40, 'RegisterAsHistory', {
    receivedOn: on(0),
    profile,
    division: life.division,
    cause: plan.cause,
    proceeding,
    level,
    body,
    by: 'workers',
    employers: [{ enterprise: life.id, role: 'employer' }],
    workers: Math.max(plan.claimants.length, 1),
    collective: plan.claimants.length >= 10 ? 'collective' : 'individual',
    source: '调解档案',
    acceptedOn: on(2),
    ...end,
  });
};

/** Two slips of the pen, set right a month later: the channel, and the day of the end. */
const correct = (told: DisputeTold): void => {
  const { say, on, plan } = told;
  const received = receive(told);
  accept(told, plan.first, 0);
  const concluded = conclude(told, plan.first, 14, noAgreement);
  const { proceeding } = plan.first;
  const end = { proceeding, on: on(12), outcome: 'failed', ending: 'no-agreement' };
  say(40, 'CorrectConclusion', { corrects: concluded, reason: '结案日期登记有误', ...end });
  const anew = { ...receipt(told, 0), channel: 'phone' };
  say(45, 'CorrectReceipt', { corrects: received, reason: '来源登记有误', ...anew });
};

/** Suspended for an assessment of the injury, and settled afterwards. */
const pause = (told: DisputeTold): void => {
  const { say, on, plan } = told;
  open(told);
  say(8, 'SuspendHandling', { on: on(8), ground: 'assessment' });
  say(38, 'ResumeHandling', { on: on(38) });
  perform(told, settle(told, { at: plan.first, day: 42 }));
};

/** The agreement turns out void: taken up again, without success. */
const reopen = (told: DisputeTold): void => {
  const { say, on, plan } = told;
  agree(told);
  const again = { ...plan.first, proceeding: 'again' };
  const { proceeding, level, body } = again;
  say(70, 'ReopenDispute', { on: on(70), because: 'agreement-void', proceeding, level, body });
  accept(told, again, 70);
  conclude(told, again, 82, noAgreement);
};

/** The mediator who was assigned knows the employer: another takes over. */
const recuse = (told: DisputeTold): void => {
  const { say, on, plan } = told;
  const { proceeding, mediators } = plan.first;
  const lead = leading(plan, plan.first);
  const other = mediators.find((person) => person !== lead) ?? `${lead}-2`;
  open(told);
  say(7, 'RecuseMediator', { proceeding, mediator: lead, on: on(7), askedBy: 'workers' });
  // Where many are mediated by several, the others go on without him.
  if (plan.claimants.length < 10)
    say(7, 'AssignMediator', { proceeding, mediator: other, on: on(7) });
  conclude(told, plan.first, 13, noAgreement);
};

const twoBodies = (told: DisputeTold): void => {
  const { say, on, plan, bodies } = told;
  const { proceeding, level, body } = bodies.committee;
  open(told);
  say(6, 'JoinProceeding', { proceeding, level, body, on: on(6) });
  accept(told, bodies.committee, 6);
  conclude(told, plan.first, 13, noAgreement);
  perform(told, settle(told, { at: bodies.committee, day: 14 }));
};

/** How disputes go, each course as the sentences that tell it. */
export const courses: Readonly<Record<Course, (told: DisputeTold) => void>> = {
  kept: (told) => void perform(told, agree(told)),
  'in-instalments': (told) => void perform(told, agree(told, 3)),
  'paid-late': (told) => void perform(told, agree(told), 18),
  defaulted: (told) => defaultOn(told, agree(told)),
  confirmed: (told) => {
    perform(told, agree(told));
    confirm(told, 20);
  },
  reviewed: (told) => {
    const owed = agree(told);
    review(told, 18);
    perform(told, owed);
  },
  failed: (told) => {
    open(told);
    conclude(told, told.plan.first, 14, noAgreement);
  },
  withdrawn: (told) => {
    receive(told);
    conclude(told, told.plan.first, 6, ['withdrawn', 'applicant-withdrew']);
  },
  refused: (told) => {
    const { say, on, plan } = told;
    const { proceeding } = plan.first;
    receive(told);
    say(3, 'RefuseConsent', { proceeding, side: 'employer', on: on(3) });
    say(5, 'NotifyRefusal', { proceeding, on: on(5) });
  },
  'body-refused': (told) => {
    const { say, on, plan } = told;
    const because = '不属于劳动争议';
    receive(told);
    say(2, 'RefuseAcceptance', { proceeding: plan.first.proceeding, on: on(2), because });
  },
  referred: (told) => {
    receive(told);
    conclude(told, told.plan.first, 4, ['referred', 'other-jurisdiction']);
  },
  escalated: (told) => {
    escalate(told);
    perform(told, settle(told, { at: told.bodies.street, day: 17 }));
  },
  'three-levels': (told) => {
    const { street, city } = told.bodies;
    escalate(told);
    passOn(told, [street, city], 20);
    conclude(told, city, 33, noAgreement);
    const arbitration = file(told, 40);
    take(arbitration);
    hear(arbitration);
    decide(arbitration);
    enforce(arbitration, 90);
  },
  'two-bodies': twoBodies,
  extended: (told) => {
    const { say, on, plan } = told;
    const { proceeding } = plan.first;
    const consents = ['workers', 'employer'];
    open(told);
    say(12, 'ExtendMediation', { proceeding, on: on(12), until: on(40), consents });
    perform(told, settle(told, { at: plan.first, day: 31 }));
  },
  suspended: pause,
  recused: recuse,
  reopened: reopen,
  'time-over': (told) => {
    open(told);
    take(file(told, 25));
  },
  'final-award': (told) => enforce(award(told), 80),
  'mixed-award': (told) => void award(told),
  sued: (told) => sue(award(told), 52),
  'set-aside': (told) => setAside(award(told), 60),
  'award-overdue': (told) => {
    const arbitration = arbitrate(told);
    take(arbitration);
    hear(arbitration);
    sueWithout(arbitration, 75, 'award-overdue');
  },
  'mediated-in-arbitration': (told) => {
    const arbitration = arbitrate(told);
    take(arbitration);
    hear(arbitration);
    mediateThere(arbitration);
  },
  'not-accepted': (told) => {
    const arbitration = arbitrate(told);
    refuse(arbitration);
    sueWithout(arbitration, 15, 'not-accepted');
  },
  heard: (told) => {
    const arbitration = arbitrate(told);
    take(arbitration);
    hear(arbitration);
    extend(arbitration);
    decide(arbitration, 55);
  },
  'some-settle': (told) => {
    const { plan } = told;
    const claimants = plan.claimants.slice(-4);
    open(told);
    perform(told, settle(told, { at: plan.first, day: 9, claimants }));
    conclude(told, plan.first, 14, noAgreement);
  },
  'old-file': (told) =>
    recall(told, { concludedOn: told.on(20), outcome: 'settled', ending: 'agreement' }),
  history: (told) => recall(told),
  corrected: correct,
  void: (told) => {
    receive(told);
    told.say(4, 'Void', { reason: '重复登记' });
  },
};
