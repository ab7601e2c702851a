/**
 * `npm test`: every check, each with its own output, and one total at the end. A step that fails does not stop the next
 * ones, so that one run shows everything that is wrong.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorMessage } from '../lib/debrief/pool/error-message.ts';
import { ensureChromium, ensureFirefox } from './browsers/ensure.ts';
import { commandFile } from './project.ts';
import { runCommand } from './readable-error.ts';
import { readChoice } from './run/choice.ts';
import { readPlaywrightReport, readVitestReport } from './run/reports.ts';
import { runStep, type Output, type Step, type Tally } from './run/step.ts';

/** The tests of one or several of Vitest's projects. */
function vitestStep(name: string, title: string, projects: string, reportFolder: string): Step {
	const report = join(reportFolder, `${name}.json`);
	return {
		name,
		title,
		args: [
			commandFile('vitest'),
			'run',
			`--project=${projects}`,
			'--reporter=default',
			'--reporter=json'
		].concat(`--outputFile.json=${report}`),
		readReport: () => readVitestReport(report)
	};
}

function allSteps(reportFolder: string): Step[] {
	const playwrightReport = join(reportFolder, 'playwright.json');
	return [
		{ name: 'format', title: 'Format', args: [commandFile('prettier'), '--check', '--log-level=warn', '.'] },
		{ name: 'lint', title: 'Lint', args: [commandFile('eslint'), '.'] },
		{ name: 'sync', title: 'Route types', args: [commandFile('@sveltejs/kit', 'svelte-kit'), 'sync'] },
		{
			name: 'check',
			title: 'Types',
			args: [commandFile('svelte-check'), '--tsgo', '--tsconfig', './tsconfig.json']
		},
		vitestStep('unit', 'Unit tests', 'unit*', reportFolder),
		vitestStep('server', 'Servers and commands', 'server', reportFolder),
		vitestStep('content', 'Content and statistics', 'content', reportFolder),
		vitestStep('browser', 'Components', 'browser', reportFolder),
		{ name: 'build', title: 'Build', args: [commandFile('vite'), 'build', '--logLevel=warn'] },
		{
			name: 'e2e',
			title: 'End-to-end tests',
			args: [commandFile('@playwright/test', 'playwright'), 'test', '--reporter=list,json'],
			env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
			readReport: () => readPlaywrightReport(playwrightReport)
		}
	];
}

async function testAll(): Promise<number> {
	const reportFolder = mkdtempSync(join(tmpdir(), 'patchfall-reports-'));
	try {
		const all = allSteps(reportFolder);
		const names = all.map(({ name }) => name);
		const choice = readChoice(process.argv.slice(2), names);
		if (choice.deep) process.env.PATCHFALL_DEEP = '1';
		const steps = all.filter(({ name }) => choice.steps.includes(name));
		const last = steps.at(-1)!;
		const told = steps.map((step) =>
			step === last ? { ...step, args: [...step.args, ...choice.rest] } : step
		);
		const lines = LINES.map((line) => told.filter(({ name }) => line.includes(name))).filter(
			({ length }) => length > 0
		);
		const output = lines.length > 1 ? 'atEnd' : 'live';
		const alone = told.filter(({ name }) => !LINES.flat().includes(name));
		const sideBySide = await Promise.all(lines.map((line) => inTurn(line, output)));
		return conclude([...sideBySide.flat(), ...(await inTurn(alone, 'live'))]);
	} finally {
		rmSync(reportFolder, { recursive: true });
	}
}

/** What keeps one core busy each: one line runs beside the other, before the steps that use all cores. */
const LINES: readonly (readonly string[])[] = [
	['format', 'lint'],
	['sync', 'check', 'build']
];

async function inTurn(steps: readonly Step[], output: Output): Promise<StepResult[]> {
	const results: StepResult[] = [];
	for (const step of steps) {
		const beganMs = performance.now();
		const tally = await attempt(step, output);
		results.push({ step, tally, tookS: (performance.now() - beganMs) / 1000 });
	}
	return results;
}

interface StepResult {
	step: Step;
	tally: Tally;
	tookS: number;
}

async function attempt(step: Step, output: Output): Promise<Tally> {
	try {
		if (step.name === 'browser' || step.name === 'e2e') nameBrowsers();
		return await runStep(step, output);
	} catch (error) {
		console.error(errorMessage(error));
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

/** Finds the browsers once; tests read from the environment which ones to use. */
function nameBrowsers(): void {
	process.env.PATCHFALL_CHROMIUM = ensureChromium();
	const firefox = ensureFirefox();
	if (firefox !== null) process.env.PATCHFALL_FIREFOX = firefox;
}

/**
 * Prints what each step found and how long it took, the failed tests by name (by now far above, or cut off where a log is
 * kept short), and the total alone on the last line.
 */
function conclude(results: readonly StepResult[]): number {
	const total: Tally = { passed: 0, failed: 0, skipped: 0 };
	console.log();
	for (const { step, tally, tookS } of results) {
		const { passed, failed, skipped, failures = [] } = tally;
		total.passed += passed;
		total.failed += failed;
		total.skipped += skipped;
		const rest = skipped > 0 ? `, ${skipped} skipped` : '';
		const title = `${failed > 0 ? '✗' : '✓'} ${step.title.padEnd(22)}`;
		console.log(`  ${title} ${passed} passed, ${failed} failed${rest} (${tookS.toFixed(0)} s)`);
		for (const failure of failures) console.log(`      ${failure}`);
	}
	console.log(`\n${total.passed} passed, ${total.failed} failed`);
	return total.failed > 0 ? 1 : 0;
}

await runCommand(testAll);
