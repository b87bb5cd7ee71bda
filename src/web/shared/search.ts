import * as z from 'zod/mini';
import { noteWrong } from './wrong-address.ts';

/**
 * What the address of a page may say, as schemas: `validateSearch: address({ q: text(), phase: many() })`.
 * Whatever is wrong is left out, and the shell says so; no address breaks a page.
 */
const orNothing = <T>(schema: z.ZodMiniType<T>) => z.catch(z.optional(schema), undefined);

/** A text. */
export const text = () => orNothing(z.string().check(z.maxLength(500)));
/** A name that may come several times; one is a list of one. */
export const many = () =>
  orNothing(
    z.union([
      z.array(z.string()),
      z.pipe(
        z.string(),
        z.transform((one: string) => [one]),
      ),
    ]),
  );
/** One of a few words. */
export const choice = <const T extends readonly string[]>(words: T) =>
  orNothing(z.enum(words as unknown as Record<string, T[number]>));
/** A whole number. */
export const whole = () =>
  orNothing(z.pipe(z.string().check(z.regex(/^\d{1,9}$/)), z.transform(Number)));

const isDay = (value: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  new Date(`${value}T00:00:00Z`).toISOString().startsWith(value);
const realDay = (value: string): boolean => {
  try {
    return isDay(value);
  } catch {
    return false;
  }
};
/** A day of the calendar, YYYY-MM-DD. */
export const day = () => orNothing(z.string().check(z.refine(realDay)));

/** A day, or a moment with its offset. */
export const moment = () =>
  orNothing(
    z
      .string()
      .check(
        z.refine(
          (value) =>
            realDay(value) ||
            (/T.*(Z|[+-]\d{2}:\d{2})$/.test(value) && !Number.isNaN(Date.parse(value))),
        ),
      ),
  );

type Said = Readonly<Record<string, string | readonly string[] | undefined>>;
type Shape = Readonly<Record<string, z.ZodMiniType>>;

/** The schema of an address; what it says wrong is left out, and noted for the shell to say. */
export const address = <const S extends Shape>(shape: S): z.ZodMiniObject<S> => {
  const noted = (said: unknown): unknown => {
    if (typeof said !== 'object' || said === null) return said;
    for (const [name, value] of Object.entries(said as Said)) {
      const field = Object.hasOwn(shape, name) ? shape[name] : undefined;
      if (field && value !== undefined && z.safeParse(field, value).data === undefined)
        noteWrong(name, String(value));
    }
    return said;
  };
  // The pipe takes and gives what the object does.
  return z.pipe(z.transform(noted), z.object(shape)) as unknown as z.ZodMiniObject<S>;
};

/** The search part of an address as plain names and values; what comes twice is a list. */
export const parseSearch = (search: string): Record<string, string | string[]> => {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    [...new Set(params.keys())].map((name) => {
      const values = params.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? '')];
    }),
  );
};

export const stringifySearch = (search: Record<string, unknown>): string => {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search))
    if (Array.isArray(value)) value.forEach((one) => params.append(name, String(one)));
    else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
      params.set(name, String(value));
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
};
