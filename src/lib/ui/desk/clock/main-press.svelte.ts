import type { SendAnswer } from '../../../client/connection/room-connection.ts';
import type { LiveRoomView } from '../../../client/network/live-room.svelte.ts';
import { minutesFor, type Leading } from '../../../summit/negotiation/next-steps.ts';
import { summitRuns } from '../../live/summit-runs.ts';
import { isAfterSummit } from '../../../room/live/stage/sections.ts';
import { missingAtStart } from '../../../room/preflight/missing-at-start.ts';
import { mainAction, needsSecondPress, proposedMinutes, type MainAction } from './main-action.ts';
import { stepFrom, undecidedOf } from '../desk-facts.ts';
import { Stoppable, STOPPABLE_MS } from '../stoppable.svelte.ts';

/** Teams that have not decided see for so long that decisions close. */
export const CLOSING_MS = 20_000;

/** The desk's main button: what it does next, and what a press of it does. */
export class MainPress {
	readonly #room: () => LiveRoomView;
	readonly #ask: (what: 'start' | 'end') => void;
	/** Where the button was armed; the step that comes after begins unarmed. */
	#armedAt = $state.raw('');
	/** What was set at the desk for the steps of this phase; undefined: as proposed. */
	#minutes = $state.raw<Readonly<Record<string, number | null>>>({});
	#isSending = $state(false);
	/** Where a step was taken that this page has not heard of yet; null: none. */
	#left = $state.raw<string | null>(null);
	/** How long decisions take to close. */
	#closingMs = $state(STOPPABLE_MS);
	/** Whether a step of the summit sets the timer as well. */
	timesSummit = $state(false);
	/** What closes over teams that decide can be stopped for a moment. It says where the exercise stood. */
	readonly closing = new Stoppable<string>((place) => {
		const { action } = this;
		if (action !== null && place === this.#place && this.#closes(action)) void this.#do(action);
	});

	/** @param ask opens the question before what is not done by a press alone */
	constructor(room: () => LiveRoomView, ask: (what: 'start' | 'end') => void) {
		this.#room = room;
		this.#ask = ask;
	}

	/** Until the exercise is seen to stand elsewhere: the answer to a press comes before that. */
	get isBusy(): boolean {
		return this.#isSending || (this.#left !== null && this.#left === this.#standing);
	}

	get closingSeconds(): number {
		return this.#closingMs / 1000;
	}

	/** The exercise may have come to where it was asked to go. */
	arrive(): void {
		if (this.#left !== null && this.#left !== this.#standing) this.#left = null;
	}

	get action(): MainAction | null {
		const room = this.#room();
		const step = room.part('step');
		if (step === null) return null;
		return mainAction({
			step,
			undecided: undecidedOf(room),
			minutes: this.minutes,
			isArmed: this.#armedAt === this.#place,
			shown: room.part('stage')?.section ?? null,
			isLeftOut: room.part('agenda')?.isRoundLeftOut ?? false,
			hasFindings: (room.part('findings')?.length ?? 0) > 0 && !this.#wereFindingsShown,
			told: this.#isTold ? room.part('cue') : null
		});
	}

	/** Minutes that people get in the next step; null: no limit. */
	get minutes(): number | null {
		const room = this.#room();
		const step = room.part('step');
		if (step === null) return null;
		const set = this.#minutes[step.phase];
		const reading = Math.max(0, ...(room.part('desk')?.teams ?? []).map((team) => team.readingMin));
		return set === undefined ? proposedMinutes(step, room.part('agenda'), reading) : set;
	}

	set minutes(minutes: number | null) {
		const step = this.#room().part('step');
		if (step !== null) this.#minutes = { ...this.#minutes, [step.phase]: minutes };
	}

	async press(): Promise<void> {
		const { action } = this;
		if (action === null || this.isBusy) return;
		if (this.closing.what !== null) return this.keepOpen();
		const desk = this.#room().part('desk');
		const starts =
			action.kind === 'startBriefing' || (action.kind === 'cue' && action.cue.kind === 'briefing');
		if (starts && desk !== null && missingAtStart(desk).length > 0) return this.#ask('start');
		if (needsSecondPress(action, undecidedOf(this.#room()))) {
			this.#armedAt = this.#place;
			return;
		}
		if (this.#closes(action)) this.#close(action);
		else await this.#do(action);
	}

	/** Starts with what is missing. */
	async start(): Promise<void> {
		const { action } = this;
		const starts = action?.kind === 'startBriefing' || action?.kind === 'cue';
		if (starts && !this.isBusy) await this.#do(action);
	}

	/** Decisions that were about to close stay open. */
	keepOpen(): void {
		this.closing.stop();
		if (this.#closingMs === CLOSING_MS) void this.#announce(null);
	}

	/** Who has decided needs no notice; who has not, and is here to see it, gets one. */
	#close({ kind }: MainAction): void {
		const teams = this.#room().part('desk')?.teams ?? [];
		const hasReaders = teams.some(({ isReady, here }) => !isReady && here > 0);
		this.#closingMs = kind === 'closeUndecided' && hasReaders ? CLOSING_MS : STOPPABLE_MS;
		this.closing.start(this.#place, this.#closingMs);
		if (this.#closingMs === CLOSING_MS) void this.#announce(CLOSING_MS / 1000);
	}

	async #announce(seconds: number | null): Promise<void> {
		await this.#room().sendQuietly({ type: 'announceClosing', seconds });
	}

	async undo(): Promise<void> {
		const step = this.#room().part('plan')?.undo ?? null;
		if (step !== null) await this.#room().send({ type: 'undo', of: step.of });
	}

	#closes({ kind }: MainAction): boolean {
		return kind === 'closePreparation' || kind === 'closeDecisions' || kind === 'closeUndecided';
	}

	async #do(action: MainAction): Promise<void> {
		this.#isSending = true;
		try {
			await this.#act(action);
		} finally {
			this.#isSending = false;
		}
	}

	async pauseOrResume(): Promise<void> {
		const isPaused = this.#room().part('step')?.isPaused ?? false;
		await this.#room().send({ type: isPaused ? 'resume' : 'pause' });
	}

	async #act(action: MainAction): Promise<void> {
		const room = this.#room();
		switch (action.kind) {
			case 'pause':
			case 'resume':
				await this.#leave(() => room.send({ type: action.kind }));
				return;
			case 'cue': {
				// What comes next is known by its own key: an answer that has not come yet takes no second step.
				const answer = await room.send({ type: 'nextCue', from: action.key });
				if (action.cue.kind === 'summit' && answer.kind === 'accepted')
					await this.timeSummit(action.cue.next);
				return;
			}
			case 'showFindings':
				await this.#leave(() => room.send({ type: 'show', section: 'findings' }));
				return;
			case 'end':
				this.#ask('end');
				return;
			default: {
				const from = stepFrom(room);
				if (from === null) return;
				const type = action.kind === 'skipRound' ? 'skipRound' : 'goOn';
				const answer = await this.#leave(() => room.send({ type, from }));
				const opens = action.kind === 'openDecisions' || action.kind === 'openPreparation';
				if (answer.kind === 'accepted' && opens && action.minutes !== null)
					await room.send({ type: 'setTimer', seconds: action.minutes * 60 });
			}
		}
	}

	/** Takes a step that leads away from where the exercise stands. */
	async #leave(send: () => Promise<SendAnswer>): Promise<SendAnswer> {
		const here = this.#standing;
		const answer = await send();
		if (answer.kind === 'accepted') this.#left = here;
		this.arrive();
		return answer;
	}

	/** A step of the summit was taken: what it is given, or no time that belongs to the step before. */
	async timeSummit(step: Leading): Promise<void> {
		const room = this.#room();
		const minutes = this.timesSummit ? minutesFor(step) : null;
		if (minutes !== null || room.part('timer') !== null)
			await room.send({ type: 'setTimer', seconds: minutes === null ? null : minutes * 60 });
	}

	/** Whether what comes next is told picture by picture: by a presenter, at a summit, and through what came of it. */
	get #isTold(): boolean {
		const room = this.#room();
		const cue = room.part('cue')?.cue ?? null;
		const goesThrough = cue?.kind === 'show' && isAfterSummit(cue.section);
		return goesThrough || room.part('stage')?.isPresented === true || summitRuns(room);
	}

	/** After a summit the stage does not show them again, but everybody has seen them. */
	get #wereFindingsShown(): boolean {
		const room = this.#room();
		const cue = room.part('cue')?.cue ?? null;
		return room.part('summit') !== null && !(cue?.kind === 'show' && cue.section === 'findings');
	}

	get #standing(): string {
		const room = this.#room();
		return `${this.#place} ${room.part('step')?.isPaused} ${room.part('stage')?.section}`;
	}

	get #place(): string {
		const step = this.#room().part('step');
		return `${step?.phase} ${step?.step} ${step?.round}`;
	}
}
