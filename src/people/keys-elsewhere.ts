/** The people of this log are sealed under other keys than those of this node. Nothing was recorded. */
export class KeysElsewhere extends Error {
  override readonly name = 'KeysElsewhere';
}

/** Whose keys seal the people of a log: this node’s, another’s, or nobody’s yet. */
export type KeysStanding = 'here' | 'unclaimed' | 'elsewhere';
