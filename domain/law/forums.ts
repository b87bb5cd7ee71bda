import { z } from 'zod';

/** Where government, unions and employers consult: the tripartite mechanism, or the joint conference of a government and its union. */
export const Forum = z.enum(['tripartite', 'joint-conference']);
export type Forum = z.infer<typeof Forum>;

/** A party to consultations; one may send several bodies. */
export const Party = z.enum(['government', 'union', 'employers']);
export type Party = z.infer<typeof Party>;

/** Bodies that sit at consultations, by what they are; which one of a place it is, its name says. */
export const Body = z.enum([
  'government',
  'labor-administration',
  'union',
  'enterprise-confederation',
  'industry-federation',
]);
export type Body = z.infer<typeof Body>;

/** What an agenda item is about, as a code that can be counted. */
export const Subject = z.enum([
  'collective-contracts',
  'wages',
  'social-insurance',
  'safety-and-health',
  'employment',
  'harmonious-enterprises',
  'dispute-handling',
  'major-dispute',
  'union-affairs',
  'other',
]);
export type Subject = z.infer<typeof Subject>;

/** At which level of government a meeting is held; 'county' is a district, too, 'township' a street, too. */
export const MeetingLevel = z.enum(['national', 'province', 'city', 'county', 'township']);
export type MeetingLevel = z.infer<typeof MeetingLevel>;

/** What an item passes before it is on the table: for a joint conference it is screened, approved by the leader in charge, and researched. */
export type Stage = 'proposed' | 'screened' | 'approved' | 'researched' | 'tabled';

type ForumLaw = {
  /** Who sits here, and for which party. */
  readonly bodies: Readonly<Partial<Record<Body, Party>>>;
  readonly parties: readonly Party[];
  readonly stages: readonly Stage[];
  /** The law that makes the forum, and with it the presence of its parties. */
  readonly article: string;
};

const forums: Readonly<Record<Forum, ForumLaw>> = {
  // 三方四家: the industry federation (工商联) is a second body of the employers since 2011-07-04.
  tripartite: {
    bodies: {
      'labor-administration': 'government',
      union: 'union',
      'enterprise-confederation': 'employers',
      'industry-federation': 'employers',
    },
    parties: ['government', 'union', 'employers'],
    stages: ['proposed', 'tabled'],
    article: '工会法 Art 35(2)',
  },
  'joint-conference': {
    bodies: { government: 'government', union: 'union' },
    parties: ['government', 'union'],
    stages: ['proposed', 'screened', 'approved', 'researched', 'tabled'],
    article: '工会法 Art 35(1)',
  },
};

export const forumLaw = (forum: Forum): ForumLaw => forums[forum];

/** The party a body speaks for, in whichever forum it sits. */
export const partyOf = (body: Body): Party =>
  forums.tripartite.bodies[body] ?? forums['joint-conference'].bodies[body] ?? 'government';

const ofDisputes: readonly Subject[] = ['dispute-handling', 'major-dispute'];

/** The law that has the parties settle such a matter together. */
export const articleOn = (forum: Forum, subject: Subject): string => {
  if (forum === 'joint-conference') return forums[forum].article;
  return ofDisputes.includes(subject) ? '劳动争议调解仲裁法 Art 8' : '劳动合同法 Art 5';
};

/** The level that a meeting reports to; undefined at the top. */
export const levelAbove = (level: MeetingLevel): MeetingLevel | undefined =>
  MeetingLevel.options[MeetingLevel.options.indexOf(level) - 1];

/** Consultations are held in China: their days are the days there. */
export const CONSULTATION_ZONE = 'Asia/Shanghai';
