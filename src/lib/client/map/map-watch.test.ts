import { describe, expect, it } from 'vitest';
import { createWorld, Runner, seedFromText, snapshot } from '../../sim/run.ts';
import { HOST_STATES } from '../../sim/table/tables.ts';
import { smallModel } from '../../sim/testing/small-model.ts';
import type { Pack } from '../../room/scenario-library.ts';
import { MapWatch, type MapWatchNews } from './map-watch.ts';

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

function watched() {
	const news: MapWatchNews[] = [];
	const waiting: { call: () => void; atMs: number }[] = [];
	let now = 0;
	const watch = new MapWatch({
		pack,
		seed: 'seed',
		stateAt: (minute) => {
			const world = createWorld(model, seedFromText('seed'));
			new Runner(world).advance([], minute);
			return snapshot(world);
		},
		orders: () => [],
		wall: { nowMs: () => now, later: (call, ms) => waiting.push({ call, atMs: now + ms }) },
		tell: (one) => news.push(one)
	});
	const pass = (ms: number) => {
		now += ms;
		for (const one of waiting.splice(0))
			if (one.atMs <= now) one.call();
			else waiting.push(one);
	};
	const minutes = () => news.flatMap((one) => (one.type === 'moment' ? [one.moment.minute] : []));
	return { watch, news, pass, minutes };
}

describe('what a room tells a map', () => {
	it('is nothing while nobody watches', () => {
		const { watch, news } = watched();
		watch.show(10);
		expect(news).toEqual([]);
	});

	it('begins with the facts, and counts every host of the world', () => {
		const { watch, news } = watched();
		watch.show(10);
		watch.watch(true);
		const [facts, moment] = news;
		if (facts?.type !== 'mapFacts' || moment?.type !== 'moment') throw new Error('facts, then a moment');
		const hosts = facts.facts.spots.hosts.reduce((sum, one) => sum + one, 0);
		expect(moment.moment.counts.reduce((sum, one) => sum + one, 0)).toBe(hosts);
		expect(moment.moment.counts.length).toBe(facts.facts.spots.count * HOST_STATES.length);
	});

	it('keeps to a pace that can be drawn, and never leaves out the last moment', () => {
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
