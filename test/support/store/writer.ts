import { writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { NO_STREAM, StoreUnavailable } from '../../../src/store/event-store.ts';
import { openEmbeddedStore } from '../../../src/store/sqlite.ts';
import { envelope, newStream, proposed } from './facts.ts';

// Run as a process of its own: node store-writer.ts <file> <writers>. Appends three facts at a time
// until it is killed or the disk is full, and says each acknowledged append in one write.

const say = (line: object): number => writeSync(1, `${JSON.stringify(line)}\n`);

const [file = '', writers = '1'] = process.argv.slice(2);
const store = openEmbeddedStore({ file });

const write = async (): Promise<void> => {
  const stream = newStream();
  let expected = NO_STREAM;
  for (;;) {
    const facts = proposed(3, { text: '集体合同'.repeat(40) });
    const word = { ...envelope, commandId: randomUUID() };
    const { revision, position } = await store.append(stream, facts, expected, word);
    say({
      stream,
      commandId: word.commandId,
      revision: String(revision),
      position: String(position),
    });
    expected = revision;
  }
};

try {
  await Promise.all(Array.from({ length: Number(writers) }, write));
} catch (error) {
  if (!(error instanceof StoreUnavailable)) throw error;
  say({ failed: error.outcome, healthy: (await store.health()).ok });
  process.exit(0);
}
