import type { ReactNode } from 'react';
import { useTerms } from '../words/terms.ts';
import { AttachmentLink, isAttachment } from './attachment.tsx';
import { CellView } from './cells.tsx';
import { SubjectLink } from './subject-link.tsx';

const snake = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

type Said = { readonly name: string; readonly value: unknown; readonly list?: string };

const Value = ({ name, value, list = '' }: Said): ReactNode => {
  if (value === null || value === undefined) return <CellView name={name} value={null} />;
  if (typeof value === 'string' || typeof value === 'number')
    return name === 'enterprise' && typeof value === 'string' ? (
      <SubjectLink category="enterprise" id={value} />
    ) : (
      <CellView list={list} name={snake(name)} value={value} />
    );
  if (Array.isArray(value))
    return (
      <ul className="values">
        {value.map((one: unknown, at) => (
          <li key={at}>
            <Value name={name} value={one} list={list} />
          </li>
        ))}
      </ul>
    );
  if (typeof value !== 'object') return typeof value === 'boolean' ? String(value) : null;
  if (isAttachment(value)) return <AttachmentLink file={value} />;
  return <DataView data={value} />;
};

/** Everything that a fact or a row says, each field under its name. */
export const DataView = ({
  data,
  list,
}: {
  readonly data: object;
  /** The list whose columns these are, where it has names of its own for them. */
  readonly list?: string;
}) => {
  const terms = useTerms();
  return (
    <dl className="details">
      {Object.entries(data).map(([name, value]: [string, unknown]) => (
        <div key={name}>
          <dt>{list === undefined ? terms.field(name) : terms.column(list, name)}</dt>
          <dd>
            <Value name={name} value={value} {...(list === undefined ? {} : { list })} />
          </dd>
        </div>
      ))}
    </dl>
  );
};

/** Chosen fields of a row, each under its name; what is not known is left out unless `all`. */
export const Details = ({
  row,
  fields,
  list,
  all = false,
}: {
  readonly row: Readonly<Record<string, unknown>>;
  readonly fields: readonly string[];
  readonly list?: string;
  readonly all?: boolean;
}) => {
  const shown = fields.filter(
    (name) => all || (row[name] !== null && row[name] !== undefined && row[name] !== ''),
  );
  const data = Object.fromEntries(shown.map((name) => [name, row[name]]));
  return <DataView data={data} {...(list === undefined ? {} : { list })} />;
};
