import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { FigureCard, FigureGroup } from '../../api/types.ts';
import { useClocks } from '../../shell/clocks.ts';
import { address, choice, day, moment, text } from '../../shared/search.ts';
import { today } from '../../words/format.ts';

/** What one looks at on the page of a figure. */
export const VIEWS = ['groups', 'cross', 'series', 'compare', 'members'] as const;
export const STEPS = ['month', 'quarter', 'year'] as const;
export const SIDES = ['numerator', 'denominator', 'excluded'] as const;

/** What narrows a figure: its dimensions, and parameters of its own. */
const NARROWING = [
  ...['region', 'industry', 'registrationType', 'sizeClass', 'unionised'],
  ...['contractKind', 'contractLevel', 'age', 'forum', 'meetingLevel', 'ownerParty'],
  ...['cause', 'level', 'body', 'collective', 'outcome', 'mediator'],
  ...['population', 'minWorkers', 'method', 'phase', 'by', 'clock', 'line'],
] as const;

/** A group as the selection of a link: what the API lists its members by. */
export const narrowedTo = ({ members }: FigureGroup): Readonly<Record<string, string>> => {
  const { searchParams } = new URL(members, window.location.origin);
  const names: readonly string[] = NARROWING;
  return Object.fromEntries([...searchParams].filter(([name]) => names.includes(name)));
};

/** The address of a figure: its days, its selection, what is shown of it. */
export const figureAddress = () =>
  address({
    from: day(),
    to: day(),
    show: choice(VIEWS),
    groupBy: text(),
    across: text(),
    step: choice(STEPS),
    side: choice(SIDES),
    before: moment(),
    after: moment(),
    ...(Object.fromEntries(NARROWING.map((name) => [name, text()])) as Record<
      (typeof NARROWING)[number],
      ReturnType<typeof text>
    >),
  });

export type Query = Readonly<Record<string, string | undefined>>;

/** The period shown when none is asked for: the year so far. */
const yearSoFar = () => ({ from: `${today().slice(0, 4)}-01-01`, to: today() });

const figureRoute = getRouteApi('/analysis/$figure');

/** What is asked of the figure: days and narrowing, as the API takes them. */
export const useSelection = (card: FigureCard) => {
  const search = figureRoute.useSearch();
  const { on, knownAt } = useClocks();
  const navigate = useNavigate();
  const narrowing: Query = Object.fromEntries(
    NARROWING.flatMap((name) => {
      const value = search[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
  const period =
    card.takes === 'on'
      ? { on: on ?? today() }
      : { from: search.from ?? yearSoFar().from, to: search.to ?? on ?? yearSoFar().to };
  return {
    search,
    narrowing,
    period,
    knownAt,
    query: { ...narrowing, ...period, knownAt } satisfies Query as Query,
    change: (more: Readonly<Record<string, string | undefined>>) =>
      void navigate({ to: '.', search: (before: object) => ({ ...before, ...more }) }),
  };
};
export type Selection = ReturnType<typeof useSelection>;
