import { expect, test } from 'vitest';
import { rulesHash } from '../scenario/content-hash.ts';
import type { Audience } from '../project/audience.ts';
import { project } from '../project/project.ts';
import { accept, commit, roomIn, runTo, seat } from '../testing/room.ts';
import { SCENARIO } from '../testing/scenario.ts';
import type { Play } from '../testing/play.ts';

const SAID = {
	channel: 'news' as const,
	from: 'Wire',
	title: { en: 'The vendor halts' },
	body: { en: 'Nothing is delivered any more.' }
};
/** Where halting says so in public half an hour after it was decided. */
const loud = (play: Play): Play => ({
	...play,
	scenario: {
		...SCENARIO,
		decisions: SCENARIO.decisions.map((one) =>
			one.id === 'halt' ? { ...one, public: { afterMin: 30, ...SAID } } : one
		)
	}
});
const AUDIENCES: readonly Audience[] = [
	{ kind: 'team', team: 'vendor' },
	{ kind: 'team', team: 'airline' },
	{ kind: 'team', team: 'government' },
	{ kind: 'stage' },
	{ kind: 'phone' },
	{ kind: 'observer' },
	{ kind: 'evaluator' }
];
const heardBy = (play: Play, audience: Audience) =>
	project(play.scenario, play.state, audience).worlds.shared!.injects.filter(
		({ inject }) => inject === 'public.halt'
	);

test('R127: what a decision says in public reaches everybody when it takes hold, and nobody before', () => {
	const decided = accept(loud(roomIn('incident')), seat('vendor'), commit('halt'));
	for (const audience of AUDIENCES) {
		expect(heardBy(decided, audience), audience.kind).toEqual([]);
		expect(heardBy(runTo(decided, 29), audience), audience.kind).toEqual([]);
		expect(heardBy(runTo(decided, 30), audience), audience.kind).toEqual([
			{ inject: 'public.halt', atMin: 30, ...SAID, to: null }
		]);
	}
});

test('R127: what nobody says in public is nobody else’s to hear', () => {
	const decided = runTo(accept(roomIn('incident'), seat('vendor'), commit('halt')), 60);
	for (const audience of AUDIENCES) expect(heardBy(decided, audience)).toEqual([]);
});

test('what is said in public changes neither physics nor rules: older logs are of the same scenario', () => {
	const scenario = (said: object) => ({ decisions: [{ id: 'halt', costUsd: 1, ...said }] }) as never;
	expect(rulesHash(scenario({ public: SAID }))).toBe(rulesHash(scenario({})));
	expect(rulesHash(scenario({ public: SAID }))).not.toBe(rulesHash(scenario({ leadMin: 5 })));
});
