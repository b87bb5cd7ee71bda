import { storeContract } from '../support/store/contract.ts';
import { scratchFile } from '../support/scratch.ts';
import { openEmbeddedStore } from '../../src/store/sqlite.ts';

storeContract('The embedded store in memory', async () => {
  const store = openEmbeddedStore({ file: ':memory:' });
  return { store, close: () => store.close() };
});

storeContract('The embedded store in a file', async () => {
  const { file, remove } = scratchFile();
  let store = openEmbeddedStore({ file });
  return {
    store,
    reopen: async () => {
      await store.close();
      return (store = openEmbeddedStore({ file }));
    },
    close: async () => {
      await store.close();
      remove();
    },
  };
});
