import { describe, expect, test } from 'vitest';
import { contradictionsIn } from '../../lib/exercise/contradictions/contradictions.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import { loadPack } from '../packs.ts';
import { castings } from './castings.ts';
import { courseOf, tellingScenario } from './course.ts';

const deep = process.env.PATCHFALL_DEEP === '1';
/** Plays of each role, player and company; six roles, seven players and seven companies make 294 of each. */
const SEEDS = deep ? 7 : 1;
/** Without depth every second company. */
const EVERY = deep ? 1 : 2;

const { scenario, exercise } = loadPack('july-2024');
const model = compileModel(scenario, 'debrief');
const telling = tellingScenario(scenario, exercise);
const roles = exercise.roles.map(({ id }) => id);

/** Each contradiction once, with a play in which it shows. */
function contradictionsFor(role: string): string[] {
	const found = new Map<string, string>();
	for (const casting of castings([role], 'full', SEEDS).filter((_, index) => index % EVERY === 0)) {
		for (const { name, of, atMin, because } of contradictionsIn(
			telling,
			courseOf(exercise, model, casting).events
		)) {
			const key = `${name} ${of}`;
			const { player, others, seed } = casting;
			if (!found.has(key))
				found.set(key, `${key} at ${atMin} (${player} beside ${others}, '${seed}'): ${because}`);
		}
	}
	return [...found.values()].toSorted();
}

describe('nothing that a role is told or offered contradicts its world', () => {
	test.each(roles)('%s', (role) => {
		expect(contradictionsFor(role)).toEqual([]);
	});
});
