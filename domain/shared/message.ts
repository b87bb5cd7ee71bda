import { z } from 'zod';

/** By whom (an account, `clock`, `policy:<name>`, `import:<profile>`) and when (UTC, milliseconds). The edge stamps it; a client never does. */
export type Stamp = { readonly at: string; readonly by: string };

/** A message without its stamp: what is asked, or what happened. */
export type Message = { readonly type: string; readonly data: unknown };

/** A fact as a fold sees it: what happened, its event id, and its stamp. */
export type Fact<Event extends Message = Message> = Event & Stamp & { readonly id: string };

type Shape = z.core.$ZodLooseShape;

/** A request: unknown keys are an error, for someone meant something by them. */
export const command = <T extends string, D extends Shape>(type: T, data: D) =>
  z.strictObject({ type: z.literal(type), data: z.strictObject(data) });

/** A fact: unknown keys are dropped, for an older or newer version may have written them. */
export const event = <T extends string, D extends Shape>(type: T, data: D) =>
  z.object({ type: z.literal(type), data: z.object(data) });

/** A fact that says an earlier one anew: `corrects` is the event id of the first saying, the other fields replace all of its data. */
export const correction = <T extends string, D extends Shape>(type: T, data: D) =>
  event(type, { corrects: z.string(), reason: z.string(), ...data });

/** The request for it. */
export const correct = <T extends string, D extends Shape>(type: T, data: D) =>
  command(type, { corrects: z.string().min(1), reason: z.string().min(1).max(500), ...data });

/** A fact that takes earlier ones back: the history reads as if what `takesBack` names had not been recorded. */
export const takingBack = <T extends string, D extends Shape>(type: T, data: D) =>
  event(type, { takesBack: z.array(z.string()).min(1), reason: z.string(), ...data });

/** The request for it: the event id of the fact that should not be. */
export const takeBack = <T extends string>(type: T) =>
  command(type, { takesBack: z.string().min(1), reason: z.string().trim().min(1).max(500) });
