import { policiesOfSeats } from '../../exercise/bots/roster.ts';
import { simEngine } from '../../exercise/world/engine.ts';
import type { LiveRoomActs, LiveRoomParts, RoomSummary } from '../../room/live/live-room-contract.ts';
import { Rehearsal } from '../../room/rehearsal/rehearsal.ts';
import type { Pack, ScenarioLibrary } from '../../room/scenario-library.ts';
import type { LogStore } from '../../room/store/log-store.ts';
import { rehearsalWords } from '../../text/rehearsal-words.ts';
import { errorFacts } from '../log.ts';
import type { Measured } from '../metrics/measures.ts';
import type { Machine } from './machine.ts';
import { builtInPack, keepScenario, keptScenario, ownPack, readScenario } from './own-scenario.ts';
import { setupFault } from './setup-fault.ts';
import type {
	Calls,
	CallType,
	FromThread,
	OpenAnswer,
	RestoreAnswer,
	Tenure,
	ToThread
} from './thread-messages.ts';

export type OpenLiveRoom = (parts: LiveRoomParts) => Promise<LiveRoomActs>;

export interface HostedParts extends Pick<
	LiveRoomParts,
	'runMany' | 'runShocks' | 'watchShocks' | 'ensembleOf'
> {
	readonly library: ScenarioLibrary;
	/** Where a room is kept, by its fence (see `Tenure`); null: no other process writes. */
	readonly storeFor: (fence: string | null) => LogStore<RoomSummary>;
	readonly openLiveRoom: OpenLiveRoom;
	/** Names this thread as the only writer of its rooms' logs, where no fence does. */
	readonly writer: string;
	readonly machine: Pick<Machine, 'clock' | 'dateMs'>;
	readonly tell: (message: FromThread) => void;
	/** What steps worlds, where it is not the physics as it is. */
	readonly engineOf?: LiveRoomParts['engineOf'];
	/** What has been measured here since it was asked for last. */
	readonly measured?: () => Measured;
}

/** The rooms of one thread: asked from outside, and told on. */
export class HostedRooms {
	readonly #parts: HostedParts;
	readonly #rooms = new Map<string, LiveRoomActs>();
	readonly #rehearsals = new Map<string, Rehearsal>();

	constructor(parts: HostedParts) {
		this.#parts = parts;
	}

	/** Never rejects: every question is answered. */
	async hear(message: ToThread): Promise<void> {
		if (message.type === 'ping')
			return this.#parts.tell({ type: 'pong', measured: this.#parts.measured?.() ?? null });
		if (message.type === 'presence')
			return this.#rooms.get(message.room)?.presence(message.person, message.isHere);
		const { id } = message;
		try {
			this.#parts.tell({ type: 'answer', id, answer: await this.#answer(message) });
		} catch (error) {
			this.#parts.tell({ type: 'broke', id, facts: errorFacts(error) });
		}
	}

