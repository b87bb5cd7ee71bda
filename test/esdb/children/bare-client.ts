import { EventStoreDBClient, jsonEvent, streamNameFilter } from '@eventstore/db-client';
import { openDouble } from '../../support/esdb/double.ts';
import { createBell } from '../../support/esdb/faults.ts';
import { openNeighbour, UNSERIALISABLE } from '../../support/esdb/stimuli.ts';
import { fact, facts, fresh } from '../../support/esdb/target.ts';

// Defects of the bare client that end a process, each in a process of its own:
// `node bare-client.ts <name>` says line by line what it saw.

const say = (line: string): void => console.log(line);

const neighbour = async (): Promise<void> => {
  const double = await openDouble();
  const client = EventStoreDBClient.connectionString(double.url);
  const other = await openNeighbour();
  await client.appendToStream(fresh('own'), fact(0));
  const stream = fresh('own');
  const { rung: until, ring } = createBell();
  const held = double.fault('batch', { what: 'hold', until });
  const append = client.appendToStream(stream, fact(1)).then(
    () => say('acknowledged'),
    () => say('rejected'),
  );
  await held.met;
  await other.breakStream();
  await append;
  const unwatch = double.log.watch(() => {
    unwatch();
    say(`recorded: ${String(double.log.lastRevision(stream) + 1n)}`);
  });
  ring();
  // The late answer is on its way; it ends the process before this does.
  setTimeout(() => process.exit(0), 70_000);
};

const throwingCheckpoint = async (): Promise<void> => {
  process.on('unhandledRejection', (error) => say(`unhandled: ${String(error)}`));
  const double = await openDouble();
  const client = EventStoreDBClient.connectionString(double.url);
  const stream = fresh('orders');
  await client.appendToStream(stream, facts(40));
  const filter = streamNameFilter({
    prefixes: [stream],
    checkpointInterval: 1,
    checkpointReached: () => Promise.reject(new Error('the handler failed')),
  });
  let events = 0;
  const subscription = client.subscribeToAll({ filter });
  subscription.on('data', () => (events += 1));
  for (const name of ['error', 'end', 'close'] as const)
    subscription.on(name, () => say(`said: ${name}`));
  process.once('unhandledRejection', () => {
    const before = events;
    void client.appendToStream(stream, facts(10)).then(() => {
      // What is still to come would have come by then.
      setTimeout(() => {
        say(`more events: ${String(events - before)}`);
        process.exit(0);
      }, 500);
    });
  });
};

const unserialisable = async (): Promise<void> => {
  process.on('unhandledRejection', (error) => {
    say(`unhandled: ${String(error)}`);
    setTimeout(() => {
      say('waited');
      process.exit(0);
    }, 500);
  });
  const double = await openDouble();
  const client = EventStoreDBClient.connectionString(double.url);
  const event = jsonEvent({ type: 'Paid', data: UNSERIALISABLE });
  const settled = (how: string) => () => say(`settled: ${how}`);
  client
    .appendToStream(fresh('own'), event, { deadline: 200 })
    .then(settled('fulfilled'), settled('rejected'));
};

const DEFECTS: Readonly<Record<string, () => Promise<void>>> = {
  neighbour,
  'throwing-checkpoint': throwingCheckpoint,
  unserialisable,
};

await DEFECTS[process.argv[2] ?? '']?.();
