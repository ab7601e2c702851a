import { describe, expect, test } from 'vitest';
import { TABLE } from '../../room/facts/room-facts.ts';
import { commit as commitWith, NEW_RUN, openHost, withdraw } from './testing/solo-host.ts';
import { playedPack } from '../../room/testing/played-pack.ts';

const decisions = (host: ReturnType<typeof openHost>) =>
	host.view().decisions.map(({ decision }) => decision);
const messages = (host: ReturnType<typeof openHost>) => host.view().injects.map(({ inject }) => inject);
const commit = (decision: string) => commitWith(decision, 'It is time.', 80);

describe('a run from its briefing to its end', () => {
	test('opens at its briefing, is kept, and goes on when it is told to', async () => {
		const { ask, progress, latest } = openHost();
		await ask({ type: 'open', what: { kind: 'new', run: NEW_RUN } });
		expect(latest('opened')).toMatchObject({
			facts: { role: 'hospital', mine: ['hospital'] },
			seed: 'a seed'
		});
		expect(latest('opened')!.facts).not.toHaveProperty('seed');
		expect(latest('kept')).toMatchObject({ fault: null });
		expect(progress()).toEqual({ kind: 'briefing' });
		await ask({ type: 'goOn' });
		expect(progress()).toEqual({ kind: 'preparation' });
		await ask({ type: 'setPace', stepsPerSecond: null });
		await ask({ type: 'goOn' });
		expect(progress()).toEqual({
			kind: 'deciding',
			part: 'incident',
			round: 1,
			rounds: 3,
			nextStopMin: 60
		});
	});

	test('comes to the hot wash through every round of its cut, and shows then what the others did', async () => {
		const host = openHost();
		await host.toFirstRound();
		const rounds = [host.progress()];
		await host.ask(commit('paper'));
		for (let i = 0; i < 5 && host.progress().kind === 'deciding'; i++) {
			await host.ask({ type: 'goOn' }, 5000);
			rounds.push(host.progress());
		}
		expect(rounds).toMatchObject([
			{ kind: 'deciding', part: 'incident', round: 1, rounds: 3 },
			{ kind: 'deciding', part: 'incident', round: 2, rounds: 3, nextStopMin: 180 },
			{ kind: 'deciding', part: 'recovery', round: 3, rounds: 3, nextStopMin: null },
			{ kind: 'hotWash' }
		]);
		expect(host.minute()).toBe(2880);
		expect(decisions(host)).toEqual(['paper', 'roll-back']);
		expect(host.latest('failed')).toBeUndefined();
	});

	test('the whole table decides for every role, and remembers how sure it was', async () => {
		const host = openHost();
		await host.toFirstRound({ role: TABLE });
		await host.ask(commit('roll-back'));
		await host.ask(commit('paper'));
		expect(host.refusal()).toBeNull();
		expect(host.view().decisions.map(({ seat, confidencePct }) => [seat, confidencePct])).toEqual([
			['vendor', 80],
			['hospital', 80]
		]);
		expect(host.latest('room')!.balances.map(({ role }) => role)).toEqual(['vendor', 'hospital']);
	});

	test('what another role decides is not seen before the hot wash', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 5000);
		expect(decisions(host)).toEqual([]);
		expect(host.latest('room')!.projection.seed).toBeNull();
	});
});

test('R162: who presses twice moves a run by one step, and is told that it was taken', async () => {
	const { ask, host, wall, progress } = openHost();
	await ask({ type: 'open', what: { kind: 'new', run: NEW_RUN } });
	const from = { phase: 'briefing', step: null, round: null } as const;
	const first = host.answer({ id: 'one', type: 'goOn', from });
	const second = host.answer({ id: 'two', type: 'goOn', from });
	await wall.pass(100);
	expect(await first).toMatchObject({ kind: 'accepted' });
	expect(await second).toMatchObject({ kind: 'refused', refusal: { code: 'alreadyMovedBy' } });
	expect(progress()).toEqual({ kind: 'preparation' });
});

describe('a round', () => {
	test('a decision can be taken back until the round is committed', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(commit('paper'));
		expect(decisions(host)).toEqual(['paper']);
		expect(host.latest('room')!.balances[0].attentionLeft).toBe(2);
		await host.ask(withdraw('paper'));
		expect(decisions(host)).toEqual([]);
		await host.ask(commit('paper'));
		await host.ask({ type: 'goOn' }, 5000);
		await host.ask(withdraw('paper'));
		expect(decisions(host)).toEqual(['paper']);
		expect(host.refusal()).toContain('was taken at minute 20');
	});

	test('what the room refuses, it refuses in words', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(commit('roll-back'));
		expect(host.refusal()).toContain('is for vendor to decide, not for hospital');
		await host.ask({ type: 'resume' });
		await host.ask({ type: 'stopHere' });
		expect(host.refusal()).toContain('has moved on');
		expect(host.progress()).toMatchObject({ kind: 'deciding', round: 1 });
	});

	test('a self-rating and a note come back to their author', async () => {
		const host = openHost();
		await host.toFirstRound();
		const rating = { team: 'hospital', subject: 'early', mark: 'S', observation: null };
		await host.ask({ type: 'command', body: { type: 'rate', payload: rating } });
		await host.ask({ type: 'command', body: { type: 'note', payload: { text: 'Call the ward.' } } });
		const { ratings, notes } = host.latest('room')!.projection;
		expect(ratings).toMatchObject([{ subject: 'early', mark: 'S' }]);
		expect(notes).toMatchObject([{ text: 'Call the ward.' }]);
	});
});

