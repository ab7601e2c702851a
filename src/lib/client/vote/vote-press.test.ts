import { describe, expect, it } from 'vitest';
import type { RoomParts } from '../../room/live/parts.ts';
import type { SendAnswer } from '../connection/room-connection.ts';
import { VotePress } from './vote-press.svelte.ts';

const OK: SendAnswer = { kind: 'accepted', version: 1 };

function voting() {
	const parts = { ballot: { id: 'b1', state: 'open' }, me: { vote: null as number | null } };
	const asked: { option: number; answer: (answer: SendAnswer) => void }[] = [];
	const press = new VotePress(() => ({
		part: (key) => parts[key as 'ballot' | 'me'] as unknown as RoomParts[typeof key],
		sendQuietly: (body) =>
			new Promise((answer) => asked.push({ option: (body as { option: number }).option, answer }))
	}));
	return { press, parts, asked };
}

/** Everything that has been answered is read. */
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('a vote that is pressed', () => {
	it('shows at once, and is in when the room has counted it', async () => {
		const { press, parts, asked } = voting();
		expect(press.standing).toBe('none');
		const done = press.press(1);
		expect([press.option, press.standing]).toEqual([1, 'sending']);
		asked[0]!.answer(OK);
		await done;
		expect(press.standing).toBe('in');
		parts.me.vote = 1;
		expect([press.option, press.standing]).toEqual([1, 'in']);
	});

	it('ten times on a slow line is sent once more, as it was pressed last', async () => {
		const { press, asked } = voting();
		for (const option of [0, 1, 2, 0, 1, 2, 0, 1, 2, 1]) void press.press(option);
		expect(asked).toHaveLength(1);
		asked[0]!.answer(OK);
		await settle();
		expect(asked.map(({ option }) => option)).toEqual([0, 1]);
		asked[1]!.answer(OK);
		await settle();
		expect(asked).toHaveLength(2);
	});

	it('and not sent says so, and is sent again', async () => {
		const { press, asked } = voting();
		void press.press(2);
		asked[0]!.answer({ kind: 'notSent' });
		await settle();
		expect([press.option, press.standing]).toEqual([2, 'notSent']);
		void press.again();
		expect(press.standing).toBe('sending');
		expect(asked[1]!.option).toBe(2);
	});

	it('too late leaves the vote that was counted before', async () => {
		const { press, parts, asked } = voting();
		parts.me.vote = 0;
		void press.press(2);
		parts.ballot.state = 'closed';
		asked[0]!.answer({ kind: 'refused', refusal: { code: 'voteClosed', params: {} } });
		await settle();
		expect([press.option, press.standing]).toEqual([0, 'late']);
	});

	it('is of its own ballot and no other', async () => {
		const { press, parts, asked } = voting();
		void press.press(2);
		asked[0]!.answer(OK);
		await settle();
		parts.ballot.id = 'b2';
		expect([press.option, press.standing]).toEqual([null, 'none']);
	});
});
