import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { OpenRoom, RoomClient, RoomMessage } from './room-client.ts';
import { RoomView } from './room.svelte.ts';

beforeEach(() => {
	vi.stubGlobal('document', { hidden: false });
	vi.stubGlobal('requestAnimationFrame', (draw: () => void) => draw());
});
afterEach(() => void vi.unstubAllGlobals());

it('asks for one run, however often "try again" is pressed before the room answers', () => {
	const asked: OpenRoom['kind'][] = [];
	let tell: (message: RoomMessage) => void = () => {};
	const client = {
		open: ({ kind }: OpenRoom) => asked.push(kind),
		setPace: () => {},
		hear: (listener: typeof tell) => {
			tell = listener;
			return () => {};
		}
	};
	const room = new RoomView(client as unknown as RoomClient, () => {});
	room.again('run');
	room.again('run');
	room.fork('run', 2);
	expect(asked).toEqual(['again']);
	// Another run that is asked for by its address is not the same press.
	room.openKept('other');
	expect(asked).toEqual(['again', 'kept']);
	tell({ type: 'notOpened', what: 'It is gone.', canRetry: false });
	room.again('run');
	expect(asked).toEqual(['again', 'kept', 'again']);
});

it('"Try again" after everything has failed goes back to where the person was', () => {
	let tell: (message: RoomMessage) => void = () => {};
	let tries = 0;
	const client = {
		open: () => {},
		setPace: () => {},
		tryAgain: () => tries++,
		hear: (listener: typeof tell) => {
			tell = listener;
			return () => {};
		}
	};
	const room = new RoomView(client as unknown as RoomClient, () => {});
	room.tryAgain();
	expect(tries).toBe(0);
	tell({ type: 'failed', what: 'It did not start.' });
	room.tryAgain();
	expect([room.status, room.failure, tries]).toEqual(['starting', null, 1]);
	tell({ type: 'ready', scenarios: [] });
	expect(room.status).toBe('ready');
	room.openKept('run');
	tell({ type: 'failed', what: 'It did not start.' });
	expect([room.status, room.failure]).toEqual(['failed', 'It did not start.']);
	room.tryAgain();
	expect(room.status).toBe('opening');
});
