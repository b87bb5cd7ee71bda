import type { JsonSchema } from '../../api/json-schema.ts';
import { useCommandSchema } from '../../api/schemas.ts';
import type { Row, Subject } from '../../api/types.ts';
import { people } from '../../words/people.ts';
import { useWords } from '../../words/words.ts';

type Known = Readonly<Record<string, unknown>> & { readonly name?: string };

/** What is known of somebody, beside the row of the register; undefined once it was erased. */
export const knownOf = (subject: Subject<Row>): Known | undefined =>
  (subject as { readonly details?: Known | null }).details ?? undefined;

/** A value as the form calls it: codes by their names, what has parts with its parts. */
const told = (schema: JsonSchema | undefined, value: unknown): string => {
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, part]) => told(schema?.properties?.[name], part))
      .join(' ');
  const named = schema?.oneOf?.find(({ const: code }) => code === value);
  return named?.title ?? String(value);
};

/** The details of a person, each called as the form that asks for it calls it. */
export const Details = ({ subject }: { readonly subject: Subject<Row> }) => {
  const t = useWords(people);
  const form = useCommandSchema('person', 'Register');
  const known = knownOf(subject);
  if (!known) return <p className="soft">{t('closed')}</p>;
  const asked = form.data?.properties?.['details']?.properties ?? {};
  const said = Object.entries(asked).filter(([name]) => known[name] !== undefined);
  return (
    <dl className="details">
      {said.map(([name, schema]) => (
        <div key={name}>
          <dt>{schema.title}</dt>
          <dd>{told(schema, known[name])}</dd>
        </div>
      ))}
    </dl>
  );
};
