import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readChoice } from './choice.ts';
import { readPlaywrightReport, readVitestReport } from './reports.ts';
import { countStep } from './step.ts';

describe('counting a step', () => {
	test('a check without tests counts as one', () => {
		expect(countStep(true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
		expect(countStep(false)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});

	test('a runner counts what its report says', () => {
		const tally = { passed: 40, failed: 2, skipped: 1 };
		expect(countStep(false, () => tally)).toEqual(tally);
	});

	test('a runner that fails though every test passed counts one failure', () => {
		expect(countStep(false, () => ({ passed: 40, failed: 0, skipped: 0 })).failed).toBe(1);
	});

	test('a runner that leaves no report counts one failure', () => {
		const missing = () => readVitestReport('/nowhere/report.json');
		expect(countStep(true, missing)).toEqual({ passed: 0, failed: 1, skipped: 0 });
	});

	test('a runner that ran nothing counts one failure', () => {
		expect(countStep(true, () => ({ passed: 0, failed: 0, skipped: 7 })).failed).toBe(1);
	});
});

describe('reading reports', () => {
	let place: string;
	beforeEach(() => (place = mkdtempSync(join(tmpdir(), 'patchfall-reports-'))));
	afterEach(() => rmSync(place, { recursive: true }));

	function report(content: unknown): string {
		const file = join(place, 'report.json');
		writeFileSync(file, JSON.stringify(content));
		return file;
	}

	test('Vitest', () => {
		const file = report({
			numPassedTests: 5,
			numFailedTests: 2,
			numPendingTests: 1,
			numTodoTests: 1,
			testResults: [
				{
					name: 'sampler.test.ts',
					message: '',
					assertionResults: [
						{ status: 'passed', fullName: 'a draw is a whole number' },
						{
							status: 'failed',
							fullName: 'a draw never rises',
							failureMessages: ['Error: \u001b[31mProperty failed\u001b[39m\n    at sampler.test.ts:1']
						}
					]
				},
				{ name: 'room.test.ts', message: 'Cannot find room.ts', assertionResults: [] }
			]
		});
		expect(readVitestReport(file)).toEqual({
			passed: 5,
			failed: 2,
			skipped: 2,
			failures: ['a draw never rises: Error: Property failed', 'room.test.ts: Cannot find room.ts']
		});
	});

	test('Playwright, where a test that needed a second try failed', () => {
		const spec = (title: string, status: string, message?: string) => ({
			title,
			file: 'play.spec.ts',
			tests: [{ status, results: [{ error: message === undefined ? undefined : { message } }, {}] }]
		});
		const file = report({
			stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 3 },
			suites: [
				{
					specs: [spec('plays to the end', 'expected')],
					suites: [
						{ specs: [spec('by keyboard', 'unexpected', 'Timeout\nCall log'), spec('twice', 'flaky')] }
					]
				}
			]
		});
		expect(readPlaywrightReport(file)).toEqual({
			passed: 5,
			failed: 2,
			skipped: 3,
			failures: ['play.spec.ts › by keyboard: Timeout', 'play.spec.ts › twice']
		});
	});

	test('a report of another shape is refused, not read as nothing', () => {
		expect(() => readVitestReport(report({}))).toThrow();
		expect(() => readPlaywrightReport(report({}))).toThrow();
	});
});

describe('choosing steps', () => {
	const all = ['lint', 'unit', 'e2e'];

	test('all of them when nothing is said', () => {
		expect(readChoice([], all)).toEqual({ steps: all, deep: false, rest: [] });
	});

	test('some of them, always in the order of the whole, with the rest for the runner', () => {
		expect(readChoice(['--only', 'e2e,unit', '--deep', 'headers'], all)).toEqual({
			steps: ['unit', 'e2e'],
			deep: true,
			rest: ['headers']
		});
	});

	test('a step that does not exist is refused with those that do', () => {
		expect(() => readChoice(['--only', 'unti'], all)).toThrow(
			'no step "unti". The steps are: lint, unit, e2e.'
		);
	});
});
