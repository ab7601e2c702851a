import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame, HostTally } from './frame.ts';
import { observeMapCells, mapCellsOf } from './map/map-cells.ts';
import { observe } from './observe.ts';
import { HOST_STATES } from '../table/states.ts';
import { crashedIn, downIn, REVERTED, runPlay } from '../testing/play.ts';
import { randomPlay } from '../testing/random-play.ts';
import { smallModel } from '../testing/small-model.ts';
import { richPlay } from '../testing/worlds.ts';

const plays = fc.integer({ min: 1, max: 1e9 });
const minutes = fc.integer({ min: 0, max: 1440 });

const FIGURES = ['hosts', 'down', 'everCrashed', 'everCompromised'] as const;

/** A tally as numbers, so that tallies can be added. */
const numbers = (tally: HostTally) => [
	...FIGURES.map((figure) => tally[figure]),
	...HOST_STATES.map((state) => tally.counts[state])
];
const total = (tallies: Record<string, HostTally>) =>
	Object.values(tallies)
		.map(numbers)
		.reduce((sum, next) => sum.map((value, i) => value + next[i]!));

describe('what is shown adds up', () => {
	test('sectors, classes, vendors and countries each sum to the world, at any minute of any play', () => {
		fc.assert(
			fc.property(plays, minutes, (number, minute) => {
				const frame = observe(runPlay(randomPlay(number), number, minute));
				const world = numbers(frame.world);
				for (const by of ['bySector', 'byClass', 'byVendor', 'byCountry'] as const)
					expect(total(frame[by])).toEqual(world);
			}),
			{ numRuns: 40 }
		);
	});

	test('what countries lose is what sectors lose, to the cent', () => {
		fc.assert(
			fc.property(plays, minutes, (number, minute) => {
				const frame = observe(runPlay(randomPlay(number), number, minute));
				const sum = (cents: readonly number[]) => cents.reduce((all, one) => all + one, 0);
				expect(sum(Object.values(frame.lossCentsByCountry))).toBe(frame.lossCents);
				expect(sum(Object.values(frame.services).map((service) => service.lossCents))).toBe(frame.lossCents);
			}),
			{ numRuns: 40 }
		);
	});

	test('a tally’s states sum to its hosts, which no host joins or leaves', () => {
		fc.assert(
			fc.property(plays, minutes, (number, minute) => {
				const play = randomPlay(number);
				const { world } = observe(runPlay(play, number, minute));
				const states = HOST_STATES.reduce((sum, state) => sum + world.counts[state], 0);
				expect(states).toBe(world.hosts);
				expect(world.hosts).toBe(play.model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0));
			}),
			{ numRuns: 40 }
		);
	});

	test('down and crashed are what the cells hold', () => {
		const world = runPlay(richPlay(), 1, 300);
		const frame = observe(world);
		expect(frame.world.down).toBe(downIn(world));
		expect(frame.world.everCrashed).toBe(crashedIn(world));
		expect(frame.world.down).toBeGreaterThan(0);
	});

	test('losses of sectors sum to the world’s; an organisation’s are part of its sector’s', () => {
		const frame = observe(runPlay(richPlay(), 1, 1000));
		const sectors = Object.values(frame.services).reduce((sum, { lossCents }) => sum + lossCents, 0);
		expect(sectors).toBe(frame.lossCents);
		expect(frame.lossCents).toBeGreaterThan(0);
		expect(frame.organisations['harbour-bank']!.lossCents).toBeLessThan(frame.services.banks!.lossCents);
		expect(frame.byOrganisation['harbour-bank']!.hosts).toBeLessThan(frame.bySector.banks!.hosts);
	});

	test('every service stands in one state', () => {
		const { model } = richPlay();
		const frame: Frame = observe(runPlay(richPlay(), 1, 300));
		const services = Object.values(frame.services).flatMap(({ states }) => Object.values(states));
		expect(services.reduce((sum, count) => sum + count, 0)).toBe(model.sites.count);
	});

	test('a map drawn from cells agrees with the tables to the host', () => {
		fc.assert(
			fc.property(plays, minutes, (number, minute) => {
				const world = runPlay(randomPlay(number), number, minute);
				const cells = mapCellsOf(world.model);
				const seen = observeMapCells(world, cells);
				const byState = HOST_STATES.map((_, state) => {
					let hosts = 0;
					for (let cell = 0; cell < cells.count; cell++) hosts += seen[cell * HOST_STATES.length + state]!;
					return hosts;
				});
				const frame = observe(world);
				expect(byState).toEqual(HOST_STATES.map((state) => frame.world.counts[state]));
			}),
			{ numRuns: 40 }
		);
	});
});

describe('hosts that nothing has happened to', () => {
	const asleep = (minute: number, metro: string) => {
		const model = smallModel({ days: 2, stepMin: 5, releaseMin: 2879 });
		const frame = observe(runPlay({ model, orders: [] }, 1, minute));
		const country = frame.byCountry[metro.slice(0, 2).toUpperCase()]!;
		return country.counts.asleep / country.hosts;
	};

	test('sleep by local hours: Sydney by day is more awake than London by night, and later it turns', () => {
		expect(asleep(0, 'sydney')).toBeLessThan(asleep(0, 'london') - 0.2);
		expect(asleep(600, 'sydney')).toBeGreaterThan(asleep(600, 'london') + 0.2);
	});

	test('sleep alike at the same hour of another day', () => {
		expect(asleep(1440 + 120, 'london')).toBe(asleep(120, 'london'));
	});

	test('sleep in the same share whether or not a release is on offer', () => {
		const model = smallModel({
			sites: [{ metro: 0, hosts: [0, 400_000, 0, 0, 0] }],
			set: { 'update.affectedShare': 0.5, 'update.pollMin': 525_600 }
		});
		const share = (minute: number) => {
			const { counts, hosts } = observe(runPlay({ model, orders: REVERTED }, 1, minute)).world;
			return counts.asleep / hosts;
		};
		expect(Math.abs(share(86) - share(88))).toBeLessThan(0.005);
	});
});

describe('what is shown of a release', () => {
	test('follows its rollout, and what the vendor sees comes late', () => {
		const model = smallModel();
		const frame = (minute: number) => observe(runPlay({ model, orders: REVERTED }, 1, minute));
		expect(frame(5).releases[0]).toMatchObject({ vendor: 'acme', rollout: 'planned', openRings: 0 });
		expect(frame(30).releases[0]).toMatchObject({ rollout: 'complete', openRings: 1 });
		expect(frame(90).releases[0]).toMatchObject({ rollout: 'rolledBack' });
		const during = frame(40);
		expect(during.releases[0]!.seenCrashes).toBeGreaterThan(0);
		expect(during.releases[0]!.seenCrashes).toBeLessThan(during.world.everCrashed);
		const after = frame(400);
		expect(after.releases[0]!.seenCrashes).toBe(after.world.everCrashed);
	});
});
