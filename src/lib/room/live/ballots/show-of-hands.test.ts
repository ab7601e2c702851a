import { expect, test } from 'vitest';
import { codeOf, filled } from '../../testing/filled-room.ts';

const options = ['Now', 'Later'].map((text) => ({ text, decision: null }));
const ask = { type: 'openBallot', question: 'When?', options, to: 'audience', seconds: null } as const;

test('R128: where no vote has come in for 8 seconds the desk asks for the network; the first vote ends that', async () => {
	const room = await filled();
	await room.join('phone', '');
	const isQuiet = () => room.part('facilitator', 'desk')!.isBallotQuiet;
	await room.ask('p1', ask);
	await room.clock.pass(7000);
	expect(isQuiet()).toBe(false);
	await room.clock.pass(1500);
	expect(isQuiet()).toBe(true);
	await room.ask('p5', { type: 'vote', ballot: 'ballot-1', option: 1 });
	await room.clock.pass(500);
	expect(isQuiet()).toBe(false);
});

test('R128: hands that were counted close a vote in place of votes, and the log says so', async () => {
	const room = await filled();
	await room.ask('p1', ask);
	expect(codeOf(await room.ask('p1', { type: 'closeBallot', ballot: 'ballot-1', hands: [3] }))).toBe(
		'unknownOption'
	);
	await room.ask('p1', { type: 'closeBallot', ballot: 'ballot-1', hands: [3, 21] });
	expect(room.part('facilitator', 'tally')).toEqual({ votes: [3, 21], winners: [1] });
	expect((await room.log()).at(-1)).toMatchObject({ type: 'ballotClosed', byHands: true });
});
