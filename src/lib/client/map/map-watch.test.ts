import { describe, expect, it } from 'vitest';
import { mapSnapshotOf } from '../../sim/observe/map/map-snapshot.ts';
import { createWorld, Runner, seedFromText, snapshot } from '../../sim/run.ts';
import { HOST_STATES } from '../../sim/table/states.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { MapWatch, type MapWatchMessage } from './map-watch.ts';

const model = smallModel();
const names = <T extends { id: string }>(things: readonly T[]) =>
	things.map(({ id }) => ({ id, name: { en: id } }));
const pack = {
	model,
	scenario: {
		title: { en: 'A test' },
		world: { countries: [] },
		sectors: names(model.sectors),
		vendors: model.vendors.map(({ id }) => ({ id, name: id })),
		organisations: model.organisations.map(({ id }) => ({ id, name: id }))
	}
} as unknown as Pack;

function worldAt(minute: number) {
	const world = createWorld(model, seedFromText('seed'));
	new Runner(world).advance([], minute);
	return world;
}

function watched() {
	const message: MapWatchMessage[] = [];
	const waiting: { call: () => void; atMs: number }[] = [];
	let now = 0;
	const watch = new MapWatch({
		pack,
		seed: 'seed',
		stateAt: (minute) => snapshot(worldAt(minute)),
		snapshotAt: (minute) => mapSnapshotOf(worldAt(minute)),
		orders: () => [],
		wall: { nowMs: () => now, later: (call, ms) => waiting.push({ call, atMs: now + ms }) },
		tell: (one) => message.push(one)
	});
	const pass = (ms: number) => {
		now += ms;
		for (const one of waiting.splice(0))
			if (one.atMs <= now) one.call();
			else waiting.push(one);
	};
	const minutes = () => message.flatMap((one) => (one.type === 'snapshot' ? [one.snapshot.minute] : []));
	return { watch, message, pass, minutes };
}

describe('what a room tells a map', () => {
	it('is nothing while nobody watches', () => {
		const { watch, message } = watched();
		watch.show(10);
		expect(message).toEqual([]);
	});

	it('begins with the facts, and counts every host of the world', () => {
		const { watch, message } = watched();
		watch.show(10);
		watch.watch(true);
		const [facts, snapshot] = message;
		if (facts?.type !== 'mapFacts' || snapshot?.type !== 'snapshot')
			throw new Error('facts, then a snapshot');
		const hosts = facts.facts.cells.hosts.reduce((sum, one) => sum + one, 0);
		expect(snapshot.snapshot.counts.reduce((sum, one) => sum + one, 0)).toBe(hosts);
		expect(snapshot.snapshot.counts.length).toBe(facts.facts.cells.count * HOST_STATES.length);
	});

	it('keeps to a pace that can be drawn, and never leaves out the last snapshot', () => {
		const { watch, pass, minutes } = watched();
		watch.watch(true);
		for (let minute = 1; minute <= 20; minute++) {
			watch.show(minute);
			pass(10);
		}
		pass(1000);
		expect(minutes().length).toBeLessThan(6);
		expect(minutes().at(-1)).toBe(20);
	});

	it('shows the past while it is looked at, and the present again after that', () => {
		const { watch, pass, minutes } = watched();
		watch.show(30);
		watch.watch(true);
		pass(200);
		watch.lookBack(5);
		pass(200);
		watch.show(31);
		pass(200);
		expect(minutes()).toEqual([30, 5]);
		watch.lookBack(null);
		pass(200);
		expect(minutes()).toEqual([30, 5, 31]);
	});
});
