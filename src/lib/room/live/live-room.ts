import { injectsSeen } from '../../exercise/injects/injects.ts';
import { LOG_VERSION } from '../../exercise/log/log-file.ts';
import type { PhasePosition } from '../../exercise/phases/phases.ts';
import type { RoomState } from '../../exercise/state.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { pauseStep } from '../conductor/conductor.ts';
import { Debriefing } from '../debriefing.ts';
import { feedsOf } from '../feed/audience-key.ts';
import type { Person } from '../people/person.ts';
import { HOST_ONLY, MAY_ASK, type PersonRequest } from '../protocol/requests.ts';
import type { RequestAnswer } from '../protocol/refusals.ts';
import { Room, type Appending } from '../room.ts';
import { RunningExercise } from '../running-exercise.ts';
import { sampleMinutes } from '../sample-minutes.ts';
import { Closing } from './closing.ts';
import { DeskActs } from './desk-acts.ts';
import { withoutTexts } from './erase-texts.ts';
import { factsFor, mapFor, onceForRoles, stopMapsFor } from './for-roles.ts';
import { refused } from './handlers.ts';
import type { Live } from './live.ts';
import { EmptyTeams } from './empty-teams.ts';
import { LeadWatch } from './lead-watch.ts';
import type {
	JoinAnswer,
	Joining,
	LiveDoor,
	LiveRoomActs,
	LiveRoomParts,
	RoomSummary
} from './live-room-contract.ts';
import { openingOf } from './opening-of.ts';
import { readKept, type Kept } from './read-kept.ts';
import { REQUEST_HANDLERS } from './request-handlers.ts';
import { SEATS_A_TEAM_MOST } from './people.ts';
import { Publisher } from './publisher.ts';
import { QuietBallot } from './quiet-ballot.ts';
import { RoomRows } from './room-rows.ts';
import { placeOf } from './round-work.ts';
import { TeamDebriefings } from './team-debriefings.ts';
import { clockWorld, isParallel, worldsOf } from './worlds.ts';

/** Steps of the world's grid a second, to begin with. */
const FIRST_PACE = 8;
/** Who walks through alone has nobody to wait for. */
const REHEARSAL_PACE = 30;
/** Answers that a resend is given again. */
const ANSWERS_MOST = 1000;

/** A room of people: one exercise, its teams, and what each audience is shown of it. */
export class LiveRoom implements LiveRoomActs {
	readonly #parts: LiveRoomParts;
	readonly #live: Live;
	readonly #publisher: Publisher;
	readonly #debriefings: TeamDebriefings;
	readonly #emptyTeams: EmptyTeams;
	readonly #answers = new Map<string, Promise<RequestAnswer>>();
	#summary: RoomSummary;
	#last: Promise<unknown> = Promise.resolve();
	#position: PhasePosition;
	readonly #injectsShown = new Map<string, number>();
	#isClosed = false;

	/**
	 * Opens a room: a new one where its log is empty, else as it was left, and paused.
	 * @throws StoreFault where it cannot be kept or read
	 */
	static async open(parts: LiveRoomParts): Promise<LiveRoom> {
		const isNew = parts.events.length === 0;
		if (isNew) await parts.store.create({ head: headOf(parts, parts.summary), events: [] });
		const rows = new RoomRows(parts.store, parts.id);
		const live: LiveRoom = new LiveRoom(
			parts,
			await readKept(parts, rows, {
				state: () => live.#state,
				changed: () => live.#publisher.soon('all')
			})
		);
		await live.#begin(isNew);
		return live;
	}

