import { readFileSync } from 'node:fs';
import type { Tally } from './step.ts';

/** Reads what Vitest's JSON reporter wrote. Throws when the file is missing or not what Vitest writes. */
export function readVitestReport(file: string): Tally {
	const report = readJson(file);
	return {
		passed: count(report.numPassedTests),
		failed: count(report.numFailedTests),
		skipped: count(report.numPendingTests) + count(report.numTodoTests)
	};
}

/** Reads what Playwright's JSON reporter wrote; a test that passed only when repeated counts as failed. */
export function readPlaywrightReport(file: string): Tally {
	const { stats } = readJson(file) as { stats?: Record<string, unknown> };
	return {
		passed: count(stats?.expected),
		failed: count(stats?.unexpected) + count(stats?.flaky),
		skipped: count(stats?.skipped)
	};
}

function readJson(file: string): Record<string, unknown> {
	return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function count(value: unknown): number {
	if (typeof value !== 'number') throw new TypeError('The report holds no count where one belongs.');
	return value;
}
