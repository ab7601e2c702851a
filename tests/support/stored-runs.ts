import type { Page } from '@playwright/test';
import { readFileSync } from 'node:fs';
import { BUILT_IN } from '../../src/lib/scenario/packs/built-in.ts';
import { ENGINE_VERSION } from '../../src/lib/sim/version.ts';

const FIXTURES = new URL('../../src/lib/exercise/testing/fixtures/', import.meta.url);
/** What a run of today is played with. */
const TODAY: StoredEvent = {
	engineVersion: ENGINE_VERSION,
	contentHash: BUILT_IN.find(({ id }) => id === 'july-2024')!.contentHash
};

type StoredEvent = Readonly<Record<string, unknown>>;

/** A run as the first version of the storage kept it. */
export interface RunOfVersion1 {
	readonly meta: Readonly<Record<string, unknown>> & { readonly runId: string };
	readonly events: readonly StoredEvent[];
}

export const OTHER_CONTENT = '0123456789abcdef';

/** A run of an airline that has ended, as a file of format 1 that today's model and content have written. */
export function finishedLog(): string {
	const { events, ...head } = JSON.parse(
		readFileSync(new URL('format-1-solo-airline.log.json', FIXTURES), 'utf8')
	) as { events: readonly StoredEvent[] };
	// What it came to then is not what it comes to now.
	return JSON.stringify({ ...head, results: [], events: played(events, TODAY) });
}

function played(events: readonly StoredEvent[], by: StoredEvent): readonly StoredEvent[] {
	return events.map((event, n) => (n === 0 ? { ...event, ...by } : event));
}

/** The airline's run in a file of logs of format 1, played with what there is today or with something else. */
export function runOfVersion1(
	runId: string,
	file: 'format-1-solo-airline.log.json' | 'format-1-solo-unfinished.log.json',
	by: StoredEvent = {}
): RunOfVersion1 {
	const { events, results } = JSON.parse(readFileSync(new URL(file, FIXTURES), 'utf8')) as {
		events: readonly StoredEvent[];
		results: readonly { minute: number }[];
	};
	const hasEnded = file === 'format-1-solo-airline.log.json';
	const deciding = { kind: 'deciding', part: 'incident', round: 4, rounds: 6, nextStopMin: 480 };
	const meta = {
		runId,
		writer: 'another page',
		scenarioId: 'july-2024',
		role: 'airline',
		cut: 'short',
		seed: 'a log to keep',
		tempers: { bank: 'fast', government: 'thrifty' },
		title: { en: 'The update of 19 July 2024' },
		roleName: { en: `Airline ${runId}` },
		startedAtMs: Date.UTC(2026, 0, 1),
		changedAtMs: Date.UTC(2026, 0, 2),
		stage: hasEnded ? { kind: 'hotWash' } : deciding,
		minute: results[0]!.minute,
		forkedFrom: null,
		result: hasEnded ? { harm: 0.5, recordHarm: 0.25 } : null
	};
	return { meta, events: played(events, { ...TODAY, ...by }) };
}

/** Puts runs into the browser as the first version of the storage kept them. The page is one of ours, without a script. */
export async function keepAsVersion1(page: Page, runs: readonly RunOfVersion1[]): Promise<void> {
	await page.evaluate(
		(all) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('patchfall', 1);
				opening.onupgradeneeded = () => {
					opening.result.createObjectStore('runs', { keyPath: 'runId' });
					opening.result.createObjectStore('events');
				};
				opening.onerror = () => reject(opening.error!);
				opening.onsuccess = () => {
					const db = opening.result;
					const change = db.transaction(['runs', 'events'], 'readwrite');
					for (const { meta, events } of all) {
						change.objectStore('runs').put(meta);
						events.forEach((event, n) => change.objectStore('events').put(event, [meta.runId, n]));
					}
					change.onerror = () => reject(change.error!);
					change.oncomplete = () => {
						db.close();
						resolve();
					};
				};
			}),
		runs
	);
}

/** What is kept of a run by now: the format of its log, and whether its results are. */
export function keptOf(page: Page, runId: string): Promise<{ format: number; hasResults: boolean }> {
	return page.evaluate(
		(id) =>
			new Promise((resolve, reject) => {
				const opening = indexedDB.open('patchfall');
				opening.onerror = () => reject(opening.error!);
				opening.onsuccess = () => {
					const db = opening.result;
					const look = db.transaction(['logs', 'rows']);
					const head = look.objectStore('logs').get(id) as IDBRequest<{ format: number }>;
					const row = look.objectStore('rows').getKey([id, 'results', 'hot-wash']);
					look.onerror = () => reject(look.error!);
					look.oncomplete = () => {
						db.close();
						resolve({ format: head.result.format, hasResults: row.result !== undefined });
					};
				};
			}),
		runId
	);
}

/** As if the scenario had been another when the kept run began. */
export async function keepWithOtherContent(page: Page, runId: string): Promise<void> {
	await page.evaluate(
		([id, contentHash]) =>
			new Promise<void>((resolve, reject) => {
				const opening = indexedDB.open('patchfall');
				opening.onerror = () => reject(opening.error!);
				opening.onsuccess = () => {
					const db = opening.result;
					const change = db.transaction('events', 'readwrite');
					const events = change.objectStore('events');
					const first = events.get([id, 0]) as IDBRequest<object>;
					first.onsuccess = () => events.put({ ...first.result, contentHash }, [id, 0]);
					change.onerror = () => reject(change.error!);
					change.oncomplete = () => {
						db.close();
						resolve();
					};
				};
			}),
		[runId, OTHER_CONTENT] as const
	);
}
