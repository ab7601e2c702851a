import { describeLogStore, type Title } from '../../room/testing/log-store-contract.ts';
import { IdbLogStore } from './idb-log-store.ts';

let databases = 0;

describeLogStore('IndexedDB', async () => {
	const name = `contract-${++databases}`;
	const store = await IdbLogStore.open<Title>(name);
	const reopened = async () => {
		store.close();
		return IdbLogStore.open<Title>(name);
	};
	return { store, reopened };
});