describe('the world on its way', () => {
	/** In the first stretch after the preparation, at a pace at which nothing has moved yet. */
	async function onItsWay(pace: number) {
		const host = openHost();
		await host.ask({ type: 'setPace', stepsPerSecond: pace });
		await host.ask({ type: 'open', what: { kind: 'new', run: NEW_RUN } });
		await host.ask({ type: 'goOn' });
		await host.ask({ type: 'goOn' }, 0);
		return host;
	}

	test('goes as many steps of the grid in a second as it is told', async () => {
		const host = await onItsWay(10);
		expect(host.progress()).toMatchObject({ kind: 'running', fromMin: 0, toMin: 20, paused: false });
		await host.wall.pass(1040);
		expect(host.minute()).toBe(10);
		await host.ask({ type: 'setPace', stepsPerSecond: 2 }, 1000);
		expect(host.minute()).toBe(12);
	});

	test('R9: stands where it is paused, says so in the log with its minute, and goes on from there', async () => {
		const host = await onItsWay(10);
		await host.wall.pass(740);
		await host.ask({ type: 'pause' }, 3000);
		const { length } = host.messages;
		await host.wall.pass(3000);
		expect(host.messages.length).toBe(length);
		expect(host.progress()).toMatchObject({ kind: 'running', paused: true });
		const minute = host.minute();
		expect(host.view().minute).toBe(minute);
		expect(await host.log()).toMatch(/"toMin":\d+\},\n\t\t\{"type":"paused"/);
		await host.ask({ type: 'resume' }, 540);
		expect(host.minute()).toBe(minute + 5);
		expect(host.progress()).toMatchObject({ kind: 'running', paused: false });
	});

	test('R8: a round can be opened anywhere, and counts as one', async () => {
		const host = await onItsWay(10);
		await host.wall.pass(740);
		await host.ask({ type: 'stopHere' });
		expect(host.progress()).toEqual({
			kind: 'deciding',
			part: 'incident',
			round: 1,
			rounds: 4,
			nextStopMin: 20
		});
		expect(host.view().minute).toBe(host.minute());
		await host.ask({ type: 'setPace', stepsPerSecond: null });
		await host.ask({ type: 'goOn' });
		expect(host.progress()).toMatchObject({ kind: 'deciding', round: 2, rounds: 4 });
	});

	test('messages arrive when their minute is shown, long before it is logged', async () => {
		const host = openHost();
		await host.toFirstRound({ bots: { vendor: 'none' } });
		await host.ask({ type: 'setPace', stepsPerSecond: 10 });
		await host.ask({ type: 'goOn' }, 1500);
		expect(host.minute()).toBeLessThan(40);
		expect(messages(host)).not.toContain('first-call');
		await host.wall.pass(700);
		expect(host.minute()).toBeGreaterThan(40);
		expect(messages(host)).toContain('first-call');
		expect(await host.log()).not.toContain('"toMin":4');
	});

	test('time does not pass for decisions while it runs', async () => {
		const host = await onItsWay(10);
		await host.ask(commit('paper'));
		expect(host.refusal()).toContain('Time is passing');
	});
});

describe('messages that wait for the world', () => {
	test('are released at the first minute at which their condition holds, and logged', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 5000);
		const many = host.view().injects.find(({ inject }) => inject === 'many-down')!;
		const frames = host.messages.flatMap((one) => (one.type === 'frames' ? one.frames : []));
		const first = frames.find(({ world, minute }) => world.down > 200 && minute >= 10)!;
		expect(many.atMin).toBe(first.minute);
		expect(await host.log()).toContain('"inject":"many-down"');
	});

	test('one that halts the world opens a round of its own', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 5000);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.progress()).toMatchObject({ kind: 'deciding', part: 'incident', round: 3, rounds: 4 });
		expect(host.view().minute).toBe(90);
		expect(messages(host)).toContain('halting');
	});

	test('but none where the person has nothing left to decide: the world runs on to the next round', async () => {
		const closing = playedPack((text) =>
			text.replace('title: { en: Go to paper }', "availableUntil: '01:20'\n    title: { en: Go to paper }")
		);
		const host = openHost({ pack: closing });
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 5000);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.progress()).toMatchObject({ part: 'recovery', round: 3, rounds: 3 });
		expect(messages(host)).toContain('halting');
	});

	test('and does not wait any more once its reason is gone', async () => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask(commit('paper'));
		await host.ask({ type: 'goOn' }, 5000);
		await host.ask({ type: 'goOn' }, 5000);
		expect(host.progress()).toMatchObject({ part: 'recovery', round: 3 });
		expect(messages(host)).not.toContain('halting');
	});
});

test('R7: the world is the same however fast it was watched, and wherever it was paused', async () => {
	const stateAt60 = async (paces: (number | null)[]) => {
		const host = openHost();
		await host.toFirstRound();
		await host.ask({ type: 'goOn' }, 0);
		for (const pace of paces) {
			await host.ask({ type: 'setPace', stepsPerSecond: pace }, 300);
			await host.ask({ type: 'pause' }, 100);
			await host.ask({ type: 'resume' }, 300);
		}
		await host.wall.pass(30_000);
		expect(host.progress()).toMatchObject({ kind: 'deciding', round: 2 });
		return JSON.parse(await host.log()) as { results: unknown; events: unknown };
	};
	const atOnce = await stateAt60([null]);
	expect(await stateAt60([3, 40, 7])).toEqual(atOnce);
	expect(atOnce.results).toMatchObject([{ world: 'shared', minute: 60 }]);
});
