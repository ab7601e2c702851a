import { isDeepStrictEqual } from 'node:util';
import type { Changes } from '../../../lib/room/feed/feed.ts';
import { personParts, roomParts, sharedFeeds } from '../../../lib/room/live/audiences.ts';
import type { LiveRoom } from '../../../lib/room/live/live-room.ts';
import type { ServerMessage } from '../../../lib/room/protocol/protocol.ts';
import type { ServedRoom } from '../../../lib/server/rooms/served-room.ts';
import { differences, differing, hold } from './checks.ts';
import { shownAfter, type Device } from './device.ts';
import type { HttpAnswer } from './server.ts';
import type { WatchedRoom } from './watched-room.ts';

/** Parts of which a page is told points and steps one by one: they are held against each other elsewhere. */
const PIECEWISE = /^(map|sample:)/;
/** Parts that go by the clock. */
const BY_CLOCK: readonly string[] = ['timer', 'agenda', 'clock', 'frame', 'preflight'];

/** Asks a server until it gives a good answer. */
type Asks = (method: 'GET', url: string, cookie: string) => Promise<HttpAnswer>;

/** Once all has been well for a while: everybody is back by themselves, and what they are shown is what there is. */
export async function holdAtRest(
	room: WatchedRoom,
	served: ServedRoom,
	live: LiveRoom,
	asks: Asks
): Promise<void> {
	room.log.answersHold();
	cardsHold(room, live);
	for (const ballot of room.counted.values()) room.log.ballotHolds(ballot);
	const here = new Set(live.people().map(({ id }) => id));
	for (const device of room.devices) {
		const { id, kind } = device.person;
		const { status } = device.connection;
		const facts = () => ({ id, kind, status, isHere: here.has(id) });
		if (!here.has(id)) {
			hold(status.kind === 'seatGone', 'who was removed is not told so', facts);
			continue;
		}
		hold(status.kind === 'live', 'somebody has not come back', facts);
		hold(live.live.people.isHere(id), 'somebody who is here is taken for away', facts);
		pageHolds(device, served.since(id, null, { looksAt: device.looksAt, showsMap: false })!.parts);
		await cursorsHold(device, asks);
	}
	feedsHold(room, served, live);
}

/** Each card that was accepted is there once. */
function cardsHold({ ledger }: WatchedRoom, { live }: LiveRoom): void {
	for (const { id } of live.people.all) {
		const sent = ledger.entries.filter(({ person, body }) => person === id && body.type === 'addReflection');
		const kept = sent.filter(({ answer }) => answer?.kind === 'accepted').length;
		const unknown = sent.filter(({ answer }) => answer === null || answer.kind === 'notSent').length;
		const cards = live.reflections.countOf(id);
		hold(cards >= kept && cards <= kept + unknown, 'a card is not there exactly once', () => ({
			...{ id, cards, kept, unknown }
		}));
	}
}

function pageHolds(device: Device, parts: Changes): void {
	const told = Object.entries(parts).filter(
		([key, text]) => text !== null && text !== 'null' && !PIECEWISE.test(key)
	);
	const wanted = Object.fromEntries(told.map(([key, text]) => [key, JSON.parse(text!) as unknown]));
	const shown = Object.fromEntries([...device.shown].filter(([key]) => !PIECEWISE.test(key)));
	hold(isDeepStrictEqual(shown, wanted), 'a page does not show what its audience is shown', () => ({
		person: device.person,
		differs: differing(shown, wanted)
	}));
}

/** From any cursor of before, and from one that never was, a page comes to what there is. */
async function cursorsHold(device: Device, asks: Asks): Promise<void> {
	const path = `/api/rooms/${device.code}/seats/${device.person.id}/feed?wait=0&since=`;
	const at = device.looksAt === null ? '' : `&looksAt=${device.looksAt}`;
	const later = device.cursor.replace(/\d+$/, '999999999999');
	for (const { cursor, shown } of [...device.remembered, { cursor: later, shown: new Map() }]) {
		const { body } = await asks('GET', path + encodeURIComponent(cursor) + at, device.network.cookie);
		const { messages } = body as { messages: readonly ServerMessage[] };
		let now = shown;
		for (const message of messages) if (message.type === 'changes') now = shownAfter(now, message);
		const strip = (parts: ReadonlyMap<string, unknown>) =>
			Object.fromEntries([...parts].filter(([key]) => !PIECEWISE.test(key)));
		hold(isDeepStrictEqual(strip(now), strip(device.shown)), 'a cursor leads elsewhere', () => ({
			person: device.person,
			...{ cursor, now: device.cursor },
			differs: differing(strip(now), strip(device.shown))
		}));
	}
}

/** What audiences are shown is what the room is. */
function feedsHold(room: WatchedRoom, served: ServedRoom, { live }: LiveRoom): void {
	const { exercise } = live;
	if (exercise.isMoving) return;
	// What is shown runs ahead of the log, which says where time has stopped.
	const shownWorlds = Object.entries(exercise.room.state.worlds).map(([id, world]) => {
		return [id, { ...world, minute: Math.max(world.minute, exercise.shownMin(id)) }] as const;
	});
	const state = { ...exercise.room.state, worlds: Object.fromEntries(shownWorlds) };
	const worlds = new Map(
		Object.keys(state.worlds).map((id) => {
			const frame = exercise.world(id).look(exercise.shownMin(id));
			return [id, { frame, picture: () => null as never, isMoving: false }] as const;
		})
	);
	const feeds = new Set<string>(sharedFeeds(live));
	for (const device of room.devices) {
		if (live.people.find(device.person.id) === undefined || device.looksAt !== null) continue;
		const parts = served.since(device.person.id, null)!.parts;
		const own = served.feeds(device.person.id);
		for (const feed of own) {
			const wanted = feeds.has(feed)
				? roomParts(live, feed, { state, worlds })
				: personParts(live, device.person.id);
			for (const [key, value] of Object.entries(wanted)) {
				if (BY_CLOCK.includes(key) || PIECEWISE.test(key)) continue;
				const text = value === undefined ? undefined : JSON.stringify(value);
				hold((parts[key] ?? undefined) === text, 'an audience is not shown what there is', () => ({
					...{ feed, key, differs: differences(JSON.parse(parts[key] ?? 'null'), value) }
				}));
			}
		}
	}
}
