import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PEOPLE_MOST, SEATS_A_TEAM_MOST } from '../lib/room/live/people/people.ts';
import { RATES } from '../lib/server/limits/rates.ts';
import type { Rate } from '../lib/server/limits/token-buckets.ts';
import { BODY_BYTES_MOST } from '../lib/server/rooms-api/body.ts';
import { FROM_PAGE_BYTES_MOST, WAITING_BYTES_MOST } from '../lib/server/rooms-api/live.ts';
import { SCENARIO_BODY_BYTES_MOST } from '../lib/server/rooms/own-scenario.ts';
import { ROOMS_MOST } from '../lib/server/rooms/room-registry.ts';
import { projectFolder } from './project.ts';

const TEXT = readFileSync(join(projectFolder, 'SECURITY.md'), 'utf8');
/** Cells of each row of the table whose first column has this title. */
function rowsOf(title: string): readonly (readonly string[])[] {
	const [, table = ''] = TEXT.split(new RegExp(`^\\| ${title} .*\\n\\|[-| ]*\\n`, 'm'));
	const lines = table.split('\n');
	return lines
		.slice(
			0,
			lines.findIndex((line) => !line.startsWith('|'))
		)
		.map((line) =>
			line
				.slice(1, -1)
				.split('|')
				.map((cell) => cell.trim())
		);
}

/** Items of OWASP ASVS 5.0, level 2, that bite a room of people. */
const ITEMS =
	'1.2.10 1.3.1 2.2.2 2.3.1 2.3.3 2.4.1 3.3.1 3.3.3 3.3.4 3.4.1 3.4.3 3.4.4 3.4.5 3.4.6 3.5.1 4.4.1 4.4.2 4.4.3 4.4.4 5.2.1 ' +
	'5.2.3 5.3.3 6.5.4 6.6.3 7.2.3 7.4.1 8.2.1 8.2.2 8.2.3 8.3.1 9.1.2 13.4.2 13.4.5 14.2.1 14.3.3 15.3.4 15.4.2 16.2.5 16.5.1';

describe('R321: each item of the standard is held by a test that is there, or says why it does not apply', () => {
	const rows = rowsOf('item');

	test('every item is listed', () => {
		const listed = rows.flatMap(([items]) => items!.split(', '));
		for (const item of ITEMS.split(' ')) expect(listed, item).toContain(item);
	});

	test.each(rows.map(([item, holds, held]) => ({ item, holds, held })))(
		'$item: $holds',
		({ holds, held }) => {
			const named = [...held!.matchAll(/`([^`]+\.(?:test|spec)\.ts)`/g)].map(([, file]) => file!);
			if (named.length === 0) return expect(holds).toMatch(/^does not apply: .{20,}/);
			for (const file of named) expect(existsSync(join(projectFolder, file)), file).toBe(true);
		}
	);
});

describe('R322: each limit has a name and a figure, which is the one in force', () => {
	const rate = ({ atOnce, perSecond }: Rate) =>
		`${atOnce} at once, then ${perSecond < 1 ? `${perSecond * 60} a minute` : `${perSecond} a second`}`;
	const people = Object.entries(PEOPLE_MOST).map(([kind, most]) => `${most} ${kind}s`);
	const figures: Readonly<Record<string, string>> = {
		...Object.fromEntries(Object.entries(RATES).map(([name, of]) => [name, rate(of)])),
		serverFull: `${ROOMS_MOST}`,
		roomFull: people.join(', '),
		teamFull: `${SEATS_A_TEAM_MOST}`,
		tooLarge: `${BODY_BYTES_MOST} bytes; ${SCENARIO_BODY_BYTES_MOST} with a scenario`,
		slow: `${WAITING_BYTES_MOST} bytes`,
		fromPage: `${FROM_PAGE_BYTES_MOST} bytes`
	};

	test('the table says them all, and nothing else', () => {
		expect(Object.fromEntries(rowsOf('name').map(([name, figure]) => [name, figure]))).toEqual(figures);
	});
});
