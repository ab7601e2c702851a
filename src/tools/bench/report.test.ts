import { describe, expect, test } from 'vitest';
import { barText, FIGURE_NAMES, FIGURES, meets } from './bars.ts';
import { digits, reportJson, reportText, type Measured } from './report.ts';

const MACHINE = { node: '24.0.0', cpu: 'A processor', cores: 2 };
const MEASURED: Measured[] = FIGURE_NAMES.map((name, index) => ({
	name,
	value: 100 * (index + 1),
	note: 'so'
}));

test('every figure stands beside its bar, missed or met, and one without a bar says so', () => {
	const lines = reportText(MEASURED, MACHINE).split('\n');
	const line = (name: string) => lines.find((one) => one.startsWith(`${name} `));
	expect(line('reference_run_ms')).toMatch(/100 ms +≤ 600, goal ≤ 300 +met$/);
	expect(line('reference_run_vs_per_host_ratio')).toMatch(/200 times +≥ 200 +met$/);
	expect(line('home_js_gzip_kb')).toMatch(/ kB +≤ 150 +MISSED$/);
	expect(line('state_hash_ms')).toMatch(/300 ms +no bar$/);
	for (const name of FIGURE_NAMES) expect(lines).toContainEqual(`${name}: ${FIGURES[name].meaning}; so.`);
});

test('a figure with a baseline is also given as a ratio to it', () => {
	const measured: Measured[] = [
		{ name: 'reference_run_ms', value: 500, note: 'so', baseline: { of: 'the fixed loop', value: 20 } }
	];
	expect(reportText(measured, MACHINE)).toContain('25 × the fixed loop');
	expect(JSON.parse(reportJson(measured, MACHINE)).figures[0].baseline).toEqual({
		of: 'the fixed loop',
		value: 20,
		ratio: 25
	});
});

test('the file names every figure with its value, and keeps bar, verdict and machine', () => {
	const json = JSON.parse(reportJson(MEASURED, MACHINE)) as Record<string, unknown> & {
		figures: { name: string; met: boolean | null }[];
	};
	FIGURE_NAMES.forEach((name, index) => expect(json[name]).toBe(100 * (index + 1)));
	expect(json.machine).toEqual(MACHINE);
	expect(json.figures.map(({ met }) => met).slice(0, 7)).toEqual([true, true, null, null, null, null, null]);
});

describe('bars', () => {
	test('at the bar is within it', () => {
		expect(meets({ atMost: 600 }, 600)).toBe(true);
		expect(meets({ atMost: 600 }, 601)).toBe(false);
		expect(meets({ atLeast: 200 }, 200)).toBe(true);
		expect(meets({ atLeast: 200 }, 199)).toBe(false);
		expect(meets(null, 1)).toBeNull();
	});

	test('that are ratios are held against what was timed in the same process', () => {
		expect(meets({ atMostTimes: 0.5 }, 10, 20)).toBe(true);
		expect(meets({ atMostTimes: 0.5 }, 11, 20)).toBe(false);
		expect(meets({ atMostTimes: 0.5 }, 1)).toBeNull();
	});

	test('read as people write them', () => {
		expect(barText({ atMost: 600, goal: 300 })).toBe('≤ 600, goal ≤ 300');
		expect(barText({ atLeast: 200 })).toBe('≥ 200');
		expect(barText({ atMostTimes: 0.07 })).toBe('≤ 0.07 ×');
		expect(barText(null)).toBe('');
	});
});

test.each([
	[1698.3, '1698'],
	[45.234, '45.2'],
	[0.040921, '0.0409'],
	[5, '5']
])('%d is shown as %s', (value, text) => {
	expect(digits(value)).toBe(text);
});
