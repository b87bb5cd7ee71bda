import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useRows } from '../../api/queries.ts';
import type { Query } from '../../api/request.ts';
import type { Row, Subject } from '../../api/types.ts';
import { Answer, Nothing } from '../../shared/states.tsx';
import { useOpenForm } from '../../subject/actions.tsx';
import { FormButton } from '../../subject/form-button.tsx';
import { useTerms } from '../../words/terms.ts';

/** What may be done about one part of a meeting, as buttons that know which part it is. */
export const PartActs = ({
  subject,
  commands,
  known,
  about,
}: {
  readonly subject: Subject<Row>;
  readonly commands: readonly string[];
  readonly known: Readonly<Record<string, unknown>>;
  readonly about: string;
}) => (
  <div className="card-acts no-print">
    {commands.map((command) => (
      <FormButton
        key={command}
        category="consultation"
        id={subject.id}
        command={command}
        revision={subject.revision}
        known={known}
        about={about}
      />
    ))}
  </div>
);

/** The parts of a meeting, a card each, under their heading and the command that adds one. */
export const PartCards = ({
  subject,
  title,
  adds,
  of: { list, sort },
  empty,
  card,
}: {
  readonly subject: Subject<Row>;
  readonly title: string;
  readonly adds: string;
  readonly of: { readonly list: string; readonly sort: string };
  readonly empty: string;
  readonly card: (row: Row) => ReactNode;
}) => {
  const terms = useTerms();
  const { set } = useOpenForm();
  const query: Query = { meeting: subject.id, sort, limit: 500 };
  const asked = useRows<Row>(list, query);
  return (
    <>
      <div className="tab-head">
        <h2>{title}</h2>
        {subject.allowedCommands.includes(adds) && (
          <Button onClick={() => set(adds)}>{terms.command('consultation', adds)}</Button>
        )}
      </div>
      <Answer of={asked}>
        {({ items }) => (items.length === 0 ? <Nothing text={empty} /> : items.map(card))}
      </Answer>
    </>
  );
};
