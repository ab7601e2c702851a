import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SendAnswer, StatusChange } from '../connection/room-connection.ts';
import type { RoomMessage } from './messages.ts';
import { RoomView } from './room.svelte.ts';
import type { SoloBody } from './requests.ts';
import type { SoloConnection, SoloStatus } from './solo-connection.ts';

beforeEach(() => {
	vi.stubGlobal('document', { hidden: false });
	vi.stubGlobal('requestAnimationFrame', (draw: () => void) => draw());
});
afterEach(() => void vi.unstubAllGlobals());

const BROKEN = { kind: 'failed', breakdown: { code: 'broken', params: { detail: 'It broke.' } } } as const;
const GONE = { type: 'notOpened', fault: { code: 'noSuchRun', params: {} }, canRetry: false } as const;

/** A room of which a test says what it answers. */
function openView(answer: SendAnswer = { kind: 'accepted', version: 1 }) {
	let tell: (heard: RoomMessage | StatusChange<SoloStatus>) => void = () => {};
	const sent: SoloBody[] = [];
	let tries = 0;
	const connection: SoloConnection = {
		status: { kind: 'live' },
		send(body) {
			sent.push(body);
			return Promise.resolve(answer);
		},
		hear(listener) {
			tell = listener;
			return () => {};
		},
		connectAgain: () => void tries++,
		close: () => {}
	};
	const room = new RoomView(connection, () => {});
	return {
		room,
		sent,
		tries: () => tries,
		tell: (message: RoomMessage) => tell(message),
		stand: (status: SoloStatus) => tell({ type: 'status', status })
	};
}

it('asks for one run, however often "try again" is pressed before the room answers', () => {
	const { room, sent, tell } = openView();
	const asked = () => sent.flatMap((one) => (one.type === 'open' ? [one.what.kind] : []));
	room.again('run');
	room.again('run');
	room.fork('run', 2);
	expect(asked()).toEqual(['again']);
	// Another run that is asked for by its address is not the same press.
	room.openKept('other');
	expect(asked()).toEqual(['again', 'kept']);
	tell(GONE);
	room.again('run');
	expect(asked()).toEqual(['again', 'kept', 'again']);
});

it('"Try again" after everything has failed goes back to where the person was', () => {
	const { room, tries, tell, stand } = openView();
	room.tryAgain();
	expect(tries()).toBe(0);
	stand(BROKEN);
	room.tryAgain();
	expect([room.status, room.failure, tries()]).toEqual(['starting', null, 1]);
	tell({ type: 'ready' });
	expect(room.status).toBe('ready');
	room.openKept('run');
	stand(BROKEN);
	expect([room.status, room.failure]).toEqual(['failed', 'It broke.']);
	room.tryAgain();
	expect(room.status).toBe('opening');
});

it('R160: what is refused is told in words, and what is done says nothing', async () => {
	const refused = openView({ kind: 'refused', refusal: { code: 'notNow', params: {} } });
	refused.room.stopHere();
	await vi.waitFor(() => expect(refused.room.notices.map(({ kind }) => kind)).toEqual(['refused']));
	const done = openView();
	done.room.stopHere();
	await Promise.resolve();
	expect(done.room.notices).toEqual([]);
});

it('a worker that had to be replaced is told of, unless the person asked for it', () => {
	const { room, stand } = openView();
	const kinds = () => room.notices.map(({ kind }) => kind);
	stand({ kind: 'connecting' });
	stand({ kind: 'live' });
	expect(kinds()).toEqual(['broken']);
	stand({ kind: 'lost', sinceMs: 1 });
	expect(kinds()).toEqual(['broken', 'slow']);
	stand({ kind: 'live' });
	expect(kinds()).toEqual(['broken']);
	stand(BROKEN);
	room.tryAgain();
	stand({ kind: 'connecting' });
	expect(kinds()).toEqual([]);
});
