/// <reference lib="webworker" />
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
	const work = await evaluating;
	switch (request.type) {
		case 'prepare':
			return work?.prepare();
		case 'settle':
			return work?.settle(request.agreement, request.months);
		case 'watch':
			if (work !== null) tell({ type: 'shock', shock: await work.watch(request.kind, request.number) });
			return;
		case 'stop':
			return work?.stop();
		case 'goOn':
			return work?.goOn();
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
