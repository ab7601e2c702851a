import { describe, expect, it } from 'vitest';
import type { MapFacts, MapMoment } from '../../client/map/messages.ts';
import { HOST_STATES } from '../../sim/table/tables.ts';
import { ownHostsOf, ownSentence, ownTally } from './own-hosts.ts';

/** Three spots of four hosts each: an airline in two cities, and everybody else in the first of them. */
const FACTS = {
	organisations: [
		{ id: 'airline', name: { en: 'Airline' } },
		{ id: 'bank', name: { en: 'Bank' } }
	],
	metros: [{ name: 'Atlanta' }, { name: 'Detroit' }, { name: 'Lyon' }],
	spots: {
		count: 3,
		metro: Int32Array.of(0, 1, 0),
		sector: Int32Array.of(0, 0, 0),
		organisation: Int32Array.of(0, 0, -1)
	}
} as unknown as MapFacts;

function moment(...crashed: number[]): MapMoment {
	const counts = new Int32Array(3 * HOST_STATES.length);
	crashed.forEach((down, spot) => {
		counts[spot * HOST_STATES.length + HOST_STATES.indexOf('crashed')] = down;
		counts[spot * HOST_STATES.length + HOST_STATES.indexOf('protected')] = 4 - down;
	});
	return { minute: 0, counts } as unknown as MapMoment;
}

describe('the own hosts on a map', () => {
	it('are those of the organisations alone, in the cities where they stand', () => {
		const own = ownHostsOf(FACTS, ['airline'])!;
		expect(own.metros).toEqual([0, 1]);
		expect([0, 1, 2].map(own.isShown)).toEqual([true, true, false]);
	});

	it('are none of a seat whose organisations have no host on it', () => {
		expect(ownHostsOf(FACTS, [])).toBeNull();
		expect(ownHostsOf(FACTS, ['bank'])).toBeNull();
	});

	it('are counted without those of everybody else', () => {
		const own = ownHostsOf(FACTS, ['airline'])!;
		const tally = ownTally(FACTS, moment(1, 3, 4), own);
		expect([tally.down, tally.hosts]).toEqual([4, 8]);
		expect(ownSentence(FACTS, moment(1, 3, 4), own)).toMatch(/4 of your 8 hosts.*Detroit/);
		expect(ownSentence(FACTS, moment(0, 0, 4), own)).toMatch(/^None of your 8 hosts/);
	});
});
