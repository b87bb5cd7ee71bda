import type { DatabaseSync, StatementSync } from 'node:sqlite';

const PREPARED = 500;

/** Statements by text: preparing costs more than most reads. */
export const preparing = (db: DatabaseSync): ((text: string) => StatementSync) => {
  const kept = new Map<string, StatementSync>();
  return (text) => {
    const held = kept.get(text);
    if (held) return held;
    const statement = db.prepare(text);
    if (kept.size >= PREPARED) kept.clear();
    kept.set(text, statement);
    return statement;
  };
};
