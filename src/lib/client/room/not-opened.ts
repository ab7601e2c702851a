import type { NotOpenedFault, NotPlayableReason } from '../../room/protocol/solo-faults.ts';
import type { StoredRun } from '../runs/run-summary.ts';

/** What is to be opened could not be, because… */
export class NotOpened extends Error {
	readonly fault: NotOpenedFault;
	/** Whether the same may succeed in a moment. */
	readonly canRetry: boolean;

	constructor(fault: NotOpenedFault, canRetry = false) {
		super(fault.code);
		this.fault = fault;
		this.canRetry = canRetry;
	}
}

/** A run that is kept and cannot be played on with the physics and the scenario of today, because… */
export class NotPlayable extends Error {
	readonly run: StoredRun;
	readonly reason: NotPlayableReason;

	constructor(run: StoredRun, reason: NotPlayableReason) {
		super(reason.code);
		this.run = run;
		this.reason = reason;
	}
}
