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
