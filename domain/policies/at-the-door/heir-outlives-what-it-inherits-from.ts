import type { EnterpriseCommand } from '../../enterprise/commands.ts';
import type { Ask, Foresight } from '../../shared/policy.ts';
import { ensure } from '../rules.ts';

const heirs = ({ type, data }: EnterpriseCommand): Ask | undefined => {
  const list = 'enterprises-ended';
  if (type === 'MergeInto' || type === 'CorrectMerger')
    return { list, among: [data.successor], on: data.on };
  if (type === 'SplitInto' || type === 'CorrectSplit')
    return { list, among: data.successors, on: data.on };
  return undefined;
};

/** Nobody is merged into, or split into, an enterprise that had ended by then. */
export const heirOutlivesWhatItInheritsFrom: Foresight<EnterpriseCommand> = {
  on: 'enterprise',
  asks: heirs,
  ensures: (found) => ensure(found.length === 0, 'heir-had-ended'),
};
