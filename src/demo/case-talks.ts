import { law } from '../../domain/law/profiles.ts';
import { plusDays, plusMonths } from '../../domain/shared/calendar.ts';
import { paper } from './papers.ts';
import type { Told, Whom } from './case-plan.ts';
import { clauses, wageStep } from './contract-life.ts';
import { registerPeople } from './people.ts';

// How a case goes from its preparation to the signatures, each step on its day.

export const offer = 'o1';
const draft = 'd1';
const people = (whom: Whom, side: string): readonly [string, string, string] => [
  `p-${whom.id}-${side}-1`,
  `p-${whom.id}-${side}-2`,
  `p-${whom.id}-${side}-3`,
];
const recorderOf = (whom: Whom): string => `p-${whom.id}-recorder`;
const chiefOf = (whom: Whom, side: string): string => people(whom, side)[0];
export const sides = ['employer', 'employees'] as const;

export const prepare = ({ plan, whom, profile, contract, say, on }: Told): void => {
  const { kind, predecessor } = plan;
  say(0, 'PrepareOffer', {
    on: on(0),
    profile,
    kind,
    level: whom.level,
    purpose: predecessor === undefined ? 'first' : 'renewal',
    contract,
    ...(predecessor !== undefined && { predecessor }),
    ...(whom.enterprise !== undefined && { enterprise: whom.enterprise }),
    ...(whom.scope && { scope: whom.scope, union: '行业工会联合会', employersBody: '行业商会' }),
    representedBy: 'union',
    preparedBy: 'employees',
    topics: kind === 'wage' ? ['wage-increase', 'wage-floor'] : ['working-hours', 'leave'],
    employees: whom.workers,
    women: whom.women,
  });
};

export const makeOffer = ({ say, on }: Told): void => {
  const topics = ['wage-increase', 'wage-floor'];
  say(2, 'IssueOffer', {
    offer,
    by: 'employees',
    on: on(2),
    topics,
    proposedOn: on(20),
    place: '职工之家',
  });
  say(4, 'RecordReceipt', { offer, on: on(4), receipt: '签收回执' });
};

/** The reply; recorded after the clock took silence down, where it comes late to the files. */
export const reply = ({ say, on, plan }: Told): void =>
  say(
    9,
    'ConsentToOffer',
    { offer, on: on(9), reasons: '同意协商' },
    plan.course === 'late-reply' ? 24 : 0,
  );

const positions = { employer: '人力资源部', employees: '职工代表' } as const;

const introduce = ({ diary, on, whom }: Told): void => {
  const seated = sides.flatMap((side) =>
    people(whom, side).map((id) => ({ id, position: positions[side] })),
  );
  const recorder = { id: recorderOf(whom), position: '工会干事' };
  registerPeople(diary, on(34), whom.by, [...seated, recorder]);
};

export const sitDown = (told: Told): void => {
  const { say, on, whom } = told;
  introduce(told);
  for (const side of sides) {
    const [chief, second, third] = people(whom, side);
    say(34, 'NameDelegates', {
      side,
      on: on(11),
      delegates: [
        { person: chief, standing: 'chief' },
        { person: second, standing: 'inside' },
        { person: third, standing: 'inside' },
      ],
      frontLine: 2,
      women: 1,
      dispatched: 1,
      disabled: 1,
      chiefBy: 'office',
    });
    say(35, 'PublishDelegates', { side, on: on(13), means: '厂务公开栏' });
  }
  say(35, 'Disclose', {
    by: 'employer',
    on: on(14),
    items: ['营业收入', '工资总额', '社会保险费缴纳情况'],
  });
  say(35, 'ReportToUpperUnion', { on: on(14) });
};

const meet = (told: Told, session: string, day: number, chairedBy: string): void => {
  const { say, on, whom } = told;
  const present = sides.flatMap((side) => people(whom, side));
  say(day, 'OpenSession', {
    session,
    on: on(day),
    place: '会议室',
    chairedBy,
    present,
    recorder: recorderOf(whom),
  });
};

