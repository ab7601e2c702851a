type Listener = (...values: unknown[]) => void;
const EVENTS = ['uncaughtException', 'unhandledRejection'];
const emitter: NodeJS.EventEmitter = process;

/**
 * Takes away the test runner's own listeners for errors that nothing caught: it counts each as a failure of the run.
 * @returns a function that puts them back
 */
export function withoutRunner(): () => void {
	const taken = EVENTS.map((event) => [event, emitter.listeners(event) as Listener[]] as const);
	for (const event of EVENTS) emitter.removeAllListeners(event);
	return () => {
		for (const [event, listeners] of taken) for (const listener of listeners) emitter.on(event, listener);
	};
}
