import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { plusDays } from '../../domain/shared/calendar.ts';
import { Refusal } from '../../domain/shared/rules.ts';
import type { Message } from '../../domain/shared/message.ts';
import type { App, Thing } from '../app.ts';
import { attachmentsIn } from '../attachments/attachments.ts';
import { attachmentsFolder, type Config } from '../config.ts';
import { inOrder } from '../in-order.ts';
import { dropViews } from '../read/views.ts';
import { openApp } from '../system/open-app.ts';
import { earlier, type Act } from './act.ts';
import { NotEmpty } from './not-empty.ts';
import { allPapers } from './papers.ts';
import { cityOf, type CityOptions } from './plan.ts';

const IN_FLIGHT = 128;
/** No made-up document is larger. */
const MOST_BYTES = 10_000;
/** When the city's offices open and close: 09:00 and 18:00 in Nantong. */
const MORNING = 'T01:00:00.000Z';
const EVENING = 'T10:00:00.000Z';
const CATCH_UP = 3_600_000;

/** In days: policies and the clock act once a week, as if somebody looked on Fridays. */
const WEEK = 7;

/** What was written down. `refused` counts acts by the rule that refused them; none in a sound city. */
export type Founded = {
  readonly enterprises: number;
  readonly acts: number;
  readonly facts: number;
  readonly refused: Readonly<Record<string, number>>;
  readonly until: string;
};

/** A week of acts, and its last day. */
type Week = { readonly to: string; readonly acts: readonly Act[] };

const byWeek = (acts: readonly Act[]): readonly Week[] => {
  const weeks: { to: string; acts: Act[] }[] = [];
  for (const act of acts) {
    const now = weeks.at(-1);
    if (now && act.day <= now.to) now.acts.push(act);
    else weeks.push({ to: plusDays(act.day, WEEK - 1), acts: [act] });
  }
  return weeks;
};

const scribe = (app: App) => {
  const things = new Map<string, Thing>(app.things.map((thing) => [thing.noun, thing]));
  const refused = new Map<string, number>();

  const record = async ({ day, noun, id, command, commandId, by }: Act): Promise<void> => {
    const thing = things.get(noun);
    if (!thing) throw new Error(`There is no ${noun}.`);
    const sent = (thing.accepts ?? thing.decider.command).parse(command) as Message;
    try {
      const parsed = thing.prepare ? await thing.prepare(id, sent) : sent;
      await app.handle(thing, id, parsed, { at: `${day}${MORNING}`, by, commandId });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const what = `${command.type}: ${error.rule}`;
      refused.set(what, (refused.get(what) ?? 0) + 1);
    }
  };

  return { record, refused: () => Object.fromEntries(refused) };
};

type Telling = {
  /** Called week by week with how many acts are written, of how many. */
  readonly progress?: (done: number, of: number) => void;
};

export type FoundingOptions = CityOptions & Telling & { readonly log: Logger };

/** How time passes in the system that the city is founded in. */
type Time = {
  /** From now on it is this instant. */
  readonly at: (instant: string) => void;
  /** Lets policies and the clock do what is due by then. */
  readonly ring: (instant: string) => Promise<void>;
};

/** The documents that the city's facts refer to are kept, as if somebody had handed them in. */
const keepPapers = async (config: Config): Promise<void> => {
  const files = attachmentsIn(attachmentsFolder(config), MOST_BYTES);
  for (const { attachment, content } of allPapers())
    await files.keep({
      sha256: attachment.sha256,
      contentType: attachment.mediaType,
      bytes: Readable.from([content]),
    });
};

/** Writes the city down in a system where nothing is recorded, week by week. */
export const foundIn = async (
  app: App,
  options: CityOptions & Telling & Time,
): Promise<Founded> => {
  const { enterprises, seed, until, at, ring } = options;
  const acts = cityOf({ enterprises, seed, until });
  const { record, refused } = scribe(app);
  let done = 0;
  for (const week of byWeek(acts)) {
    const evening = `${earlier(week.to, until)}${EVENING}`;
    at(evening);
    const rows = inOrder(IN_FLIGHT);
    for (const act of week.acts) await rows.start([`${act.noun} ${act.id}`], () => record(act));
    await rows.finish();
    await ring(evening);
    done += week.acts.length;
    options.progress?.(done, acts.length);
  }
  await keepPapers(app.config);
  const { head } = await app.progress();
  await app.seen(head, CATCH_UP);
  return { enterprises, acts: acts.length, facts: Number(head), refused: refused(), until };
};

/** What the door, policies and the clock ask. All others are built at the end, at once, which takes a fraction of the time. */
const ASKED = [
  'journal',
  'enterprise_register',
  'employer_changes',
  'contract_register',
  'case_board',
  'dispute_docket',
  'deadlines',
];

/** Writes the city down while only those read models are kept that the writing asks. */
const foundBare = async (config: Config, options: FoundingOptions): Promise<Founded> => {
  // Before the first act: the clock may be set to any moment while nothing is recorded.
  let time = `${earlier('2000-01-01', options.until)}${MORNING}`;
  const { log } = options;
  const settable: Config = { ...config, CONCORD_CLOCK: 'settable' };
  const app = await openApp(settable, { now: () => time, log, ticksEvery: 0, models: ASKED });
  try {
    const before = await app.progress();
    if (before.head > 0n) throw new NotEmpty(config.CONCORD_DATA);
    return await foundIn(app, {
      ...options,
      at: (instant) => {
        time = instant;
      },
      ring: (instant) => app.setClock(instant),
    });
  } finally {
    await app.close();
  }
};

/**
 * Founds the city in an empty data folder, week by week, each with its time, so that policies and
 * the clock do what they would have done then; and builds its read models. Throws NotEmpty, Locked.
 */
export const foundCity = async (config: Config, options: FoundingOptions): Promise<Founded> => {
  const city = await foundBare(config, options);
  dropViews(config.CONCORD_DATA);
  const now = () => `${options.until}${EVENING}`;
  const app = await openApp(config, { now, log: options.log, ticksEvery: 0 });
  await app.close();
  return city;
};
