import { describe, expect, test } from 'vitest';
import { playedPack } from '../testing/played-pack.ts';
import { localTimesOf } from './local-times.ts';

const { scenario, model } = playedPack();

describe('R202: a briefing says what time it is where a team’s hosts are', () => {
	test('of a role with an organisation, where that has hosts', () => {
		const [organisation] = scenario.organisations;
		const own = localTimesOf(scenario, model, ['hospital']);
		const metros = organisation!.sites.map(({ metro }) => model.metros.find(({ id }) => id === metro)!);
		expect(own.map(({ utcOffsetMin }) => utcOffsetMin)).toEqual(
			[...new Set(metros.map(({ utcOffsetMin }) => utcOffsetMin))].sort((a, b) => a - b)
		);
		const hosts = organisation!.sites.reduce((sum, site) => sum + site.hosts, 0);
		expect(own.reduce((sum, place) => sum + place.hosts, 0)).toBe(hosts);
	});

	test('of a role without one, in the whole world: each local time once, from west to east', () => {
		const all = localTimesOf(scenario, model, ['vendor']);
		const offsets = all.map(({ utcOffsetMin }) => utcOffsetMin);
		expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
		const hosts = model.cells.hosts.reduce((sum, count) => sum + count, 0);
		expect(all.reduce((sum, place) => sum + place.hosts, 0)).toBe(hosts);
	});
});