	private constructor(parts: LiveRoomParts, kept: Kept) {
		this.#parts = parts;
		this.#summary = parts.summary;
		const { pack, summary } = parts;
		const { seed, cut } = summary.setup;
		const pace = summary.isRehearsal ? REHEARSAL_PACE : FIRST_PACE;
		const { spans, horizonMin } = pack.exercise;
		const samples = sampleMinutes(spans, horizonMin, stopsOf(pack.scenario, cut));
		const room = new Room({
			scenario: pack.exercise,
			events: parts.events,
			append: (appending) => this.#keep(appending),
			publish: () => {}
		});
		const exercise = new RunningExercise({
			room,
			policiesOf: parts.policiesOf,
			engine: () => parts.engineOf(pack, seed),
			samples,
			clock: parts.clock,
			pace: { unit: 'steps', perSecond: pace },
			isFacilitated: true,
			show: (world, frames) => this.#show(world, frames),
			changed: () => this.#changed(),
			failed: (error) => this.#failed(error)
		});
		this.#position = room.state.position;
		this.#emptyTeams = new EmptyTeams(kept.people);
		this.#debriefings = new TeamDebriefings(
			new Debriefing(pack, seed, samples, parts.runMany, parts.clock),
			parts.clock,
			() => this.#publisher.soon('all')
		);
		this.#live = {
			...kept,
			pack,
			summary,
			exercise,
			acts: new DeskActs(),
			eraseTexts: () => this.#eraseTexts(),
			pace,
			leads: new LeadWatch(kept.people, parts.clock, () => this.#publisher.soon('all')),
			beganAtMs: summary.beganAtMs ?? null,
			closing: new Closing(
				parts.clock,
				() => placeOf(this.#state),
				() => this.#publisher.soon('all')
			),
			quiet: new QuietBallot(kept.ballots, parts.clock, () => this.#publisher.soon('all')),
			lastStepBy: null,
			lastStepAtMs: null,
			dateMs: parts.dateMs,
			pausedBecause: null,
			clickerWaitsAt: null,
			factsOf: onceForRoles((roles) => factsFor(parts, roles)),
			mapOf: onceForRoles((roles) => mapFor(parts, roles)),
			debriefings: this.#debriefings,
			maps: stopMapsFor(parts, summary.setup.teams[0]!.roles, stopsOf(pack.scenario, cut)),
			catchUp: (world) => this.#catchUpIn(world)
		};
		this.#publisher = new Publisher(this.#live, parts.clock, parts.publish);
	}

	join({ takesChair = false, ...person }: Joining): Promise<JoinAnswer> {
		return this.#inTurn(async (): Promise<JoinAnswer> => {
			if (this.#state.position.phase === 'closed' && person.kind === 'player')
				return { kind: 'refused', refusal: { code: 'roomEnded', params: {} } };
			const joined = await this.#live.people.join(person);
			if ('refusal' in joined) return { kind: 'refused', refusal: joined.refusal };
			if (takesChair) await this.#live.chair.give(joined.id);
			else if (joined.kind === 'facilitator') await this.#live.chair.takeIfFree(joined.id);
			await this.#emptyTeams.follow(this.#live);
			// A hall full of phones comes in within a minute: what others see of it is only a count.
			if (joined.kind === 'phone') this.#ownFirst(joined.id, true);
			else this.#publisher.all();
			return { kind: 'joined', person: joined, feeds: feedsOf(joined) };
		}).catch((error: unknown) => {
			this.#failed(error);
			return { kind: 'refused', refusal: { code: 'notKept', params: {} } };
		});
	}

