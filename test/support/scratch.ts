import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A name for a store in a directory of its own, and how to remove that. */
export const scratchFile = (): { readonly file: string; readonly remove: () => void } => {
  const dir = mkdtempSync(join(tmpdir(), 'concord-'));
  return {
    file: join(dir, 'events.db'),
    remove: () => rmSync(dir, { recursive: true, force: true }),
  };
};
