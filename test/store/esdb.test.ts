import { describe, expect, it } from 'vitest';
import { openEsdbStore } from '../../src/store/esdb.ts';
import { envelope, newStream, proposed } from '../support/store/facts.ts';
import { NO_STREAM } from '../../src/store/event-store.ts';
import { openDouble } from '../support/esdb/double.ts';
import { storeContract, type Opened } from '../support/store/contract.ts';
import { serverContract, type Server } from '../support/esdb/server-contract.ts';

const REAL = process.env['EVENTSTORE_URL'] ?? '';

const contractOver = (server: () => Promise<Server>) => async (): Promise<Opened> => {
  const { url, close } = await server();
  const open = () => openEsdbStore({ url, categories: ['storeContract'] });
  let store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = open());
    },
    close: async () => {
      await store.close();
      await close();
    },
  };
};

const aDouble = (options: Parameters<typeof openDouble>[0]) => () => openDouble(options);
const real = () => Promise.resolve({ url: REAL, close: () => Promise.resolve() });

storeContract('The double of EventStoreDB', contractOver(aDouble({})));
serverContract('The double of EventStoreDB', aDouble({}));
serverContract('The double of a later EventStoreDB', aDouble({ before24_10_5: false }));
const user = { username: 'concord', password: 'p@ss: w/rd?' };
serverContract('The double of three nodes with TLS', aDouble({ nodes: 3, tls: true, user }));

if (REAL === '') {
  // Said aloud: whoever reads the result must not take the double for a server.
  process.stderr.write('EVENTSTORE_URL names no server: NOT held against a real EventStoreDB.\n');
  describe.skip('A real EventStoreDB (EVENTSTORE_URL names none)', () => {
    it('keeps the same contract', () => undefined);
  });
} else {
  storeContract('The EventStoreDB of EVENTSTORE_URL', contractOver(real));
  serverContract('The EventStoreDB of EVENTSTORE_URL', real);
  describe.skipIf(/[?&]tls=false/i.test(REAL))(
    'The EventStoreDB of EVENTSTORE_URL, with TLS',
    () => {
      it('lets nobody in with a wrong password', async () => {
        const url = REAL.replace(/\/\/([^:@/]+):[^@]*@/, '//$1:wrong@');
        const store = openEsdbStore({ url, categories: ['storeContract'], budgetMs: 2_000 });
        const refused = store.append(newStream(), proposed(1), NO_STREAM, envelope);
        await expect(refused).rejects.toMatchObject({ outcome: 'not-recorded' });
        await store.close();
      });
    },
  );
}
