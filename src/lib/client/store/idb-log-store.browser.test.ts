import { describe } from 'vitest';
import { describeLogStore, type Title } from '../../room/testing/log-store-contract.ts';
import { IdbLogStore } from './idb-log-store.ts';

let databases = 0;

// Node has no IndexedDB: there these are shown as skipped.
describe.skipIf(typeof indexedDB === 'undefined')('in a browser', () => {
	describeLogStore('IndexedDB', async () => {
		const name = `contract-${++databases}`;
		const store = await IdbLogStore.open<Title>(name);
		const reopened = async () => {
			store.close();
			return IdbLogStore.open<Title>(name);
		};
		return { store, reopened };
	});
});
