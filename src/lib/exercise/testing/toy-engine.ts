import type { Frame } from '../../sim/observe/frame.ts';
import type { MapSnapshot } from '../../sim/observe/map/map-snapshot.ts';
import { stepLengthMin } from '../../sim/time/grid.ts';
import type { GridSpan, Order } from '../../sim/model.ts';
import type { Engine, Run } from '../world/engine.ts';

/** A physics small enough to check by eye: each step mixes the minute, and each order when it is applied. */
export function toyEngine(spans: readonly GridSpan[]): Engine & { readonly steps: () => number } {
	let steps = 0;
	const runOf = (state: Float64Array): Run => ({
		get minute() {
			return state[0];
		},
		advance(orders: readonly Order[], toMin: number) {
			while (state[0] < toMin) {
				for (; state[2] < orders.length && orders[state[2]].atMin <= state[0]; state[2]++) {
					state[1] = mix(state[1], orders[state[2]].value * 1000 + orders[state[2]].parameter.length);
				}
				state[1] = mix(state[1], state[0]);
				state[0] += stepLengthMin(spans, state[0]);
				steps++;
			}
		},
		frame: () => ({ minute: state[0] }) as Frame,
		mapSnapshot: () => ({ minute: state[0] }) as MapSnapshot,
		hash: () => (state[1] >>> 0).toString(16).padStart(16, '0'),
		save: () => state.slice().buffer
	});
	return {
		start: () => runOf(new Float64Array(3)),
		resume: (saved) => runOf(new Float64Array(saved.slice(0))),
		steps: () => steps
	};
}

function mix(state: number, value: number): number {
	return Math.imul(state ^ value, 0x9e3779b1) + 1;
}
