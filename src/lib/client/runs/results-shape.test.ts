import { expect, test } from 'vitest';
import { contentHash } from '../../scenario/hash.ts';
import { openHost, PACK, runsOf } from '../room/testing/solo-host.ts';
import { paper, playOn } from '../room/testing/solo-play.ts';
import { keptResults, RESULTS_VERSION } from './kept-results.ts';

/** Every field with what stands in it; elements of a list together. */
function shapeOf(value: unknown, path = '', found = new Set<string>()): ReadonlySet<string> {
	if (Array.isArray(value)) for (const one of value) shapeOf(one, `${path}[]`, found);
	else if (typeof value === 'object' && value !== null)
		for (const [key, one] of Object.entries(value)) shapeOf(one, `${path}.${key}`, found);
	else found.add(`${path}: ${value === null ? 'null' : typeof value}`);
	return found;
}

/** Of the results of a whole run, by the version that they were kept with. */
const SHAPES: Readonly<Record<number, string>> = {
	1: 'a2a4b54d67317932',
	2: 'da66da30e66e8bc3',
	3: 'e7a137f4dd81ce78'
};

test('a hot wash is told with the same fields as long as its version is the same', async () => {
	const host = openHost({ runMany: runsOf(PACK) });
	await host.toFirstRound();
	await host.ask(paper);
	await playOn(host);
	await host.until(() => (host.latest('hotWash')?.hotWash.effects ?? null) !== null);
	await host.wall.pass(5000);
	const results = await keptResults(host.store, host.runId());
	const shape = contentHash([...shapeOf(results)].toSorted().join('\n'));
	expect(
		shape,
		'What a hot wash is told with has other fields than before. Where a page could no longer show results that are ' +
			'kept on devices, raise RESULTS_VERSION; then enter the new shape here.'
	).toBe(SHAPES[RESULTS_VERSION]);
});
