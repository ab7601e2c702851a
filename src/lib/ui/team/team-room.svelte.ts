import { untrack } from 'svelte';
import { LiveMap } from '../../client/network/live-map.svelte.ts';
import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { RoomMessage } from '../../client/room/messages.ts';
import { RoomView } from '../../client/room/room.svelte.ts';
import type { RoomParts } from '../../room/live/parts.ts';
import { frameOf } from '../../room/feed/told-frame.ts';
import { TeamConnection } from './team-connection.ts';

/**
 * A room on a server as the screens of play know rooms: the same messages, from other parts. Made in a component, and
 * follows the room as long as that lives.
 */
export function teamRoom(live: LiveRoomView): RoomView {
	const connection = new TeamConnection(live);
	const tell = (message: RoomMessage) => connection.tell(message);
	const room = new RoomView(connection, () => {});

	/** What is known from the start comes first: it begins a room anew. */
	follow('facts', (facts) => tell({ type: 'opened', facts, writer: '', seed: '' }));
	follow('view', ({ projection, progress, purses }) => {
		const whole = purses.map(({ leftUsd, attentionLeft, ...purse }) => {
			return { ...purse, leftUsd: leftUsd ?? Infinity, attentionLeft: attentionLeft ?? Infinity };
		});
		tell({ type: 'room', projection, progress, purses: whole });
	});
	$effect(() => {
		const { samples } = live;
		untrack(() => tell({ type: 'samples', samples }));
	});
	follow('frame', (frame) => tell({ type: 'frames', frames: [frameOf(frame)] }));
	const map = new LiveMap(() => live);
	$effect(() => {
		const { facts } = map;
		if (facts !== null) untrack(() => tell({ type: 'mapFacts', facts }));
	});
	$effect(() => {
		const { snapshot } = map;
		if (snapshot !== null) untrack(() => tell({ type: 'snapshot', snapshot }));
	});
	follow('hotWash', ({ hotWash, stateHash }) => tell({ type: 'hotWash', hotWash, stateHash }));
	return room;

	function follow<Key extends 'facts' | 'view' | 'frame' | 'hotWash'>(
		key: Key,
		take: (part: RoomParts[Key]) => void
	): void {
		$effect(() => {
			const part = live.part(key);
			if (part !== null) untrack(() => take(part));
		});
	}
}