const adjourn = ({ say, on, whom }: Told, session: string, day: number): void => {
  const signedBy = sides.map((side) => chiefOf(whom, side));
  say(day, 'CloseSession', { session, on: on(day), minutes: paper('协商记录.pdf'), signedBy });
};

/** What a side wants of the clause that is bargained about: for wages a rate, in basis points. */
const asked = ({ plan, whom }: Told, points: number) => {
  const [clause] = clauses(plan.kind);
  const rate = { value: points + (whom.workers % 5) * 10, unit: 'basis-points' };
  return { ...clause, ...(plan.kind === 'wage' && rate) };
};

export const firstRound = (told: Told): void => {
  const { say, on } = told;
  const session = 's1';
  meet(told, session, 40, 'employees');
  const common = { session, item: 'c1', topic: 'wage-increase', unit: 'basis-points' };
  say(40, 'TablePosition', { ...common, side: 'employees', position: '增长百分之八', value: 800 });
  say(40, 'TablePosition', { ...common, side: 'employer', position: '增长百分之三', value: 300 });
  const tabled = { on: on(40), session };
  const [first, second] = [asked(told, 740), asked(told, 360)];
  say(40, 'TableProposal', { ...tabled, proposal: 'p1', side: 'employees', clause: first });
  const answer = { proposal: 'p2', side: 'employer', clause: second, counters: 'p1' };
  say(40, 'CounterProposal', { ...tabled, ...answer });
  adjourn(told, session, 40);
};

export const secondRound = (told: Told): void => {
  const { say, on } = told;
  meet(told, 's2', 55, 'employer');
  const tabled = { on: on(55), session: 's2' };
  const third = { proposal: 'p3', side: 'employees', counters: 'p2' };
  say(55, 'CounterProposal', { ...tabled, ...third, clause: asked(told, 580) });
  const fourth = { proposal: 'p4', side: 'employer', counters: 'p3' };
  say(55, 'CounterProposal', { ...tabled, ...fourth, clause: asked(told, 490) });
  say(55, 'AgreeTentatively', { proposals: ['p4'], on: on(55) });
  adjourn(told, 's2', 55);
};

const termOf = ({ plan, on }: Told): { readonly termStart: string; readonly termEnd: string } => {
  const termStart = `${plusMonths(on(75), 1).slice(0, 7)}-01`;
  return {
    termStart,
    termEnd: plusDays(plusMonths(termStart, plan.kind === 'wage' ? 12 : 36), -1),
  };
};

export const agree = (told: Told): void => {
  const { say, on, plan, dice, whom } = told;
  const { kind } = plan;
  const term = termOf(told);
  say(57, 'AgreeDraft', {
    draft,
    on: on(57),
    ...term,
    steps: kind === 'wage' ? [wageStep(dice, term.termStart)] : [],
    clauses: clauses(kind),
    text: paper('合同草案.pdf'),
    workers: whom.workers,
    women: whom.women,
  });
};

const sign = ({ say, on, whom }: Told, day: number): void => {
  for (const side of sides)
    say(day, 'SignDraft', { draft, side, person: chiefOf(whom, side), on: on(day) });
};

export const vote = (told: Told, passes: boolean): void => {
  const { say, on, profile } = told;
  const signsFirst = law(profile).signing.order === 'before-congress';
  if (signsFirst) sign(told, 59);
  const count = passes ? { yes: 70, no: 12, abstain: 4 } : { yes: 31, no: 50, abstain: 5 };
  say(64, 'HoldCongress', { draft, on: on(64), total: 96, present: 86, ...count });
  if (!passes) return;
  if (law(profile).filing?.from === 'approval-notice')
    say(65, 'RecordApprovalNotice', { draft, on: on(65) });
  if (!signsFirst) sign(told, 65);
};
