import { useRows } from '../../api/queries.ts';
import type { Row, Subject } from '../../api/types.ts';
import { useClocks } from '../../shell/clocks.ts';

/** The enterprise as it was on the day of the address, or as it stands where none is chosen; no row where it was not. */
export const useOnDay = (
  subject: Subject<Row>,
): { readonly row: Row | undefined; readonly waits: boolean } => {
  const { on, knownAt } = useClocks();
  const asks = on !== undefined || knownAt !== undefined;
  const { data, isPending } = useRows<Row>('enterprises', { id: subject.id, on, knownAt }, asks);
  if (!asks) return { row: subject, waits: false };
  return { row: data?.items.find(({ id }) => id === subject.id), waits: isPending };
};
