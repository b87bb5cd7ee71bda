import { Button, Drawer } from 'antd';
import { Suspense, useState } from 'react';
import type { Category } from '../api/things.ts';
import { CommandForm } from '../form/later.ts';
import { Loading } from '../shared/states.tsx';
import { useIsNarrow } from '../shell/theme.ts';
import { useTerms } from '../words/terms.ts';

type FormButtonProps = {
  readonly category: Category;
  readonly id: string;
  readonly command: string;
  readonly revision: string;
  /** What the page knows: filled in, and not asked for. */
  readonly known: Readonly<Record<string, unknown>>;
  /** What it is about, for whoever hears the button only. */
  readonly about: string;
};

/** A command about one part of a thing, beside that part: what the page knows is not asked again. */
export const FormButton = ({ category, id, command, revision, known, about }: FormButtonProps) => {
  const terms = useTerms();
  const narrow = useIsNarrow();
  const [open, setOpen] = useState(false);
  const name = terms.command(category, command);
  return (
    <>
      <Button size="small" aria-label={`${name} ${about}`} onClick={() => setOpen(true)}>
        {name}
      </Button>
      <Drawer
        open={open}
        size={narrow ? '100%' : 640}
        title={`${name} · ${about}`}
        onClose={() => setOpen(false)}
        destroyOnHidden
      >
        {open && (
          <Suspense fallback={<Loading />}>
            <CommandForm
              category={category}
              id={id}
              command={command}
              revision={revision}
              initial={{ ...known }}
              hidden={Object.keys(known)}
              done={() => setOpen(false)}
            />
          </Suspense>
        )}
      </Drawer>
    </>
  );
};
