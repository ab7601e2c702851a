import type { BotCommand, Policy } from '../../exercise/bots/policy.ts';
import { SHARED_WORLD } from '../../exercise/commands/create-exercise.ts';
import type { CommandBody, PayloadOf } from '../../exercise/commands/commands.ts';
import type { Sender } from '../../exercise/commands/rule.ts';
import { decide } from '../../exercise/commands/decide.ts';
import type { RoomEvent } from '../../exercise/log/events.ts';
import { foldLog } from '../../exercise/log/evolve.ts';
import { injectsDue, injectsOpen } from '../../exercise/injects/injects-due.ts';
import { standingAt } from '../../exercise/availability/standing.ts';
import { isRecoveryAt, nextStop, roundsOf } from '../../exercise/phases/rounds.ts';
import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { Frame } from '../../sim/observe/frame.ts';
import { gridMinuteFrom } from '../../sim/time/grid.ts';
import {
	EMPTY_ROOM,
	moveFrom,
	PREPARATION_MIN,
	type OpenedRound,
	type RoomState,
	type WorldState
} from '../../exercise/state.ts';
import { refusalText } from '../../text/refusal-text.ts';
import type { BotProfile } from './scenario-summary.ts';
import { askedUntil, commandId, standingOf, type Standing } from './rounds.ts';
import { botIn, teamOf } from './solo-log.ts';
import { roomWords } from './words.ts';

const FACILITATOR: Sender = { kind: 'facilitator' };
const CLOCK: Sender = { kind: 'clock' };

export interface SoloSetting {
	readonly scenario: ExerciseScenario;
	/** Id of a role, or TABLE. */
	readonly role: string;
	/** Ids of the roles that the person plays. */
	readonly mine: readonly string[];
	/** Id of one of the scenario's cuts. */
	readonly cut: string;
	/** How the roles that the person does not play behave, by role. */
	readonly bots: Readonly<Record<string, BotProfile>>;
	/** Who plays them. */
	readonly policies: readonly Policy[];
}

/** Where the world halts next; `opens`: a round of decisions opens there. */
export interface Halt {
	readonly minute: number;
	readonly opens: boolean;
}

/**
 * A room that one person plays, as its log: which commands are sent at which point of its course, and in whose name. It
 * knows neither wall clock nor store nor physics: whoever holds it says when time has passed and what is due by then.
 */
export class SoloRoom {
	readonly setting: SoloSetting;
	#state: RoomState;
	#events: RoomEvent[];

	/** @param events the log so far; empty: a new room */
	constructor(setting: SoloSetting, events: readonly RoomEvent[] = []) {
		this.setting = setting;
		this.#events = [...events];
		this.#state = foldLog(events, EMPTY_ROOM);
	}

	get state(): RoomState {
		return this.#state;
	}

	get events(): readonly RoomEvent[] {
		return this.#events;
	}

	get world(): WorldState {
		return this.#state.worlds[SHARED_WORLD]!;
	}

