import { describe, expect, it } from 'vitest';
import { hostMachine } from '../../../sim/machines/host.ts';
import { rolloutMachine } from '../../../sim/machines/rollout.ts';
import { serviceMachine } from '../../../sim/machines/service.ts';
import { vendorMachine } from '../../../sim/machines/vendor.ts';
import { hostFlows } from '../../../sim/observe/flows/host-flows.ts';
import { STREAM_COUNT } from '../../../sim/random/streams.ts';
import { DEFECTS } from '../../../sim/model.ts';
import { COMPONENTS } from '../../../sim/parameters.ts';
import { HOST_STATES, type HostState } from '../../../sim/table/states.ts';
import { hostTable } from '../../../sim/table/tables.ts';
import { nextState, REFUSED } from '../../../sim/table/compile.ts';
import { chartOf, transitionName } from './chart.ts';
import { layoutChart } from './chart-layout.ts';

const host = chartOf(hostMachine);

describe('the diagram of the host', () => {
	it('has the states that the physics counts, in their order', () => {
		expect(host.states.map(({ name }) => name)).toEqual([...HOST_STATES]);
	});

	it('draws exactly the moves that the physics can make with some component and some defect', () => {
		const drawn = new Set(host.transitions.map(transitionName));
		const possible = new Set<string>();
		for (const component of COMPONENTS)
			for (const defect of DEFECTS) {
				const table = hostTable({ component, defect });
				for (const from of HOST_STATES)
					for (const event of table.events) {
						const to = nextState(table, table.state[from], event);
						if (to !== REFUSED) possible.add(transitionName({ from, event, to: HOST_STATES[to]! }));
					}
			}
		expect([...drawn].sort()).toEqual([...possible].sort());
	});

	it('has a flow for every line, and no flow runs beside the lines', () => {
		const none = Object.fromEntries(HOST_STATES.map((state) => [state, 0])) as Record<HostState, number>;
		const flows = hostFlows(new Float64Array(STREAM_COUNT), none, none);
		expect(Object.keys(flows).sort()).toEqual(host.transitions.map(transitionName).sort());
	});

	it('keeps what a transition does where it stays in its state', () => {
		const stays = chartOf(rolloutMachine).transitions.find(({ action }) => action !== null);
		expect(stays).toEqual({
			from: 'running',
			event: 'RING_BAKED',
			to: 'running',
			guard: 'hasNextRing',
			action: 'openNextRing'
		});
	});
});

describe('the layout', () => {
	const size = { width: 150, height: 54 };
	for (const machine of [hostMachine, rolloutMachine, vendorMachine, serviceMachine])
		for (const direction of ['across', 'down'] as const)
			it(`of the ${machine.id}, ${direction}, keeps states apart and every line in the picture`, () => {
				const chart = chartOf(machine);
				const { width, height, states, lines } = layoutChart(chart, size, direction);
				expect(states.length).toBe(chart.states.length);
				expect(lines.length).toBe(chart.transitions.length);
				for (const a of states)
					for (const b of states)
						if (a !== b)
							expect(
								Math.abs(a.x - b.x) >= size.width || Math.abs(a.y - b.y) >= size.height,
								`${a.name} and ${b.name}`
							).toBe(true);
				for (const { points, label } of lines)
					for (const [x, y] of [...points, label]) {
						expect(x).toBeGreaterThanOrEqual(0);
						expect(y).toBeGreaterThanOrEqual(0);
						expect(x).toBeLessThanOrEqual(width);
						expect(y).toBeLessThanOrEqual(height);
					}
			});
});
