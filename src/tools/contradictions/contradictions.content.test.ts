import { describe, expect, test } from 'vitest';
import { contradictionsIn } from '../../lib/exercise/contradictions/contradictions.ts';
import { compileModel } from '../../lib/scenario/compile/model.ts';
import { loadPack } from '../packs.ts';
import { castings, PLAYERS } from './castings.ts';
import { courseOf, tellingScenario, type Casting } from './course.ts';
import { readingMinutes } from './reading-time.ts';
import { leastTable, newsOf, type PlayNews } from './rounds-table.ts';
import { isDeep } from '../../lib/sim/testing/deep.ts';

/*
 * What roles are told and offered in generated plays: every role, played in every way, beside others who play in every
 * way. 2,100 plays when the long versions are run, one in thirty of them else, in the coarsest world: the course of events
 * is looked at, and no figure.
 */

/** Worlds for each role and way of playing it. */
const SEEDS = 50;
const EVERY = isDeep ? 1 : 30;
const CUT = 'full';
/** Rounds offer a role so much that is new, and so many messages about it, whatever was decided before. */
const LEAST = { decisions: 2, messages: 1 };

const { scenario, exercise } = loadPack('july-2024');
const model = compileModel(scenario, 'sketch');
const telling = tellingScenario(scenario, exercise);
const roles = exercise.roles.map(({ id }) => id);

/** Every so many of all plays, so that each role is played in every way. */
const playsOf = (role: string): Casting[] =>
	castings([role], CUT, SEEDS).filter((_, index) => index % EVERY === 0);

test('each role is played in every way, and two thousand plays are looked at where there is time', () => {
	const all = roles.flatMap(playsOf);
	expect(all.length).toBeGreaterThanOrEqual(isDeep ? 2000 : 60);
	for (const role of roles) {
		const ways = new Set(all.filter((one) => one.role === role).map(({ player }) => player));
		expect(ways.size, role).toBe(PLAYERS.length);
	}
});

describe.each(roles)('%s', (role) => {
	const news: PlayNews[] = [];
	const found = new Map<string, string>();

	// In four parts: each is short, and says which play it was.
	test.each([0, 1, 2, 3])('is told and offered nothing that contradicts its world: part %i', (part) => {
		for (const casting of playsOf(role).filter((_, index) => index % 4 === part)) {
			const course = courseOf(exercise, model, casting);
			news.push({ casting, rounds: newsOf(exercise, course) });
			for (const { name, of, atMin, because } of contradictionsIn(telling, course.events)) {
				const { player, others, seed } = casting;
				found.set(`${name} ${of}`, `at ${atMin} (${player} beside ${others}, '${seed}'): ${because}`);
			}
		}
		expect(Object.fromEntries(found)).toEqual({});
	});

	test('finds two new decisions in every round, and a message about them, whatever was decided before', () => {
		expect(news.length).toBe(playsOf(role).length);
		if (isDeep) console.log(leastTable(news));
		const thin = news
			.flatMap(({ casting: { player, others, seed }, rounds }) =>
				rounds.map((one) => ({ player, others, seed, ...one }))
			)
			.filter(({ decisions, messages }) => decisions < LEAST.decisions || messages < LEAST.messages);
		expect(thin).toEqual([]);
	});
});

describe('the length of a cut', () => {
	/** Of the time that is stated, so much is for reading at least, and at most; the rest is for deciding. */
	const OF_STATED = { least: 0.2, most: 1 };

	test.each(exercise.cuts.filter((cut) => cut.for !== 'rooms'))(
		'$id: reading takes no more than the time that is stated',
		({ id: cut, minutes }) => {
			const read = roles.map((role) => {
				const casting: Casting = { cut, role, player: 'expert', others: 'record', seed: 'reading' };
				return readingMinutes(scenario, courseOf(exercise, model, casting));
			});
			if (isDeep) console.log(cut, minutes, read.map((one) => one.toFixed(1)).join(' '));
			for (const one of read) {
				expect(one).toBeLessThanOrEqual(minutes * OF_STATED.most);
				expect(one).toBeGreaterThanOrEqual(minutes * OF_STATED.least);
			}
		}
	);
});