	get standing(): Standing {
		return standingOf(this.#state);
	}

	get rounds(): readonly OpenedRound[] {
		return this.#state.rounds;
	}

	/** The next minute after where time stands at which a round opens; null: the world runs to its end. */
	nextStop(): number | null {
		return nextStop(this.setting.scenario, this.setting.cut, this.world.minute);
	}

	/** How many rounds are still to come, as far as is known. */
	roundsAhead(): number {
		const { scenario, cut } = this.setting;
		return roundsOf(scenario, cut).filter(({ atMin }) => atMin > this.world.minute).length;
	}

	/** Whether a message may become due at this minute: then the world has to be looked at there. */
	isWatched(minute: number): boolean {
		return injectsOpen(this.setting.scenario, this.#state, this.world, minute).length > 0;
	}

	/** Ids of the messages whose condition holds in the world as it is at a frame. */
	due(frame: Frame): readonly string[] {
		return injectsDue(this.setting.scenario, this.#state, this.world, frame);
	}

	/**
	 * Whether one of these messages is urgent enough to halt the world at a minute: news that the person can do nothing
	 * about opens no round.
	 */
	doStop(injects: readonly string[], minute: number): boolean {
		const isUrgent = this.setting.scenario.injects.some(({ id, stops }) => stops && injects.includes(id));
		return isUrgent && this.#canDecide(minute);
	}

	#canDecide(minute: number): boolean {
		const { scenario, cut, mine } = this.setting;
		const phase = isRecoveryAt(scenario, cut, minute) ? 'recovery' : 'incident';
		return scenario.decisions.some(
			(decision) =>
				mine.includes(decision.role) &&
				standingAt(scenario, decision, { phase, atMin: minute, isOpen: true }, this.world.acts).kind ===
					'open'
		);
	}

	/** Where the world halts next: at a round, or for what another role does. */
	nextHalt(): Halt {
		const { scenario, policies } = this.setting;
		const stop = this.nextStop();
		const room = { scenario, state: this.#state };
		const acts = policies.flatMap((policy) => policy.nextMin(room, this.world.minute) ?? []);
		const halt = Math.min(stop ?? scenario.horizonMin, ...acts);
		const minute = Math.min(gridMinuteFrom(scenario.spans, halt), scenario.horizonMin);
		return { minute, opens: minute === stop };
	}

	/** Creates the exercise with everybody in their seats, and goes to its briefing. */
	begin(seed: string): void {
		const { scenario, cut } = this.setting;
		this.#must(FACILITATOR, {
			type: 'createExercise',
			payload: { seed, ways: 'shared', cut }
		});
		for (const { id } of scenario.roles) {
			const payload = { seat: id, role: id, team: teamOf(id, this.setting), bot: botIn(id, this.setting) };
			this.#must(FACILITATOR, { type: 'takeSeat', payload });
		}
		this.#move('NEXT_PHASE');
		if (this.#state.position.phase === 'incident') this.#enterIncident();
	}

	/** On from where the room stands; false where that is up to the world or at the end. */
	goOn(): boolean {
		switch (this.standing) {
			case 'briefing':
			case 'preparation':
				if (this.standing === 'preparation') this.#askOthers(PREPARATION_MIN, PREPARATION_MIN);
				this.#move('NEXT_PHASE');
				if (this.#state.position.phase === 'incident') this.#enterIncident();
				return true;
			case 'deciding':
				this.#askOthers(askedUntil('deciding', this.#events), this.world.minute);
				this.#move('CLOSE_DECISIONS');
				return true;
			default:
				return false;
		}
	}

	/**
	 * Time has passed up to `minute`, a minute of the grid, and these messages have become due there.
	 *
	 * @param opens a round opens there
	 */
	arrive({ minute, opens }: Halt, due: readonly string[]): void {
		const sinceMin = this.world.minute;
		this.#must(FACILITATOR, { type: 'advanceTime', payload: { world: SHARED_WORLD, toMin: minute } });
		if (minute >= this.setting.scenario.horizonMin) return this.#end();
		for (const inject of due) {
			this.#send(CLOCK, { type: 'releaseInject', payload: { world: SHARED_WORLD, inject } });
		}
		if (!opens) return this.#askOthers(sinceMin, minute);
		const inIncident = this.#state.position.phase === 'incident';
		const { scenario, cut } = this.setting;
		if (inIncident && isRecoveryAt(scenario, cut, minute)) this.#enterRecovery();
		else this.#move('NEXT_ROUND');
		this.#move('OPEN_DECISIONS');
	}

	/** A command of the person's, in the name of the seat that it is for. Returns why not, or null. */
	personal(body: CommandBody): string | null {
		// What is shown runs ahead of the log: a decision would be dated before what its author has seen.
		if (this.standing === 'running' && isAboutDecision(body)) return roomWords().whileRunning;
		return this.#send({ kind: 'seat', seat: this.#seatFor(body) }, body);
	}

	#seatFor(body: CommandBody): string {
		const { scenario, mine } = this.setting;
		const role = isAboutDecision(body) ? decisionOf(scenario, body.payload.decision)?.role : undefined;
		// A decision of somebody else's is refused by its own rule.
		return role !== undefined && mine.includes(role) ? role : (mine[0] ?? 'nobody');
	}

	#enterIncident(): void {
		const { scenario, cut } = this.setting;
		if (roundsOf(scenario, cut)[0]?.atMin === 0) return this.#move('OPEN_DECISIONS');
		this.#askOthers(PREPARATION_MIN, 0);
		this.#move('SKIP_DECISIONS');
	}

	/** What other roles wanted before, and what only a recovery allows, they do now. */
	#enterRecovery(): void {
		this.#move('NEXT_PHASE');
		const { scenario } = this.setting;
		this.#askOthers(PREPARATION_MIN, this.world.minute, ({ body }) => {
			const decision =
				body.type === 'commitDecision' ? decisionOf(scenario, body.payload.decision) : undefined;
			return decision !== undefined && !decision.phases.includes('incident');
		});
	}

	#end(): void {
		while (this.standing !== 'hotWash') this.#move('NEXT_PHASE');
		this.#send(FACILITATOR, { type: 'reveal', payload: { part: 'incident' } });
	}

	/** Asks the other roles what they do after `sinceMin` and up to `minute`. What is refused, they do not do. */
	#askOthers(sinceMin: number, minute: number, isMeant: (command: BotCommand) => boolean = () => true): void {
		const room = { scenario: this.setting.scenario, state: this.#state };
		const moment = { world: SHARED_WORLD, sinceMin, minute };
		const wanted = this.setting.policies.flatMap((policy) => policy.acts(room, moment));
		for (const { by, body } of wanted.filter(isMeant)) this.#send(by, body);
	}

	#move(event: PayloadOf<'movePhase'>['event']): void {
		this.#must(FACILITATOR, { type: 'movePhase', payload: { event, from: moveFrom(this.#state) } });
	}

	#must(by: Sender, body: CommandBody): void {
		const refusal = this.#send(by, body);
		if (refusal !== null) throw new Error(`the room refused its own '${body.type}': ${refusal}`);
	}

	#send(by: Sender, body: CommandBody): string | null {
		const { scenario } = this.setting;
		const answer = decide(scenario, this.#state, { id: commandId(this.#state.version), ...body }, by);
		if (answer.kind === 'refused') return refusalText(answer.refusal);
		if (answer.kind === 'behind') throw new Error('a room of one person is never behind');
		this.#state = foldLog(answer.events, this.#state);
		this.#events.push(...answer.events);
		return null;
	}
}

function isAboutDecision(
	body: CommandBody
): body is Extract<CommandBody, { type: 'commitDecision' | 'withdrawDecision' | 'amendDecision' }> {
	return body.type === 'commitDecision' || body.type === 'withdrawDecision' || body.type === 'amendDecision';
}
