import { AsyncLocalStorage } from 'node:async_hooks';

type Fail = (error: unknown) => void;

/** What to do when the code now running fails; kept by Node across timers, streams and promises. */
const failure = new AsyncLocalStorage<Fail>();

/**
 * Runs what answers a request. An error goes to `fail`, whether it is thrown, rejected, or comes later from a
 * promise or a stream that nobody listens to; for the latter `installLastResort` must have been called.
 */
export function answerWithin(answer: () => void | Promise<void>, fail: Fail): void {
	void failure.run(fail, async () => {
		try {
			await answer();
		} catch (error) {
			fail(error);
		}
	});
}

/**
 * Keeps the process alive through errors that nothing caught: no request, whatever it holds, may end the exercises
 * of others. The request that caused the error gets its answer; what belongs to no request goes to `report`.
 * @returns a function that takes the last resort away again
 */
export function installLastResort(report: Fail): () => void {
	const rescue = (error: unknown) => (failure.getStore() ?? report)(error);
	process.on('uncaughtException', rescue);
	process.on('unhandledRejection', rescue);
	return () => {
		process.off('uncaughtException', rescue);
		process.off('unhandledRejection', rescue);
	};
}
