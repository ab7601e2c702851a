/// <reference lib="webworker" />
import '../worker/report-rejections.ts';
import { Evaluating } from '../../outages/evaluate/evaluating.ts';
import type { ScenarioRef } from '../../debrief/pool/task.ts';
import { ScenarioLibrary } from '../../room/scenario-library.ts';
import { loadPacksFor, SHARED_TEXTS } from '../pack-loader.ts';
import { ensembleOf } from '../pool/ensemble.ts';
import { webPool } from '../pool/web-pool.ts';
import { realClock } from '../real-clock.ts';
import type { OutagesMessage, OutagesRequest } from './messages.ts';

/** Works out the next outages beside a page. Requests come from our own page and are not checked again. */

/** The page has little to do meanwhile, and this thread only counts: the others may have the whole machine. */
const MOST = 4;

const tell = (message: OutagesMessage) => postMessage(message);
let evaluating: Promise<Evaluating> | null = null;

addEventListener('message', ({ data }: MessageEvent<OutagesRequest>) => {
	answer(data).catch(() => tell({ type: 'failed' }));
});

async function answer(request: OutagesRequest): Promise<void> {
	if (request.type === 'prepare') evaluating ??= begin(request.source);
	if (request.type === 'watch') return watch(request);
	const work = await evaluating;
	switch (request.type) {
		case 'prepare':
			return work?.prepare(request.months);
		case 'settle':
			return work?.settle(request.agreement, request.months);
		case 'stop':
			return work?.stop();
		case 'goOn':
			return work?.goOn();
	}
}

/** Goes on beside everything else, and takes nothing with it where it fails. */
async function watch({ kind, number }: Extract<OutagesRequest, { type: 'watch' }>): Promise<void> {
	try {
		tell({ type: 'shock', shock: await (await evaluating)!.watch(kind, number) });
	} catch {
		tell({ type: 'shockFailed', kind, number });
	}
}

async function begin(source: ScenarioRef): Promise<Evaluating> {
	const library = new ScenarioLibrary(SHARED_TEXTS);
	await loadPacksFor(source, library);
	const pack = library.packOf(source);
	const { runShocks, watchShocks } = webPool(Math.min(MOST, navigator.hardwareConcurrency ?? 2));
	return new Evaluating({
		scenario: pack.scenario,
		source,
		runShocks,
		watchShocks,
		members: await ensembleOf(pack, library.parts),
		nowMs: () => realClock.nowMs(),
		tell: (evaluation) => tell({ type: 'evaluation', evaluation })
	});
}
