import type { RoomState } from '../../exercise/state.ts';
import { pauseStep } from '../conductor/conductor.ts';
import { Debriefing } from '../debriefing.ts';
import { feedsOf, type MapFeedKey } from '../feed/audience-key.ts';
import type { Person } from '../people/person.ts';
import type { PersonRequest } from '../protocol/requests.ts';
import type { RequestAnswer } from '../protocol/refusals.ts';
import { Room, type Appending } from '../room.ts';
import { RunningExercise } from '../running-exercise.ts';
import { sampleMinutes } from '../sample-minutes.ts';
import { answerRequest, type AnsweringParts } from './answer-request.ts';
import { Answered } from './answered.ts';
import { Closing } from './time/closing.ts';
import { DeskActs } from './desk/desk-acts.ts';
import { doorOf } from './door-of.ts';
import { withoutTexts } from './kept/erase-texts.ts';
import { factsFor, mapFor, onceForRoles, stopMapsFor, stopsOf } from './for-roles.ts';
import { following, refused } from './handlers.ts';
import { KeptLog } from './kept/kept-log.ts';
import type { Live } from './live.ts';
import { EmptyTeams } from './people/empty-teams.ts';
import { ExerciseWatch } from './exercise-watch.ts';
import { LeadWatch } from './people/lead-watch.ts';
import { LookingBack, type RoomReplay } from './hot-wash/looking-back.ts';
import type { JoinAnswer, Joining, LiveDoor, LiveRoomActs, LiveRoomParts } from './live-room-contract.ts';
import { liveOpeningSteps } from './live-opening.ts';
import { readKept, type Kept } from './kept/read-kept.ts';
import { Publisher } from './publisher.ts';
import { QuietBallot } from './ballots/quiet-ballot.ts';
import { catchUp, goOnFrom, isAtRest } from './kept/reopening.ts';
import { RoomOutages } from './summit/room-outages.ts';
import { RoomRows } from './kept/room-rows.ts';
import { placeOf } from './rounds/round-work.ts';
import { RunningClock } from './time/running-clock.ts';
import { SummitBots } from './summit/summit-bots.ts';
import { summitState } from './summit/summit-commands.ts';
import { TeamDebriefings } from './hot-wash/team-debriefings.ts';
import { TeamFeedback } from './hot-wash/team-feedback.ts';
import { WatchedShock } from './summit/watched-shock.ts';
import { worldsOf } from './worlds/worlds.ts';

/** Steps of the world's grid a second, to begin with. */
const FIRST_PACE = 8;
/** Who walks through alone has nobody to wait for. */
const REHEARSAL_PACE = 30;

/** A room of people: one exercise, its teams, and what each audience is shown of it. */
export class LiveRoom implements LiveRoomActs {
	readonly #parts: LiveRoomParts;
	readonly #live: Live;
	readonly #publisher: Publisher;
	readonly #debriefings: TeamDebriefings;
	readonly #emptyTeams: EmptyTeams;
	readonly #answers: Answered;
	readonly #lookingBack: LookingBack;
	readonly #log: KeptLog;
	/** Null: no other process goes on with the room. */
	readonly #clock: RunningClock | null;
	#last: Promise<unknown> = Promise.resolve();
	readonly #watch: ExerciseWatch;
	#isClosed = false;

	/**
	 * Opens a room: a new one where its log is empty, else as it was left, and paused where nobody has run it until now.
	 * @throws StoreFault where it cannot be kept or read
	 */
	static async open(parts: LiveRoomParts): Promise<LiveRoom> {
		const isNew = parts.events.length === 0;
		const log = new KeptLog(parts);
		if (isNew) await log.create([]);
		const rows = new RoomRows(parts.store, parts.id);
		const kept = await readKept(parts, rows, {
			state: () => live.#state,
			changed: () => live.#publisher.soon('all')
		});
		const watched = await WatchedShock.read(rows, parts.clock);
		const live: LiveRoom = new LiveRoom(parts, log, rows, kept, watched);
		await live.#begin(isNew);
		return live;
	}

