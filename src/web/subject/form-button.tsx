import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import { useSubject } from '../api/queries.ts';
import type { Category } from '../api/things.ts';
import { CommandForm } from '../form/later.ts';
import { Answer, Loading } from '../shared/states.tsx';
import { useIsNarrow } from '../shell/theme.ts';
import { useTerms } from '../words/terms.ts';

type FormButtonProps = {
  readonly category: Category;
  readonly id: string;
  readonly command: string;
  /** What was on the screen; asked for where the page shows no more than a part. */
  readonly revision?: string;
  /** What the page knows: filled in, and not asked for. */
  readonly known: Readonly<Record<string, unknown>>;
  /** What it is about, for whoever hears the button only. */
  readonly about: string;
};

type PartFormProps = Omit<FormButtonProps, 'about' | 'revision'> & {
  readonly revision: string;
  readonly done: () => void;
};

const PartForm = ({ known, ...props }: PartFormProps) => (
  <CommandForm {...props} initial={{ ...known }} hidden={Object.keys(known)} />
);

/** The form on a thing that the page does not show: as it stands when one begins. */
const FreshForm = (props: Omit<PartFormProps, 'revision'>) => {
  const subject = useSubject(props.category, props.id);
  return (
    <Answer of={subject}>{({ revision }) => <PartForm {...props} revision={revision} />}</Answer>
  );
};

/** A command about one part of a thing, beside that part: what the page knows is not asked again. */
export const FormButton = ({ revision, about, ...asked }: FormButtonProps) => {
  const { category, command } = asked;
  const terms = useTerms();
  const narrow = useIsNarrow();
  const [open, setOpen] = useState(false);
  const name = terms.command(category, command);
  const done = () => setOpen(false);
  return (
    <>
      <Button size="small" aria-label={`${name} ${about}`} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Drawer
        open={open}
        size={narrow ? '100%' : 640}
        title={`${name} · ${about}`}
        onClose={done}
        destroyOnHidden
      >
        {open && (
          <Suspense fallback={<Loading />}>
            {revision === undefined ? (
              <FreshForm {...asked} done={done} />
            ) : (
              <PartForm {...asked} revision={revision} done={done} />
            )}
          </Suspense>
        )}
      </Drawer>
    </>
  );
};
