import { describeLogStore, type Title } from '../testing/log-store-contract.ts';
import { MemoryLogStore } from './memory-log-store.ts';

describeLogStore('memory', async () => {
	const store = new MemoryLogStore<Title>();
	return { store, reopened: async () => store };
});
