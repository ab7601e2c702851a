import { describe, expect, it } from 'vitest';
import { NEW_RUN, openHost } from '../../../client/room/testing/solo-host.ts';
import { afterCrash } from '../../../client/room/testing/solo-play.ts';
import type { DecisionView } from '../../../exercise/project/project.ts';
import type { OpenedRound } from '../../../exercise/state.ts';
import { lastStopMin, roundsSoFar } from './rounds.ts';

const opened = (round: number, atMin: number): OpenedRound => ({
	...{ round, atMin, part: atMin >= 150 ? 'recovery' : 'incident', version: 10 * round }
});
const act = (decision: string, atMin: number): DecisionView => ({
	...{ seat: 'bank', decision, atMin, rationale: null, confidencePct: null }
});

describe('the rounds so far', () => {
	it('are those that the room opened, with its numbers, whether or not anything was decided', () => {
		const rounds = roundsSoFar(
			[opened(1, 24), opened(2, 40), opened(3, 150)],
			[act('early', -1), act('halt', 24), act('mend', 150)]
		);
		expect(rounds).toEqual([
			{ round: 1, atMin: 24, part: 'incident', decisions: ['halt'] },
			{ round: 2, atMin: 40, part: 'incident', decisions: [] },
			{ round: 3, atMin: 150, part: 'recovery', decisions: ['mend'] }
		]);
	});

	it('are those that going back opens by their number, also after a stop without a decision and a reload', async () => {
		const host = openHost();
		await host.ask({ type: 'setPace', stepsPerSecond: 10 });
		await host.ask({ type: 'open', what: { kind: 'new', run: NEW_RUN } });
		await host.ask({ type: 'goOn' });
		await host.ask({ type: 'goOn' }, 740);
		await host.ask({ type: 'stopHere' });
		const stoppedAtMin = host.minute();
		await host.ask({ type: 'setPace', stepsPerSecond: null });
		await host.ask({ type: 'goOn' }, 5000);
		await host.ask({ type: 'goOn' }, 5000);
		const reloaded = await afterCrash(host.store, host.runId());
		const rounds = roundsSoFar(reloaded.latest('room')!.projection.rounds, reloaded.view().decisions);
		expect(rounds.map(({ atMin }) => atMin)).toEqual([stoppedAtMin, 20, 60]);
		for (const { round, atMin } of rounds) {
			const what = { kind: 'fork', runId: host.runId(), round, seed: null } as const;
			await reloaded.ask({ type: 'open', what }, 2000);
			expect(reloaded.view().minute).toBe(atMin);
		}
	});
});

describe('changes are counted', () => {
	const rounds = [opened(1, 24), opened(2, 60)];

	it('from the last round: while deciding from the one before the present one', () => {
		expect(lastStopMin(rounds, 60, true)).toBe(24);
		expect(lastStopMin(rounds, 60, false)).toBe(60);
		expect(lastStopMin(rounds, 75, false)).toBe(60);
	});

	it('from the start before there was any', () => {
		expect(lastStopMin([], 10, false)).toBe(0);
		expect(lastStopMin([opened(1, 24)], 24, true)).toBe(0);
	});
});
