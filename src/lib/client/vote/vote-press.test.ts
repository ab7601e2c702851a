import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RoomParts } from '../../room/live/parts.ts';
import type { SendAnswer } from '../connection/room-connection.ts';
import { rememberVote } from './own-vote.ts';
import { ownVote, VotePress } from './vote-press.svelte.ts';

const OK: SendAnswer = { kind: 'accepted', version: 1 };

function voting() {
	const parts = { ballot: { id: 'b1', state: 'open' }, me: { vote: null as number | null, nthVote: 0 } };
	const asked: { option: number; nth: number; answer: (answer: SendAnswer) => void }[] = [];
	const press = new VotePress(() => ({
		part: (key) => parts[key as 'ballot' | 'me'] as unknown as RoomParts[typeof key],
		sendQuietly: (body) =>
			new Promise((answer) => asked.push({ ...(body as { option: number; nth: number }), answer }))
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

	it('R292: is numbered after all that this page pressed and all that the room has taken', async () => {
		const { press, parts, asked } = voting();
		parts.me = { vote: 0, nthVote: 4 };
		void press.press(2);
		asked[0]!.answer({ kind: 'notSent' });
		await settle();
		void press.press(1);
		expect(asked.map(({ option, nth }) => [option, nth])).toEqual([
			[2, 5],
			[1, 6]
		]);
	});

	it('R292: is sent again with a higher number where something as late was taken first', async () => {
		const { press, asked } = voting();
		void press.press(1);
		asked[0]!.answer({ kind: 'refused', refusal: { code: 'newerVote', params: { nth: 3 } } });
		await settle();
		expect([asked[1]!.option, asked[1]!.nth, press.standing]).toEqual([1, 4, 'sending']);
		asked[1]!.answer(OK);
		await settle();
		expect([press.option, press.standing, asked.length]).toEqual([1, 'in', 2]);
	});

	it('R292: gives way to a later choice on another device of the seat, and is not sent again after that', async () => {
		const { press, parts, asked } = voting();
		void press.press(1);
		asked[0]!.answer({ kind: 'notSent' });
		await settle();
		expect(press.standing).toBe('notSent');
		parts.me = { vote: 2, nthVote: 1 };
		expect([press.option, press.standing]).toEqual([2, 'in']);
		await press.again();
		expect(asked).toHaveLength(1);
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

describe('R99: a vote of one’s own', () => {
	const values = new Map<string, string>();
	beforeEach(() => {
		values.clear();
		vi.stubGlobal('localStorage', {
			getItem: (key: string) => values.get(key) ?? null,
			setItem: (key: string, value: string) => values.set(key, value)
		});
	});
	afterEach(() => vi.unstubAllGlobals());

	const room = (me: object | null, ballot: object) => ({
		part: (key: string) => (key === 'me' ? me : ballot) as never
	});
	const closed = { id: 'b1', state: 'closed' };

	it('is what the room says, and where it has forgotten it after counting, what this device remembers', () => {
		rememberVote({ person: 'p1', ballot: 'b1', option: 2 });
		expect(ownVote(room({ id: 'p1', vote: 1 }, closed))).toBe(1);
		expect(ownVote(room({ id: 'p1', vote: null }, closed))).toBe(2);
	});

	it('is nobody else’s, of no other ballot, and of none that is open: then the room knows it', () => {
		rememberVote({ person: 'p1', ballot: 'b1', option: 2 });
		expect(ownVote(room({ id: 'p2', vote: null }, closed))).toBeNull();
		expect(ownVote(room({ id: 'p1', vote: null }, { id: 'b2', state: 'revealed' }))).toBeNull();
		expect(ownVote(room({ id: 'p1', vote: null }, { id: 'b1', state: 'open' }))).toBeNull();
	});

	it('is remembered once the room has taken it', async () => {
		const { press, asked, parts } = voting();
		Object.assign(parts.me, { id: 'p1' });
		const done = press.press(1);
		expect(values.size).toBe(0);
		asked[0]!.answer(OK);
		await done;
		expect(ownVote(room({ id: 'p1', vote: null }, closed))).toBe(1);
	});
});
