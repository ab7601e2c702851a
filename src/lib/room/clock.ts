/** Where real time comes from. Only its differences mean anything: it is no date. */
export interface Clock {
	nowMs(): number;
	later(call: () => void, afterMs: number): void;
}
