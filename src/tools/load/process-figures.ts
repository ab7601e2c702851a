import type { ChildProcess } from 'node:child_process';

/** What one thread of a server holds, after its garbage was collected. */
export interface ThreadFigures {
	readonly thread: number;
	readonly heapMb: number;
	readonly buffersMb: number;
	readonly timers: number;
	/** Sockets, ports and whatever else keeps a thread alive. */
	readonly handles: number;
	/** Of its process object: whoever listens there is never let go of. */
	readonly listeners: number;
}

export interface ProcessFigures {
	/** Processor time since it was started, of all threads. */
	readonly cpuS: number;
	readonly rssMb: number;
	/** Open file handles; null: the system does not tell. */
	readonly files: number | null;
	readonly threads: readonly ThreadFigures[];
}

/** Module that a process has to have read first. */
export const FIGURES_INSIDE = new URL('figures-inside.ts', import.meta.url).href;

/** Asks a process that has read {@link FIGURES_INSIDE} what it holds now. */
export function figuresOf(child: ChildProcess): Promise<ProcessFigures> {
	return new Promise((resolve, reject) => {
		const ended = () => reject(new Error('the process has ended'));
		const heard = (message: unknown) => {
			const { figures } = message as { figures?: ProcessFigures };
			if (figures === undefined) return;
			child.off('message', heard).off('exit', ended);
			resolve(figures);
		};
		child.on('message', heard).once('exit', ended);
		child.send('figures');
	});
}

/** Heap and buffers of all threads, in MB. */
export function heldMb({ threads }: ProcessFigures): number {
	return threads.reduce((sum, { heapMb, buffersMb }) => sum + heapMb + buffersMb, 0);
}

export function totalOf({ threads }: ProcessFigures, what: 'timers' | 'handles' | 'listeners'): number {
	return threads.reduce((sum, thread) => sum + thread[what], 0);
}
