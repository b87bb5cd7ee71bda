import type { Figure } from '../../projections/figures/figure.ts';
import type { Asking, Cell, FigureDesk, Member } from '../figures.ts';
import { DAYS, knownIn, type Known, type Sources } from './asking.ts';
import type { Change, Engine, Found } from './engine.ts';
import { NOUNS, placing } from './facts.ts';
import { daysIn, figureNamed, inquire, membersUrl, reading, windowIn } from './inquiry.ts';
import { memberNames } from './labels.ts';
import { isNothing, plus, type Moved } from './moved.ts';
import { pageEnd, pageStart } from './page.ts';
import { wrong } from './wrong-question.ts';

/** How many facts a group of changes names. */
const FACTS = 1_000;

const SIDES = ['numerator', 'denominator', 'excluded'];
const sideIn = ({ side = 'numerator' }: Asking): string =>
  SIDES.includes(side)
    ? side
    : wrong(
        'side',
        '应为 numerator、denominator 或 excluded。',
        'numerator, denominator or excluded.',
      );

const member = (
  thing: Engine['thing'],
  found: Found,
  name: string | undefined,
  facts: Member['facts'],
): Member => ({
  id: found.unit,
  subject: { things: NOUNS[thing], id: found.label },
  label: name ?? found.unit,
  weights: found.weights,
  ...(found.reason === '' ? {} : { reason: found.reason }),
  facts,
});

/** The units behind a number, each with the facts that put it there. */
export const memberDesk =
  (sources: Sources): FigureDesk['members'] =>
  async (id, asking) => {
    const words = [...DAYS[figureNamed(id).takes], 'side', 'limit', 'cursor'];
    const { figure, known, question, engine } = inquire(sources, [id, asking], words);
    const window = windowIn(daysIn(figure, asking, question.today));
    const side = sideIn(asking);
    const start = pageStart(asking, known.position);
    const read = reading(sources, start.known, 'heavy');
    const { found, next } = await engine.members(read, window, { side, ...start });
    const labels = found.map(({ label }) => label);
    const names = await read.rows(memberNames(engine.thing, labels));
    const nameOf = new Map(names.map(({ id: unit, name }) => [unit, name]));
    const placed = await placing(
      read,
      found.flatMap(({ facts }) => facts),
    );
    return {
      items: found.map((one) => {
        const facts = one.facts.map(({ position, type, at }) => ({ position, type, at }));
        return member(engine.thing, one, nameOf.get(one.label), placed(facts));
      }),
      next: next ? pageEnd(asking, start.known, next) : null,
    };
  };

type Weight = 'numerator' | 'denominator' | 'workers';

/** Changes cause by cause, in what a cell says; what moves nothing of it is left out. */
const grouped = ({ shape }: Figure, changes: readonly Change[]) => {
  const moving = changes.filter(({ moved }) => !isNothing(moved));
  const sum = (mine: readonly Change[], weight: Weight): number =>
    mine.reduce((total, change) => total + change[weight], 0);
  return [...Map.groupBy(moving, ({ cause }) => cause)].map(([cause, mine]) => ({
    cause,
    numerator: sum(mine, 'numerator'),
    denominator: sum(mine, 'denominator'),
    ...(shape === 'count' ? { workers: sum(mine, 'workers') } : {}),
    moved: mine.reduce<Moved>((total, { moved }) => plus(total, moved), {}),
    facts: mine.slice(0, FACTS).map(({ fact }) => fact),
  }));
};

/** The period of a flow, `2026-01-01/2026-06-30`: where `from` and `to` are moments of knowledge. */
const periodIn = (text: string | undefined): Asking => {
  if (text === undefined) return {};
  const [from = '', to = ''] = text.split('/');
  return { from, to };
};

/** The two moments of knowledge that are compared. */
const momentsIn = (sources: Sources, { from, to }: Asking): readonly [Known, Known] => {
  const after = knownIn(sources, 'to', to);
  const before =
    from === undefined
      ? wrong('from', '缺少起始时刻。', 'From which moment?')
      : knownIn(sources, 'from', from);
  return before.position > after.position
    ? wrong('to', '结束时刻早于起始时刻。', 'The later moment is before the earlier one.')
    : [before, after];
};

/** Why a number known at one moment is another at a later one: its changes by cause, each with its facts. */
export const changeDesk =
  (sources: Sources): FigureDesk['changes'] =>
  async (id, asking) => {
    const isStock = figureNamed(id).takes === 'on';
    const [before, after] = momentsIn(sources, asking);
    const { from: _, to: __, period, ...rest } = asking;
    const words = [isStock ? 'on' : 'period', 'from', 'to'];
    const { figure, question, engine } = inquire(sources, [id, rest], words, after);
    const days = daysIn(figure, isStock ? rest : periodIn(period), question.today);
    const window = windowIn(days);
    const at = async ({ said, position }: Known): Promise<Cell> => {
      const { total } = await engine.cells(reading(sources, position, 'heavy'), window);
      return { ...total, members: membersUrl(figure, rest, { ...days, knownAt: said }) };
    };
    const read = reading(sources, after.position, 'heavy');
    const groups = grouped(figure, await engine.changes(read, window, before.position));
    const placed = await placing(
      read,
      groups.flatMap(({ facts }) => facts),
    );
    return {
      figure: figure.id,
      ...days,
      before: await at(before),
      after: await at(after),
      groups: groups.map((group) => ({ ...group, facts: placed(group.facts) })),
    };
  };