	#answer(message: Exclude<ToThread, { type: 'presence' | 'ping' }>): Promise<Calls[CallType]['answer']> {
		switch (message.type) {
			case 'open':
				return this.#open(message.room, message.ask);
			case 'readScenario':
				return Promise.resolve(readScenario(this.#parts.library, message.ask.file));
			case 'restore':
				return this.#restore(message.room, message.ask.tenure);
			case 'join':
				return this.#room(message.room).join(message.ask);
			case 'request':
				return this.#room(message.room).request(message.ask.person, message.ask.request);
			case 'drawMap':
				this.#room(message.room).drawMap(message.ask.map);
				return Promise.resolve(null);
			case 'people':
				return Promise.resolve(this.#room(message.room).people());
			case 'host':
				return Promise.resolve(this.#room(message.room).host());
			case 'door':
				return Promise.resolve(this.#room(message.room).door());
			case 'replay':
				return Promise.resolve(this.#room(message.room).replay(message.ask.person));
			case 'close':
				return this.#close([message.room]);
			case 'closeAll':
				return this.#close([...this.#rooms.keys()]);
		}
	}

	#room(id: string): LiveRoomActs {
		const room = this.#rooms.get(id);
		if (room === undefined) throw new Error('the room is not open in this thread');
		return room;
	}

	async #open(id: string, { summary, file, tenure }: Calls['open']['ask']): Promise<OpenAnswer> {
		const { library, openLiveRoom } = this.#parts;
		const { setup } = summary;
		const pack =
			file === null ? builtInPack(library, setup.scenarioId) : ownPack(library, file, setup.scenarioId);
		const scenarios = library.builtIn.map((scenario) => scenario.id);
		const fault = setupFault(setup, pack?.exercise, scenarios);
		if (fault !== null) return { kind: 'refused', fault };
		const parts = this.#partsFor(id, tenure);
		const room = await openLiveRoom({ ...parts, pack: pack!, summary, events: [] });
		this.#rooms.set(id, room);
		if (file !== null) await keepScenario(parts.store, id, file);
		await this.#rehearse(id, room, summary, pack!);
		return { kind: 'opened' };
	}

	async #restore(id: string, tenure: Tenure | undefined): Promise<RestoreAnswer> {
		const { library, openLiveRoom } = this.#parts;
		const parts = this.#partsFor(id, tenure);
		const { store, writer } = parts;
		// Its thread held it before: another process has had it since.
		await this.#close([id]);
		const log = await store.takeOver(id, writer);
		if (log === null) return { kind: 'gone' };
		const { summary } = log.head;
		const { scenarioId } = summary.setup;
		const file = await keptScenario(store, id);
		const pack = file === null ? builtInPack(library, scenarioId) : ownPack(library, file, scenarioId);
		if (pack === undefined) return { kind: 'unknownScenario' };
		const room = await openLiveRoom({ ...parts, pack, summary, events: log.events });
		this.#rooms.set(id, room);
		await this.#rehearse(id, room, summary, pack);
		return { kind: 'opened', people: room.people() };
	}

	/** Bots sit down in a room that somebody walks through alone. */
	async #rehearse(
		id: string,
		room: LiveRoomActs,
		{ setup, isRehearsal }: RoomSummary,
		pack: Pack
	): Promise<void> {
		if (isRehearsal !== true) return;
		const failed = (error: unknown) =>
			this.#parts.tell({ type: 'failed', room: id, facts: errorFacts(error) });
		const words = rehearsalWords;
		const { clock } = this.#parts.machine;
		const rehearsal = new Rehearsal({ room, pack, setup, clock, words, failed });
		this.#rehearsals.set(id, rehearsal);
		await rehearsal.begin();
	}

	#partsFor(id: string, tenure: Tenure | undefined): Omit<LiveRoomParts, 'pack' | 'summary' | 'events'> {
		const { storeFor, writer, machine, tell } = this.#parts;
		const { runMany, runShocks, watchShocks, ensembleOf } = this.#parts;
		return {
			id,
			store: storeFor(tenure?.fence ?? null),
			writer: tenure?.fence ?? writer,
			...(tenure !== undefined && { shared: { runsOn: tenure.runsOn } }),
			...{ runMany, runShocks, watchShocks, ensembleOf },
			clock: machine.clock,
			dateMs: machine.dateMs,
			engineOf: this.#parts.engineOf ?? (({ model }, seed) => simEngine(model, seed)),
			policiesOf: policiesOfSeats,
			publish: (feed, told) => {
				tell({ type: 'publish', room: id, feed, told });
				this.#rehearsals.get(id)?.hear(feed, told.changes);
			},
			moved: (person, feeds) => tell({ type: 'moved', room: id, person, feeds }),
			failed: (error) => tell({ type: 'failed', room: id, facts: errorFacts(error) })
		};
	}

	async #close(ids: readonly string[]): Promise<null> {
		const closing = ids.map((id) => this.#rooms.get(id)?.close());
		for (const id of ids) {
			this.#rehearsals.get(id)?.close();
			this.#rehearsals.delete(id);
			this.#rooms.delete(id);
		}
		await Promise.allSettled(closing);
		return null;
	}
}
