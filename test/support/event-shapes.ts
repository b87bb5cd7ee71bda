import { z } from 'zod';
import { bargainingCase } from '../../domain/bargaining-case/decider.ts';
import { collectiveContract } from '../../domain/collective-contract/decider.ts';
import { consultation } from '../../domain/consultation/decider.ts';
import { disputeCase } from '../../domain/dispute-case/decider.ts';
import { enterprise } from '../../domain/enterprise/decider.ts';
import { person } from '../../domain/person/decider.ts';
import { refusedOrder } from '../../domain/refused-order/decider.ts';
import type { AnyDecider } from '../../src/command/asked.ts';

/** Everything whose facts are stored. */
export const aggregates: readonly AnyDecider[] = [
  enterprise,
  bargainingCase,
  collectiveContract,
  disputeCase,
  consultation,
  person,
  refusedOrder,
];

type Shape = {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly const?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: Shape | false;
  readonly items?: Shape;
  readonly oneOf?: readonly Shape[];
  readonly anyOf?: readonly Shape[];
};

/** One field at the bottom of a fact: its name, and what it may hold. */
type Leaf = { readonly name: string; readonly holds: string };

const kindOf = (shape: Shape): string => {
  if (shape.format) return shape.format;
  if (shape.enum || shape.const !== undefined) return 'code';
  if (shape.type !== 'string') return shape.type ?? 'anything';
  if (shape.pattern) return 'id';
  return (shape.maxLength ?? 0) >= 500 ? 'words' : 'text';
};

const leavesOf = (shape: Shape, name: string): readonly Leaf[] => {
  const choices = shape.oneOf ?? shape.anyOf;
  if (choices) return choices.flatMap((one) => leavesOf(one, name));
  if (shape.format === 'attachment') return [{ name, holds: 'attachment' }];
  if (shape.properties)
    return Object.entries(shape.properties).flatMap(([key, one]) => leavesOf(one, key));
  const inside = shape.items ?? (shape.additionalProperties || undefined);
  return inside ? leavesOf(inside, name) : [{ name, holds: kindOf(shape) }];
};

const shapeOf = ({ properties = {} }: Shape) => {
  const data: Shape = properties['data'] ?? {};
  return {
    type: properties['type']?.const ?? '',
    fields: Object.keys(data.properties ?? {}),
    required: data.required ?? [],
    leaves: leavesOf(data, 'data'),
  };
};

const shapesIn = (schema: z.ZodType) => {
  const whole = z.toJSONSchema(schema, { unrepresentable: 'any', reused: 'inline' }) as Shape;
  return (whole.oneOf ?? whole.anyOf ?? []).map(shapeOf);
};

/** Every type of fact of an aggregate, with its fields and what is at the bottom of them. */
export const factsOf = ({ event }: AnyDecider) => shapesIn(event);

/** Every command of an aggregate, likewise. */
export const commandsOf = ({ command }: AnyDecider) => shapesIn(command);
