import { openEsdbStore } from '../../src/store/esdb.ts';
import { openDouble } from '../support/esdb/double.ts';
import { storeContract } from '../support/store/contract.ts';

storeContract('EventStoreDB, played by the double,', async () => {
  const double = await openDouble();
  const open = () => openEsdbStore({ url: double.url, categories: ['storeContract'] });
  let store = open();
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = open());
    },
    close: async () => {
      await store.close();
      await double.close();
    },
  };
});
