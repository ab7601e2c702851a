import { describe, expect, it } from 'vitest';
import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { worldTally } from '../../../map/points/tally.ts';
import { HOST_STATES } from '../../../sim/table/states.ts';
import { ownHostsOf, ownSentence } from './own-hosts.ts';

/** Three cells of four hosts each: everybody else in Atlanta, and an airline there and in Detroit. */
const FACTS = {
	organisations: [
		{ id: 'airline', name: { en: 'Airline' } },
		{ id: 'bank', name: { en: 'Bank' } }
	],
	metros: [{ name: 'Atlanta' }, { name: 'Detroit' }, { name: 'Lyon' }],
	cells: {
		count: 3,
		metro: Uint16Array.of(0, 0, 1),
		sector: Uint8Array.of(1, 0, 0),
		hostClass: Uint8Array.of(0, 1, 2),
		vendor: Uint8Array.of(0, 0, 1),
		organisation: Int16Array.of(-1, 0, 0),
		hosts: Int32Array.of(4, 4, 4)
	}
} as unknown as MapFacts;

/** So many of the four hosts of each cell have crashed. */
function snapshot(...crashed: number[]): MapSnapshot {
	const counts = new Int32Array(3 * HOST_STATES.length);
	crashed.forEach((down, cell) => {
		counts[cell * HOST_STATES.length + HOST_STATES.indexOf('crashed')] = down;
		counts[cell * HOST_STATES.length + HOST_STATES.indexOf('protected')] = 4 - down;
	});
	return { minute: 0, counts } as unknown as MapSnapshot;
}

describe('the own hosts on a map', () => {
	it('are those of the organisations alone, in the cities where they stand', () => {
		const { facts, metros } = ownHostsOf(FACTS, ['airline'])!;
		expect(metros).toEqual([0, 1]);
		expect(facts.cells).toEqual({
			count: 2,
			metro: Uint16Array.of(0, 1),
			sector: Uint8Array.of(0, 0),
			hostClass: Uint8Array.of(1, 2),
			vendor: Uint8Array.of(0, 1),
			organisation: Int16Array.of(0, 0),
			hosts: Int32Array.of(4, 4)
		});
	});

	it('are none of a seat whose organisations have no host on it', () => {
		expect(ownHostsOf(FACTS, [])).toBeNull();
		expect(ownHostsOf(FACTS, ['bank'])).toBeNull();
	});

	it('are counted without those of everybody else', () => {
		const own = ownHostsOf(FACTS, ['airline'])!;
		const some = own.snapshotOf(snapshot(4, 1, 3));
		const tally = worldTally(some);
		expect([tally.down, tally.hosts]).toEqual([4, 8]);
		expect(ownSentence(own, some)).toMatch(/4 of your 8 hosts.*Detroit/);
		expect(ownSentence(own, own.snapshotOf(snapshot(4, 0, 0)))).toMatch(/^None of your 8 hosts/);
	});
});
