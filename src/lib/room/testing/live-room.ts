import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import { moveFrom } from '../../exercise/state.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { EMPTY_ROOM } from '../../exercise/state.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { mapFeedOf, type FeedKey } from '../feed/audience-key.ts';
import type { Changes } from '../feed/feed.ts';
import type { Told } from '../feed/told-feed.ts';
import type { RoomSummary } from '../live/live-room-contract.ts';
import { LiveRoom } from '../live/live-room.ts';
import type { RoomParts } from '../live/parts.ts';
import { MAP_DRAWN_MS } from '../map/map-parts.ts';
import type { Person } from '../people/person.ts';
import type { RequestBody } from '../protocol/requests.ts';
import { readPersonRequest } from '../protocol/requests.ts';
import type { RequestAnswer } from '../protocol/refusals.ts';
import { MemoryLogStore } from '../store/memory-log-store.ts';
import type { Pack } from '../scenario-library.ts';
import type { RunShocks, WatchShocks } from '../../outages/evaluate/evaluating.ts';
import type { RunMany } from '../debriefing.ts';
import { FakeClock } from './fake-clock.ts';
import { playedPack } from './played-pack.ts';

const PACK = playedPack();
export const ROOM_ID = 'room-1';

export const SUMMARY: RoomSummary = {
	code: 'KMTA4',
	audienceCode: 'PHNE7',
	setup: {
		scenarioId: PACK.scenario.id,
		cut: 'short',
		seed: 'a seed',
		teams: [
			{ id: 'makers', name: 'Makers', roles: ['vendor'] },
			{ id: 'ward', name: 'Ward', roles: ['hospital'] }
		],
		bots: {}
	},
	openedAtMs: 0,
	changedAtMs: 0,
	endedAtMs: null
};

const NEVER = () => new Promise<never>(() => {});

export interface LiveRoomOptions {
	readonly runMany?: RunMany;
	readonly runShocks?: RunShocks;
	readonly watchShocks?: WatchShocks;
	readonly clock?: FakeClock;
	readonly summary?: RoomSummary;
	readonly pack?: Pack;
	/** One of several processes runs it (see `LiveRoomParts`). */
	readonly shared?: { readonly runsOn: boolean };
	/** Audiences of which a page shows the map. */
	readonly showMap?: readonly FeedKey[];
	/** Told everything that goes out. */
	readonly heard?: (feed: FeedKey, changes: Changes, told: Told) => void;
}

/** A room in which each team plays the ward in a world of its own. */
export const PARALLEL: RoomSummary = {
	...SUMMARY,
	setup: {
		...SUMMARY.setup,
		ways: 'parallel',
		teams: ['one', 'two', 'three'].map((id) => ({ id, name: `Ward ${id}`, roles: ['hospital'] }))
	}
};

/** A room of people with time by hand, and everything that each feed was told. */
export async function openLiveRoom(
	store = new MemoryLogStore<RoomSummary>(),
	{
		runMany = NEVER,
		runShocks = NEVER,
		watchShocks = NEVER,
		clock = new FakeClock(),
		summary = SUMMARY,
		pack: played = PACK,
		shared,
		showMap = [],
		heard = () => {}
	}: LiveRoomOptions = {}
) {
	const kept = await store.read(ROOM_ID);
	/** Parts of each feed as its audience has them. */
	const feeds = new Map<FeedKey, Map<string, string>>();
	/** All text that went out to a feed, ever. */
	const sent = new Map<FeedKey, string>();
	/** Each text that a part of a feed has had. */
	const told = new Map<FeedKey, Set<string>>();
	const moves: { person: string; feeds: readonly FeedKey[] | null }[] = [];
	/** What the feed of each who was moved said of them then: it is sent to them with all that is new. */
	const ownAtMoves: string[] = [];
	const faults: unknown[] = [];
	const opening = LiveRoom.open({
		pack: played,
		id: ROOM_ID,
		summary: kept?.head.summary ?? summary,
		events: kept?.events ?? [],
		store,
		writer: kept?.head.writer ?? 'this server',
		...(shared !== undefined && { shared }),
		clock,
		dateMs: () => 1_700_000_000_000 + clock.nowMs(),
		engineOf: (pack, seed) => simEngine(pack.model, seed),
		policiesOf: policiesOfSeats,
		...{ runMany, runShocks, watchShocks },
		ensembleOf: () => [],
		publish(key, news) {
			const { changes } = news;
			const parts = feeds.get(key) ?? new Map<string, string>();
			feeds.set(key, parts);
			for (const [part, text] of Object.entries(changes)) {
				if (text === null) parts.delete(part);
				else parts.set(part, text);
			}
			const ever = told.get(key) ?? new Set();
			told.set(key, ever);
			for (const [part, text] of Object.entries(changes)) ever.add(`${part}=${text}`);
			sent.set(key, (sent.get(key) ?? '') + JSON.stringify(changes));
			heard(key, changes, news);
		},
		moved: (person, followed) => {
			moves.push({ person, feeds: followed });
			ownAtMoves.push(feeds.get(`person:${person}`)?.get('me') ?? '');
		},
		failed: (error) => faults.push(error)
	});
	let isOpen = false;
	void opening.then(() => (isOpen = true));
	for (let n = 0; n < 2000 && !isOpen; n++) await clock.pass(1);
	const room = await opening;
	const drawMaps = () => {
		for (const feed of showMap) room.drawMap(mapFeedOf(feed));
		clock.later(drawMaps, MAP_DRAWN_MS / 2);
	};
	if (showMap.length > 0) drawMaps();

	/** Who comes to a room that is opened again has an id of their own. */
	let ids = (await store.rows(ROOM_ID, 'people')).length;
	/** Sees a request through. */
	async function ask(person: string, body: RequestBody, id = `request-${++idsEver}`): Promise<RequestAnswer> {
		// As a server does: what the list of requests does not hold never arrives.
		const read = readPersonRequest({ ...body, id });
		if (read === null) throw new Error(`no request that a room knows: ${JSON.stringify(body)}`);
		const answer = room.request(person, read);
		await clock.pass(10);
		return answer;
	}
	function part<Key extends keyof RoomParts>(feed: FeedKey, key: Key): RoomParts[Key] | undefined {
		const text = feeds.get(feed)?.get(key);
		return text === undefined ? undefined : (JSON.parse(text) as RoomParts[Key]);
	}
	async function log(): Promise<readonly RoomEvent[]> {
		return (await store.read(ROOM_ID))?.events ?? [];
	}
	return {
		room,
		clock,
		store,
		feeds,
		sent,
		told,
		moves,
		ownAtMoves,
		faults,
		ask,
		part,
		log,
		async join(kind: Person['kind'], name: string, team: string | null = null) {
			return room.join({ id: `p${++ids}`, kind, name, team });
		},
		/** The facilitator's main action, from where the exercise stands. */
		async goOn(person: string): Promise<RequestAnswer> {
			const from = moveFrom(foldLog(await log(), EMPTY_ROOM));
			return ask(person, { type: 'goOn', from });
		},
		step: () => part('facilitator', 'step')!,
		/** Lets time pass until something holds. */
		async until(holds: () => boolean) {
			for (let n = 0; n < 3000 && !holds(); n++) await clock.pass(50);
			if (!holds()) throw new Error('it never came to hold');
		}
	};
}

let idsEver = 0;
