import { suggest } from '../../domain/law/profiles.ts';
import { after, type Diary } from './act.ts';
import { paper } from './papers.ts';
import { file } from './case-filing.ts';
import type { CasePlan, Course, Told, Whom } from './case-plan.ts';
import {
  agree,
  firstRound,
  makeOffer,
  offer,
  prepare,
  reply,
  secondRound,
  sides,
  sitDown,
  vote,
} from './case-talks.ts';
import type { Dice } from './dice.ts';

const deadlock = ({ say, on }: Told): void =>
  say(50, 'DeclareDeadlock', { on: on(50), issues: '增长幅度分歧较大' });

const coordinate = (told: Told): void => {
  const { say, on } = told;
  deadlock(told);
  say(53, 'ApplyForCoordination', { on: on(53), by: 'employees' });
  say(56, 'AcceptCoordination', { on: on(56), mode: 'applied' });
};

const suspend = ({ say, on }: Told): void =>
  say(44, 'SuspendBargaining', {
    on: on(44),
    until: on(54),
    ground: 'evidence',
    consents: [...sides],
    note: '补充财务资料',
  });

const startTalks = (told: Told): void => {
  prepare(told);
  makeOffer(told);
  reply(told);
  sitDown(told);
  firstRound(told);
};

const conclude = (told: Told): void => {
  secondRound(told);
  agree(told);
  vote(told, true);
  file(told);
};

/** The courses, each as the sentences that tell it. */
const courses: Readonly<Record<Course, (told: Told) => void>> = {
  through: (told) => {
    startTalks(told);
    conclude(told);
  },
  'late-reply': (told) => courses.through(told),
  silent: (told) => {
    prepare(told);
    makeOffer(told);
  },
  refused: (told) => {
    const { say, on } = told;
    courses.silent(told);
    say(10, 'RefuseOffer', { offer, on: on(10), reasons: '经营困难' });
    say(18, 'CloseCase', { on: on(18), ground: 'offer-refused' });
  },
  withdrawn: (told) => {
    const { say, on } = told;
    courses.silent(told);
    say(8, 'CloseCase', { on: on(8), ground: 'offer-withdrawn', by: 'employees' });
  },
  suspended: (told) => {
    startTalks(told);
    suspend(told);
    told.say(54, 'ResumeBargaining', { on: told.on(54) });
    conclude(told);
  },
  deadlocked: (told) => {
    startTalks(told);
    deadlock(told);
  },
  coordinated: (told) => {
    const { say, on } = told;
    startTalks(told);
    coordinate(told);
    say(80, 'RecordCoordinationAgreed', { on: on(80), agreement: paper('协调处理协议书.pdf') });
  },
  failed: (told) => {
    const { say, on } = told;
    startTalks(told);
    coordinate(told);
    say(84, 'RecordCoordinationFailed', { on: on(84), note: '双方未达成一致' });
    say(90, 'CloseCase', { on: on(90), ground: 'coordination-failed' });
  },
  rejected: (told) => {
    startTalks(told);
    secondRound(told);
    agree(told);
    vote(told, false);
  },
  void: (told) => {
    prepare(told);
    told.say(3, 'Void', { reason: '重复建档' });
  },
};

/** Writes a case down, and what becomes of its contract; answers with the contract's id. */
export const bargain = (diary: Diary, whom: Whom, plan: CasePlan, dice: Dice): string => {
  const { kind, start } = plan;
  const { profile } = suggest({ division: whom.division, kind, on: start });
  const contract = `${whom.id}-${kind}-${start}`;
  const to = { noun: 'bargaining-cases', id: `case-${whom.id}-${start}`, by: whom.by };
  const on = (days: number): string => after(start, days);
  const say: Told['say'] = (days, type, data, extra = 0) =>
    void diary.write(after(start, days + extra), to, type, data);
  courses[plan.course]({ diary, whom, plan, profile, dice, contract, on, say });
  return contract;
};
