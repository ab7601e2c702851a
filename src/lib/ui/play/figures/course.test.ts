import { expect, test } from 'vitest';
import type { Sample } from '../../../room/feed/samples.ts';
import { courseCharts } from './course.ts';

const FACTS = {
	mine: ['hospital'],
	scenario: {
		roles: [{ id: 'hospital', kind: 'customer', organisations: [{ id: 'harbour', sector: 'hospitals' }] }]
	},
	sectors: [{ id: 'hospitals', name: { en: 'Hospitals' }, unit: { en: 'procedures' } }]
} as unknown as Parameters<typeof courseCharts>[0];

const own = (backlogUnits: number) => ({
	...{ organisation: 'harbour', hosts: 100, down: 0, unprotected: 0 },
	...{ output: 1, backlogUnits, lostUnits: 0, lossCents: 0 }
});
const sample = (minute: number, down: number, waiting: number): Sample => ({
	...{ minute, down, everCrashed: down, unprotected: 0, compromised: 0, recovered: 0, lossCents: 0 },
	...{ sectors: [], own: [own(waiting)], trust: null, goals: [] }
});
const chartOf = (id: string, history: readonly Sample[]) =>
	courseCharts(FACTS, history).find((chart) => chart.id === id)!;

test('the edge of a chart says the most there has been, and nothing where the figure above is that', () => {
	const grows = [sample(0, 0, 0), sample(10, 5000, 25)];
	expect(chartOf('down', grows)).toMatchObject({ value: '5,000', edge: '' });
	expect(chartOf('backlog', grows)).toMatchObject({ value: '25 procedures', edge: '' });
	const falls = [...grows, sample(20, 900, 3)];
	expect(chartOf('down', falls)).toMatchObject({ value: '900', edge: '5,000' });
	// The unit stands above.
	expect(chartOf('backlog', falls)).toMatchObject({ value: '3 procedures', edge: '25' });
});
