import { realClock } from '../real-clock.ts';
import { IdbLogStore } from './idb-log-store.ts';
import { SteadyLogStore } from './steady-log-store.ts';

/** The browser's own store, opened with the first question and again whenever its connection ends. */
export function steadyIdbStore<Summary>(name?: string): SteadyLogStore<Summary> {
	const connect = async () => {
		const store = await IdbLogStore.open<Summary>(name);
		return { store, close: () => store.close() };
	};
	return new SteadyLogStore<Summary>(connect, realClock);
}
