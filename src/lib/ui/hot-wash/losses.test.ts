import { describe, expect, it } from 'vitest';
import type { Losses } from '../../debrief/hot-wash/hot-wash.ts';
import { countryRows, sectorRows } from './losses.ts';

const run = (factor: number): Losses => ({
	bySector: {
		banks: { lossCents: 200 * factor, lostUnits: 2 },
		airlines: { lossCents: 900 * factor, lostUnits: 5 }
	},
	byCountry: { AU: 100 * factor, US: 700 * factor, DE: 250 * factor, FR: 50 * factor }
});

describe('the tables of losses', () => {
	it('name first who lost most in the run played, beside what they lost in the other runs', () => {
		const rows = sectorRows({ played: run(1), record: run(2), none: null, others: null });
		expect(rows.map(({ id }) => id)).toEqual(['airlines', 'banks']);
		expect(rows[0]!.lossCents).toEqual({ played: 900, record: 1800, none: null, others: null });
	});

	it('add up to the same by sector and by country, with the small countries as one', () => {
		const compared = { played: run(1), record: run(2), none: run(3), others: null };
		const rows = countryRows(compared, 2);
		expect(rows.map(({ id }) => id)).toEqual(['US', 'DE', null]);
		expect(rows[2]!.lossCents).toEqual({ played: 150, record: 300, none: 450, others: null });
		for (const series of ['played', 'record', 'none'] as const) {
			const all = (of: typeof rows) => of.reduce((sum, { lossCents }) => sum + lossCents[series]!, 0);
			expect(all(rows)).toBe(all(sectorRows(compared)));
		}
	});

	it('name every country where there are few', () => {
		const rows = countryRows({ played: run(1), record: null, none: null, others: null }, 10);
		expect(rows.every(({ id }) => id !== null)).toBe(true);
	});
});
