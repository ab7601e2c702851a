import { expect, test } from 'vitest';
import { playedLog } from '../../documents/testing/played-material.ts';
import { worldsOf } from '../../room/testing/runs.ts';
import { keptInMemory } from '../../room/replay/testing/kept-in-memory.ts';
import { playedPack } from '../../room/testing/played-pack.ts';
import { FakeClock } from '../../room/testing/fake-clock.ts';
import type { Attribution } from '../../debrief/attribution/attribution.ts';
import { PlayAttribution } from './play-attribution.ts';
import { playsOf } from './room-plays.ts';

const pack = playedPack();

test.each([
	['shared', 'makers', ['roll-back']],
	['parallel', 'one', ['paper']]
] as const)(
	'R271: in worlds that are %s the decisions of a team of people are those of its world, and no bot’s',
	async (ways, team, decisions) => {
		const plays = playsOf(pack, await playedLog(ways));
		expect([...plays.keys()]).toEqual([team]);
		const { script, mine } = plays.get(team)!;
		expect(script.decisions.map(({ decision }) => decision)).toEqual(decisions);
		expect(mine.length).toBeGreaterThan(0);
	}
);

test('R271: the play of a room is taken apart as one’s own is, and is told once it is looked at again', async () => {
	const play = playsOf(pack, await playedLog('parallel')).get('one')!;
	const kept = keptInMemory();
	const look = async (on: boolean, isEnough: (one: Attribution) => boolean): Promise<Attribution> => {
		let shown: PlayAttribution | null = null;
		const told = await new Promise<Attribution>((resolve) => {
			shown = new PlayAttribution(
				play,
				{
					...{ runWorlds: worldsOf(pack), clock: new FakeClock() },
					ensembleOf: () => Promise.resolve([]),
					effort: { luckSeeds: 2, firstBotPlays: 7, botPlays: 9 },
					openKeptWorlds: () => Promise.resolve(kept)
				},
				(attribution) => {
					if (isEnough(attribution)) resolve(attribution);
				}
			);
			if (on) shown.set(true);
		});
		shown!.close();
		return told;
	};
	const done = ({ status }: Attribution) => status === 'done';
	const first = await look(true, done);
	expect(first.decisions.map(({ decision }) => decision)).toEqual(['paper']);
	expect(await look(false, done)).toEqual(first);
});
