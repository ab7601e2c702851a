import { untrack } from 'svelte';
import { LiveMap } from '../../client/network/live-map.svelte.ts';
import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { Projection } from '../../exercise/project/project.ts';
import type { RoomMessage } from '../../client/room/messages.ts';
import { RoomView } from '../../client/room/room.svelte.ts';
import type { RoomParts } from '../../room/live/parts.ts';
import { countriesOn } from '../../room/map/countries-on.ts';
import { frameOf } from '../../room/feed/sent-frame.ts';
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
	// How sure the lead was is the lead's own: it comes with what is theirs.
	$effect(() => {
		const view = live.part('view');
		const confidences = live.part('me')?.confidences ?? {};
		if (view !== null) untrack(() => follows(view, confidences));
	});
	$effect(() => {
		const samples = live.series?.samples ?? [];
		untrack(() => tell({ type: 'samples', samples }));
	});
	const map = new LiveMap(() => live);
	const byCountry = () => countriesOn(map.facts, map.snapshot);
	follow('frame', (frame) => tell({ type: 'frames', frames: [frameOf(frame, byCountry)] }));
	$effect(() => {
		const { facts } = map;
		if (facts !== null) untrack(() => tell({ type: 'mapFacts', facts }));
	});
	$effect(() => {
		const { snapshot } = map;
		if (snapshot !== null) untrack(() => tell({ type: 'snapshot', snapshot }));
	});
	follow('feedback', (feedback) => tell({ type: 'feedback', feedback }));
	follow('hotWash', ({ hotWash, stateHash }) => tell({ type: 'hotWash', hotWash, stateHash }));
	return room;

	function follows(
		{ projection, progress, balances }: RoomParts['view'],
		confidences: Readonly<Record<string, number>>
	): void {
		const whole = balances.map(({ leftUsd, attentionLeft, ...balance }) => {
			return { ...balance, leftUsd: leftUsd ?? Infinity, attentionLeft: attentionLeft ?? Infinity };
		});
		tell({ type: 'room', projection: withConfidences(projection, confidences), progress, balances: whole });
	}

	function follow<Key extends 'facts' | 'frame' | 'feedback' | 'hotWash'>(
		key: Key,
		take: (part: RoomParts[Key]) => void
	): void {
		$effect(() => {
			const part = live.part(key);
			if (part !== null) untrack(() => take(part));
		});
	}
}

/** The room with how sure this person, as lead, has said the team was of its decisions. */
function withConfidences(projection: Projection, confidences: Readonly<Record<string, number>>): Projection {
	const own = projection.ownWorld;
	const world = own === null ? undefined : projection.worlds[own];
	if (own === null || world === undefined) return projection;
	const decisions = world.decisions.map((one) => ({
		...one,
		confidencePct: confidences[one.decision] ?? one.confidencePct
	}));
	return { ...projection, worlds: { ...projection.worlds, [own]: { ...world, decisions } } };
}
