import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import type { Tally } from './step.ts';

interface VitestFile {
	name?: string;
	message?: string;
	assertionResults?: { status?: string; fullName?: string; failureMessages?: string[] }[];
}

interface PlaywrightSuite {
	suites?: PlaywrightSuite[];
	specs?: {
		title?: string;
		file?: string;
		tests?: { status?: string; results?: { error?: { message?: string } }[] }[];
	}[];
}

/** Reads what Vitest's JSON reporter wrote. Throws when the file is missing or not what Vitest writes. */
export function readVitestReport(file: string): Tally {
	const report = readJson(file);
	return {
		passed: count(report.numPassedTests),
		failed: count(report.numFailedTests),
		skipped: count(report.numPendingTests) + count(report.numTodoTests),
		failures: ((report.testResults ?? []) as VitestFile[]).flatMap(vitestFailures)
	};
}

/** Reads what Playwright's JSON reporter wrote; a test that passed only when repeated counts as failed. */
export function readPlaywrightReport(file: string): Tally {
	const report = readJson(file);
	const stats = report.stats as Record<string, unknown> | undefined;
	return {
		passed: count(stats?.expected),
		failed: count(stats?.unexpected) + count(stats?.flaky),
		skipped: count(stats?.skipped),
		failures: ((report.suites ?? []) as PlaywrightSuite[]).flatMap(playwrightFailures)
	};
}

function vitestFailures({ name = '', message = '', assertionResults = [] }: VitestFile): string[] {
	const failed = assertionResults.filter(({ status }) => status === 'failed');
	if (failed.length === 0) return message === '' ? [] : [failure(name, message)];
	return failed.map(({ fullName = '', failureMessages = [] }) => failure(fullName, failureMessages[0]));
}

function playwrightFailures({ suites = [], specs = [] }: PlaywrightSuite): string[] {
	const here = specs.flatMap(({ title = '', file = '', tests = [] }) =>
		tests
			.filter(({ status }) => status === 'unexpected' || status === 'flaky')
			.map(({ results = [] }) => failure(`${file} › ${title}`, results.find((r) => r.error)?.error?.message))
	);
	return [...here, ...suites.flatMap(playwrightFailures)];
}

/** A failed test on one line: its name, and the first line of what it said. */
function failure(name: string, message = ''): string {
	const [said] = stripVTControlCharacters(message).split('\n', 1);
	return said === '' ? name : `${name}: ${said}`;
}

function readJson(file: string): Record<string, unknown> {
	return JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
}

function count(value: unknown): number {
	if (typeof value !== 'number') throw new TypeError('The report holds no count where one belongs.');
	return value;
}
