import type { Dice } from '../dice.ts';

/** Who sits at a series of meetings, and how their items come to the table. */
export type Series = {
  readonly id: string;
  readonly forum: 'tripartite' | 'joint-conference';
  readonly level: 'city' | 'county';
  readonly division: string;
  readonly name: string;
  readonly seats: readonly [Seat, ...Seat[]];
  /** The months of the year in which it meets. */
  readonly months: readonly string[];
};
export type Seat = { readonly body: string; readonly name: string };

/** How a resolution is carried out. */
export type Fate = 'done' | 'done-late' | 'not-done' | 'under-way' | 'withdrawn';
export type Resolved = {
  readonly resolution: string;
  readonly fate: Fate;
  readonly doneOn: string;
  readonly due: string;
};

/** One meeting of a series, as it is told; days are counted from the day it meets. */
export type MeetingTold = {
  readonly id: string;
  readonly series: Series;
  readonly dice: Dice;
  readonly on: (days: number) => string;
  readonly say: (days: number, type: string, data: object) => string | undefined;
};
