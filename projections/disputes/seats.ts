/** Who was assigned and recused, by the fact that said so: a fact said anew speaks in its old place. */
type Seats = {
  readonly assigned: Readonly<Record<string, string>>;
  readonly recused: Readonly<Record<string, string>>;
};

/** What a row keeps of the mediators, and what it shows: those who were not recused. */
export type Mediating = { readonly seats: string; readonly mediators: string | null };

export const noSeats = '{"assigned":{},"recused":{}}';

/** The mediators after one fact. */
export const seated = (
  seats: string,
  kind: keyof Seats,
  fact: string,
  mediator: string,
): Mediating => {
  const before = JSON.parse(seats) as Seats;
  const now: Seats = { ...before, [kind]: { ...before[kind], [fact]: mediator } };
  const recused = new Set(Object.values(now.recused));
  const stay = Object.values(now.assigned).filter((person) => !recused.has(person));
  return { seats: JSON.stringify(now), mediators: stay.join(' ') || null };
};