	/** The same request sent again gets the answer of the first time. */
	request(id: string, request: PersonRequest): Promise<RequestAnswer> {
		const key = `${id}.${request.id}`;
		const before = this.#answers.get(key);
		if (before !== undefined) return before;
		const answer = this.#inTurn(() => this.#answer(id, request)).catch((error: unknown) => {
			this.#failed(error);
			// It may be tried again: nothing has happened.
			this.#answers.delete(key);
			return refused('notKept', {});
		});
		this.#answers.set(key, answer);
		if (this.#answers.size > ANSWERS_MOST) this.#answers.delete(this.#answers.keys().next().value!);
		return answer;
	}

	presence(id: string, isHere: boolean): void {
		if (!isHere) this.#live.injects.writes(id, null);
		if (!this.#live.people.setHere(id, isHere)) return;
		this.#live.chair.presence(id, isHere);
		if (this.#live.people.find(id)?.kind === 'player') this.#live.leads.follow();
		this.#publisher.soon('all');
	}

	people(): readonly Person[] {
		return this.#live.people.all;
	}

	host(): string | null {
		return this.#live.chair.person;
	}

	door(): LiveDoor {
		const { people, pack, exercise } = this.#live;
		const { phase } = this.#state.position;
		const nameOf = (role: string) => pack.scenario.roles.find(({ id }) => id === role)!.name;
		return {
			hasEnded: phase === 'closed',
			endedAtMs: this.#summary.endedAtMs,
			locked: people.locked,
			scenarioTitle: pack.scenario.title,
			minute: ['lobby', 'briefing', 'preparation'].includes(phase)
				? null
				: exercise.shownMin(clockWorld(this.#live)),
			startMinute: pack.model.clock.startMinute,
			teams: people.teams.map(({ id, name, roles }) => ({
				id,
				name,
				roles: roles.map(nameOf),
				seatsTaken: people.members(id).length,
				seatsMost: SEATS_A_TEAM_MOST
			}))
		};
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#publisher.close();
		this.#live.timer.close();
		this.#debriefings.callOff();
		this.#live.exercise.close();
		await this.#last;
		await this.#live.exercise.room.whenIdle(() => {});
	}

	get #state(): RoomState {
		return this.#live.exercise.room.state;
	}

	async #begin(isNew: boolean): Promise<void> {
		const { exercise } = this.#live;
		const { setup } = this.#parts.summary;
		if (isNew) await exercise.room.perform(() => openingOf(this.#parts.pack.exercise, setup));
		else if (!isAtRest(this.#state.position)) {
			this.#live.pausedBecause = 'restart';
			await exercise.room.perform(() => [pauseStep]);
		}
		await this.#live.ballots.begin();
		await this.#catchUp();
		this.#live.leads.follow();
		await exercise.start();
		this.#publisher.all();
	}

	/** Computes every world up to where it was left, in slices: other rooms share the thread. */
	async #catchUp(): Promise<void> {
		for (const world of worldsOf(this.#state)) await this.#catchUpIn(world);
	}

	async #catchUpIn(world: string): Promise<void> {
		const { exercise } = this.#live;
		const reached = this.#state.worlds[world]!.minute;
		for (const minute of exercise.world(world).samples.filter((one) => one < reached)) {
			exercise.showAt(world, minute);
			await new Promise<void>((resolve) => this.#parts.clock.later(resolve, 0));
			if (this.#isClosed) return;
		}
		exercise.showAt(world, reached);
	}

	async #answer(id: string, request: PersonRequest): Promise<RequestAnswer> {
		const by = this.#live.people.find(id);
		if (by === undefined) return refused('unknownPerson', { person: id });
		if (!MAY_ASK[by.kind].includes(request.type))
			return refused('notForYou', { request: request.type, kind: by.kind });
		if (HOST_ONLY.includes(request.type) && !this.#live.chair.isHost(id)) return refused('hostOnly', {});
		const handle = REQUEST_HANDLERS[request.type] as (
			live: Live,
			by: Person,
			request: PersonRequest
		) => Promise<RequestAnswer>;
		// Hundreds vote within seconds: it moves nobody, and nobody else is told.
		if (request.type === 'vote') {
			const answer = await handle(this.#live, by, request);
			const { ballots, quiet } = this.#live;
			this.#ownFirst(id, ballots.isTurnoutShown || quiet.isTold);
			return answer;
		}
		const before = new Map(this.people().map((one) => [one.id, one.team]));
		const answer = await handle(this.#live, by, request);
		if (by.kind === 'facilitator' && answer.kind === 'accepted')
			this.#live.acts.add(by, request, this.#state.position, this.#parts.clock.nowMs());
		this.#tellMoved(before);
		this.#live.leads.follow();
		await this.#emptyTeams.follow(this.#live);
		this.#publisher.own(id);
		// Every page of a room says what it shows within a second of a stop: the desk can wait.
		if (request.type === 'openInjects') this.#publisher.soon('all');
		else this.#publisher.changed();
		return answer;
	}

	/** Who was moved to another team, or has left, follows other feeds from now on. */
	#tellMoved(before: ReadonlyMap<string, string | null>): void {
		for (const [id, team] of before) {
			const person = this.#live.people.find(id);
			if (person === undefined) this.#parts.moved(id, null);
			else if (person.team !== team) this.#parts.moved(id, feedsOf(person));
			if (person === undefined) this.#publisher.forget(`person:${id}`);
		}
	}

	/** Tells a person at once, and all others soon where there is something to tell. */
	#ownFirst(id: string, tellsOthers: boolean): void {
		this.#publisher.own(id);
		if (tellsOthers) this.#publisher.soon('all');
	}

	#inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
		const done = this.#last.then(task);
		this.#last = done.catch(() => {});
		return done;
	}

	#show(world: string, frames: readonly Frame[]): void {
		this.#publisher.shows(world, frames);
		this.#takeMap(world, frames.at(-1)!.minute);
		const { state } = this.#publisher;
		const injects = injectsSeen(this.#live.pack.exercise, state, state.worlds[world]!).length;
		this.#publisher.soon(injects === this.#injectsShown.get(world) ? 'time' : 'all');
		this.#injectsShown.set(world, injects);
	}

	/** Where worlds stop they are at that very minute, so that their maps cost no computing. */
	#takeMap(world: string, minute: number): void {
		const { exercise, maps } = this.#live;
		if (!isParallel(this.#live) || !maps.isWanted(world, minute)) return;
		const map = exercise.world(world).mapSnapshotAt(minute, minute, minute);
		if (map.minute === minute) maps.take(world, map);
	}

	#changed(): void {
		if (this.#isClosed) return;
		const { position } = this.#state;
		const isAnother = position.phase !== this.#position.phase || position.step !== this.#position.step;
		this.#position = position;
		if (isAnother) {
			this.#follow(position).then(
				() => this.#publisher.soon('all'),
				(error: unknown) => this.#failed(error)
			);
			if (position.phase !== 'lobby') this.#debriefings.prepare(this.#live);
		}
		this.#live.agenda.follow(this.#state).then(
			() => this.#publisher.soon('all'),
			(error: unknown) => this.#failed(error)
		);
		if (isAnother) this.#publisher.all();
		else this.#publisher.soon('all');
		this.#debriefings.afterEnd(this.#live).catch((error: unknown) => this.#failed(error));
	}

	/** A vote whose result has been seen is over when the exercise moves on, and any vote when it ends. */
	async #follow(position: PhasePosition): Promise<void> {
		const { ballots, stage } = this.#live;
		const state = ballots.shown?.state ?? null;
		const isOver = state === 'revealed' || position.phase === 'closed';
		if (state !== null && isOver) await ballots.putAway();
		await stage.follow(position, state !== null && !isOver);
	}

	async #keep({ expectedVersion, fresh, state }: Appending): Promise<void> {
		const changedAtMs = this.#parts.dateMs();
		const hasEnded = state.position.phase === 'closed' && this.#summary.endedAtMs === null;
		const endedAtMs = hasEnded ? changedAtMs : this.#summary.endedAtMs;
		const hasBegun = state.position.phase !== 'lobby';
		const beganAtMs = this.#summary.beganAtMs ?? (hasBegun ? changedAtMs : null);
		const summary = { ...this.#summary, changedAtMs, endedAtMs, beganAtMs };
		await this.#parts.store.append(headOf(this.#parts, summary), expectedVersion, fresh);
		this.#summary = summary;
		this.#live.beganAtMs = beganAtMs;
	}

	async #eraseTexts(): Promise<void> {
		const { exercise, pads, rounds, reflections, wifi } = this.#live;
		await exercise.room.rewrite(withoutTexts, (events) =>
			this.#parts.store.create({ head: headOf(this.#parts, this.#summary), events })
		);
		await pads.erase();
		await rounds.eraseAdvice();
		await reflections.erase();
		await wifi.erase();
		this.#debriefings.eraseTexts();
	}

	#failed(error: unknown): void {
		if (!this.#isClosed) this.#parts.failed(error);
	}
}

function headOf({ id, writer }: LiveRoomParts, summary: RoomSummary) {
	return { id, writer, format: LOG_VERSION, summary };
}

/** Whether nothing waits for anybody: there is nothing to be paused. */
function isAtRest({ phase }: PhasePosition): boolean {
	return phase === 'lobby' || phase === 'hotWash' || phase === 'debrief' || phase === 'closed';
}

function stopsOf({ cuts }: LiveRoomParts['pack']['scenario'], cut: string): readonly number[] {
	return cuts.find(({ id }) => id === cut)?.stops ?? [];
}
