import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createWorld, observe, Runner, seedFromText } from '../../lib/sim/run.ts';
import { loadPack } from '../packs.ts';
import { CURVES_HEADER, curveRows } from './curves.ts';
import { happenings } from './happenings.ts';

const { model } = loadPack(join(import.meta.dirname, 'fixtures', 'three-cities.yaml'));
const world = createWorld(model, seedFromText('curves'));
const start = observe(world);
new Runner(world).advance([], 600);
const later = observe(world);

const columns = CURVES_HEADER.trim().split(',');
const rows = curveRows(later, '2030-03-05T08:00Z')
	.trim()
	.split('\n')
	.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i], value])));

test('every row has every column, and no two rows are about the same', () => {
	for (const row of rows) expect(Object.keys(row)).toEqual(columns);
	expect(new Set(rows.map((row) => `${row.group_kind} ${row.group}`)).size).toBe(rows.length);
});

test('hosts of sectors, classes, vendors and countries each add up to all of them, state by state', () => {
	const first = columns.indexOf('hosts');
	const last = columns.indexOf('ever_compromised');
	expect(Number(rows[0].ever_crashed)).toBeGreaterThan(0);
	for (const column of columns.slice(first, last + 1)) {
		for (const kind of ['sector', 'class', 'vendor', 'country']) {
			const sum = rows
				.filter((row) => row.group_kind === kind)
				.reduce((total, row) => total + Number(row[column]), 0);
			expect([kind, column, sum]).toEqual([kind, column, Number(rows[0][column])]);
		}
	}
});

test('losses of the sectors add up to all losses, to the cent', () => {
	const cents = (row: Record<string, string>) => Math.round(Number(row.loss_usd) * 100);
	const sectors = rows.filter((row) => row.group_kind === 'sector');
	expect(cents(rows[0])).toBe(later.lossCents);
	expect(sectors.reduce((sum, row) => sum + cents(row), 0)).toBe(later.lossCents);
});

test('only who has a service has its columns', () => {
	for (const row of rows) {
		const serves = ['sector', 'organisation'].includes(row.group_kind);
		expect(row.output !== '').toBe(serves);
		expect(row.services_down !== '').toBe(serves);
	}
});

test('what changed between two looks is told, and between a look and itself nothing', () => {
	expect(happenings(start, later)).toEqual(
		expect.arrayContaining([
			{ type: 'rolloutMoved', vendor: 'hollin', from: 'planned', to: 'complete' },
			{ type: 'ringOpened', vendor: 'hollin', ring: 1 },
			expect.objectContaining({ type: 'servicesMoved', organisation: 'fenwick-general' })
		])
	);
	expect(happenings(later, later)).toEqual([]);
});
