/// <reference lib="webworker" />
import '../../worker/report-rejections.ts';
import { errorMessage } from '../../../debrief/pool/error-message.ts';
import { ScenarioLibrary } from '../../../room/scenario-library.ts';
import { isOwnRef } from '../../../room/scenario-ref.ts';
import { keepTrouble } from '../keep-trouble.ts';
import { keepScenario, keptScenario } from '../kept-scenarios.ts';
import { ListImporter, type MadeScenario } from './list-importer.ts';
import type { ListReply, ListRequest, MakeAnswer } from './messages.ts';

/** A list of injects is unpacked, read, and made part of a scenario here: each takes a second, and no page must wait. */

let importer: Promise<ListImporter> | null = null;

/** The files of built-in scenarios are fetched once somebody brings a list. */
async function start(): Promise<ListImporter> {
	const { earthText, modelTexts, scenarioTexts } = await import('../../packs.ts');
	return new ListImporter({
		library: new ScenarioLibrary({ earth: earthText, models: modelTexts, scenarios: scenarioTexts }),
		textOf: async (ref) =>
			isOwnRef(ref)
				? await keptScenario(ref)
				: (scenarioTexts.find(({ name }) => name.startsWith(`${ref}/`)) ?? null)
	});
}

async function answer(request: ListRequest): Promise<unknown> {
	const lists = await (importer ??= start());
	if (request.type === 'open') return lists.open(request.name, request.bytes);
	if (request.type === 'read') return lists.read(request.asked);
	if (request.type === 'part') return lists.part(request.asked);
	return kept(await lists.make(request.asked, request.scenario));
}

async function kept(made: MadeScenario): Promise<MakeAnswer> {
	if (!made.ok) return made;
	try {
		await keepScenario({ ...made.scenario, addedAtMs: Date.now() });
		return { ok: true, ref: made.scenario.ref };
	} catch (error) {
		return { ok: null, why: keepTrouble(error), detail: errorMessage(error) };
	}
}

/** One after the other: a list is read once it has been opened. */
let last: Promise<void> = Promise.resolve();

addEventListener('message', ({ data }: MessageEvent<ListRequest>) => {
	last = last
		.then(() => answer(data))
		.then(
			(value): ListReply => ({ ok: true, value }),
			(error): ListReply => ({ ok: false, detail: errorMessage(error) })
		)
		.then((reply) => postMessage(reply));
});
