import { describe, expect, test } from 'vitest';
import type { ComparedTeam } from '../../../room/live/worlds/comparison.ts';
import { firstParting } from './first-parting.ts';

const team = (
	number: number,
	decisions: readonly [string, number][],
	isPlayedByBots = false
): ComparedTeam => ({
	...{ number, name: null, isReady: true, isPlayedByBots },
	figures: {
		harm: null,
		service: [],
		decisions: decisions.map(([en, atMin]) => ({ title: { en }, atMin }))
	}
});
const said = (...teams: ComparedTeam[]) => {
	const parting = firstParting(teams);
	return parting === null
		? null
		: [parting.atMin, ...parting.groups.map(({ titles, teams: of }) => [titles.map(({ en }) => en), of])];
};

describe('R203: the desk says where teams’ decisions part first', () => {
	test('at the earliest minute at which not all did the same', () => {
		expect(
			said(
				team(1, [
					['buy', -1],
					['cancel', 60]
				]),
				team(2, [
					['buy', -1],
					['cancel', 120]
				]),
				team(3, [
					['buy', -1],
					['cancel', 60]
				])
			)
		).toEqual([60, [['cancel'], [1, 3]], [[], [2]]]);
	});

	test('whatever the order in which they were entered', () => {
		expect(
			said(
				team(1, [
					['a', 60],
					['b', 60]
				]),
				team(2, [
					['b', 60],
					['a', 60]
				])
			)
		).toBeNull();
	});

	test('what bots did in an empty team tells nothing', () => {
		expect(said(team(1, [['cancel', 60]]), team(2, [], true))).toBeNull();
		expect(firstParting([])).toBeNull();
	});
});
