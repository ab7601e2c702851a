/** Where real time comes from; tests bring their own. */
export interface Wall {
	nowMs(): number;
	later(call: () => void, afterMs: number): void;
}

export const realWall: Wall = {
	nowMs: () => performance.now(),
	later: (call, afterMs) => void setTimeout(call, afterMs)
};
