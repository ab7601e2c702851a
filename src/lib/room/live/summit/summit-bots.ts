import type { SummitState } from '../../../summit/state.ts';
import { botMove } from '../../../summit/bots/move.ts';
import { isEnd } from '../../../summit/negotiation/chart.ts';
import { isOpened } from '../../../summit/state.ts';
import type { Summit } from '../../../scenario/summit.ts';
import { summitStateOf } from '../../../summit/log/negotiated.ts';
import type { Clock } from '../../clock.ts';
import type { Step } from '../../perform.ts';
import type { Room } from '../../room.ts';
import { summitStep } from './summit-commands.ts';

/** So long between what two bots say: a room has to see that somebody spoke. */
export const BOT_EVERY_MS = 250;

interface SummitBotsParts {
	/** Undefined: the scenario has no summit. */
	readonly summit: Summit | undefined;
	readonly room: () => Room;
	readonly seed: string;
	readonly clock: Clock;
	/** One has spoken, or they have come to an end. */
	readonly spoke: () => void;
	readonly failed: (error: unknown) => void;
}

/** The bots in the chairs of a summit: they speak one after the other until they have nothing to say. */
export class SummitBots {
	readonly #parts: SummitBotsParts;
	#isWaiting = false;
	#isClosed = false;

	constructor(parts: SummitBotsParts) {
		this.#parts = parts;
	}

	/** Whether one is about to speak. */
	get areSpeaking(): boolean {
		return this.#isWaiting;
	}

	/** Something has happened that they may have something to say to. */
	follow(): void {
		const { state } = this.#parts.room();
		if (this.#isWaiting || this.#isClosed || state.position.clock === 'paused') return;
		if (!mayGoOn(summitStateOf(state.negotiated))) return;
		this.#isWaiting = true;
		this.#parts.clock.later(() => void this.#speak().catch(this.#parts.failed), BOT_EVERY_MS);
	}

	close(): void {
		this.#isClosed = true;
	}

	async #speak(): Promise<void> {
		if (this.#isClosed) return;
		const { summit, room, seed } = this.#parts;
		let hasMoved = false;
		const moves: Step = (view) => {
			const state = summitStateOf(view.state.negotiated);
			const move = summit === undefined ? null : botMove(summit, state, seed);
			if (move === null || !mayGoOn(state)) return [];
			hasMoved = true;
			return summitStep(summit!, move.command, move.by)(view);
		};
		try {
			const answer = await room().perform(() => [moves]);
			hasMoved &&= answer?.kind === 'accepted';
		} finally {
			this.#isWaiting = false;
		}
		if (hasMoved) this.follow();
		this.#parts.spoke();
	}
}

function mayGoOn(state: SummitState): boolean {
	return isOpened(state) && !isEnd(state.position.step);
}
