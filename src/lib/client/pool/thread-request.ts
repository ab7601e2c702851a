/**
 * What a worker asks its page for: a thread of the pool. It could start one itself, but Firefox (153) now and then never comes
 * back from that on a busy machine: the worker stands still for good.
 */
export interface ThreadRequest {
	readonly type: 'startThread';
	/** The thread's end: tasks in, answers out. */
	readonly tasks: MessagePort;
	/** The page's end: it says why the thread broke, and hears {@link CLOSE}. */
	readonly control: MessagePort;
}

/** The thread is not needed any more. */
export const CLOSE = 'close';

export function isThreadRequest(data: unknown): data is ThreadRequest {
	return typeof data === 'object' && data !== null && 'type' in data && data.type === 'startThread';
}