	private constructor(parts: LiveRoomParts, log: KeptLog, rows: RoomRows, kept: Kept, watched: WatchedShock) {
		this.#parts = parts;
		this.#answers = new Answered(parts.clock);
		this.#log = log;
		this.#clock = parts.shared === undefined ? null : new RunningClock(rows, parts.clock);
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
		this.#watch = new ExerciseWatch({
			position: room.state.position,
			live: () => this.#live,
			publisher: () => this.#publisher,
			isClosed: () => this.#isClosed,
			failed: (error) => this.#failed(error)
		});
		const exercise = new RunningExercise({
			room,
			policiesOf: parts.policiesOf,
			engine: () => parts.engineOf(pack, seed),
			samples,
			clock: parts.clock,
			pace: { unit: 'steps', perSecond: pace },
			isFacilitated: true,
			show: (world, frames) => {
				this.#watch.show(world, frames);
				this.#clock?.shows(frames.at(-1)!.minute, this.#live.pace);
			},
			changed: () => this.#watch.changed(),
			failed: (error) => this.#failed(error)
		});
		this.#emptyTeams = new EmptyTeams(kept.people);
		const debriefing = new Debriefing(pack, seed, samples, parts.runMany, parts.clock);
		const soon = () => this.#publisher.soon('all');
		this.#debriefings = new TeamDebriefings(debriefing, parts.clock, soon);
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
			feedback: new TeamFeedback(debriefing, soon),
			summitBots: new SummitBots({
				summit: pack.scenario.summit,
				room: () => room,
				seed,
				clock: parts.clock,
				spoke: () => {
					this.#live.outages.follow();
					soon();
				},
				failed: (error) => this.#failed(error)
			}),
			outages: new RoomOutages(
				{
					...parts,
					summit: () => summitState(this.#live),
					isWatched: () => this.#isWatched,
					changed: soon,
					failed: (error) => this.#failed(error)
				},
				watched
			),
			maps: stopMapsFor(parts, summary.setup.teams[0]!.roles, stopsOf(pack.scenario, cut)),
			failed: (error) => this.#failed(error),
			catchUp: (world) => this.#catchUpIn(world)
		};
		this.#lookingBack = new LookingBack(this.#live);
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
			await following(this.#live, () => this.#emptyTeams.follow(this.#live));
			// A hall full of phones comes in within a minute: what others see of it is only a count.
			if (joined.kind === 'phone') {
				this.#publisher.own(joined.id);
				this.#publisher.soon('all');
			} else this.#publisher.all();
			return { kind: 'joined', person: joined, feeds: feedsOf(joined) };
		}).catch((error: unknown) => {
			this.#failed(error);
			return { kind: 'refused', refusal: { code: 'notKept', params: {} } };
		});
	}

	/** The same request sent again gets the answer of the first time. */
	request(id: string, request: PersonRequest): Promise<RequestAnswer> {
		return this.#answers.once(`${id}.${request.id}`, () =>
			this.#inTurn(() => answerRequest(this.#answering, id, request)).catch((error: unknown) => {
				this.#failed(error);
				return refused('notKept', {});
			})
		);
	}

	presence(id: string, isHere: boolean): void {
		if (!isHere) this.#live.injects.writes(id, null);
		if (!this.#live.people.setHere(id, isHere)) return;
		this.#live.chair.presence(id, isHere);
		if (this.#live.people.find(id)?.kind === 'player') this.#live.leads.follow();
		this.#live.outages.follow();
		this.#publisher.soon('all');
	}

	drawMap(map: MapFeedKey): void {
		this.#publisher.drawMap(map);
	}

	people(): readonly Person[] {
		return this.#live.people.all;
	}

	host(): string | null {
		return this.#live.chair.person;
	}

	door(): LiveDoor {
		return doorOf(this.#live, this.#log.summary.endedAtMs);
	}

	replay(id: string): RoomReplay | null {
		return this.#lookingBack.for(this.#live.people.find(id));
	}

	async close(): Promise<void> {
		this.#isClosed = true;
		this.#publisher.close();
		this.#live.timer.close();
		this.#live.summitBots.close();
		this.#live.outages.close();
		this.#debriefings.callOff();
		this.#live.exercise.close();
		await this.#last;
		await this.#live.exercise.room.whenIdle(() => {});
	}

	/** What it is made of. For tests and simulations. */
	get live(): Live {
		return this.#live;
	}

	get #answering(): AnsweringParts {
		const { clock, moved } = this.#parts;
		return { live: this.#live, publisher: this.#publisher, emptyTeams: this.#emptyTeams, clock, moved };
	}

	/** Whether anybody but phones is here. */
	get #isWatched(): boolean {
		const { people } = this.#live;
		return people.all.some(({ id, kind }) => kind !== 'phone' && people.isHere(id));
	}

	get #state(): RoomState {
		return this.#live.exercise.room.state;
	}

	async #begin(isNew: boolean): Promise<void> {
		const { exercise } = this.#live;
		const { setup } = this.#parts.summary;
		const { runsOn = false } = this.#parts.shared ?? {};
		if (isNew) await exercise.room.perform(() => liveOpeningSteps(this.#parts.pack.exercise, setup));
		else if (runsOn) await goOnFrom(this.#live, (await this.#clock?.read()) ?? null);
		else if (!isAtRest(this.#state.position)) {
			this.#live.pausedBecause = 'restart';
			await exercise.room.perform(() => [pauseStep]);
		}
		await this.#live.ballots.begin();
		await this.#catchUp();
		this.#live.leads.follow();
		await exercise.start(runsOn);
		this.#live.summitBots.follow();
		this.#publisher.all();
	}

	async #catchUp(): Promise<void> {
		for (const world of worldsOf(this.#state)) await this.#catchUpIn(world);
	}

	#catchUpIn(world: string): Promise<void> {
		return catchUp(this.#live.exercise, world, this.#parts.clock, () => this.#isClosed);
	}

	#inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
		const done = this.#last.then(task);
		this.#last = done.catch(() => {});
		return done;
	}

	async #keep(appending: Appending): Promise<void> {
		await this.#log.append(appending);
		this.#live.beganAtMs = this.#log.summary.beganAtMs ?? null;
	}

	async #eraseTexts(): Promise<void> {
		const { exercise, pads, rounds, reflections, wifi } = this.#live;
		await exercise.room.rewrite(withoutTexts, (events) => this.#log.create(events));
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
