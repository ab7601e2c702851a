import type { LiveRoomView } from '../network/live-room.svelte.ts';
import type { SendAnswer } from '../connection/room-connection.ts';

type Room = Pick<LiveRoomView, 'part' | 'sendQuietly'>;

interface Press {
	readonly ballot: string;
	readonly option: number;
}

/** How a person's own vote stands. `late`: the vote was closed before it arrived. */
export type VoteStanding = 'none' | 'sending' | 'in' | 'notSent' | 'late' | 'refused';

/**
 * A person's vote in the ballot that is shown. What is pressed shows at once; on a slow line only the last press is sent
 * after the one that is under way.
 */
export class VotePress {
	readonly #room: () => Room;
	/** Pressed here, and not known to have been counted yet. */
	#press = $state.raw<Press | null>(null);
	/** The press that the room has counted. */
	#accepted = $state.raw<Press | null>(null);
	#failure = $state.raw<'notSent' | 'late' | 'refused' | null>(null);
	#isSending = false;

	constructor(room: () => Room) {
		this.#room = room;
	}

	/** Place of the option; null: none. */
	get option(): number | null {
		const press = this.#pressNow;
		if (press !== null && this.#failure !== 'late' && this.#failure !== 'refused') return press.option;
		return this.#counted;
	}

	get standing(): VoteStanding {
		const press = this.#pressNow;
		if (press !== null && this.#failure !== null) return this.#failure;
		if (press !== null && press !== this.#accepted && press.option !== this.#counted) return 'sending';
		return this.option === null ? 'none' : 'in';
	}

	async press(option: number): Promise<void> {
		const ballot = this.#room().part('ballot');
		if (ballot?.state !== 'open') return;
		this.#press = { ballot: ballot.id, option };
		await this.#send();
	}

	/** Sends again what was not sent. */
	async again(): Promise<void> {
		if (this.standing === 'notSent') await this.#send();
	}

	async #send(): Promise<void> {
		this.#failure = null;
		if (this.#isSending) return;
		this.#isSending = true;
		let sent: Press | null = null;
		let answer: SendAnswer | null = null;
		while (this.#press !== null && this.#press !== sent) {
			sent = this.#press;
			answer = await this.#room().sendQuietly({ type: 'vote', ...sent });
		}
		this.#isSending = false;
		if (answer?.kind === 'accepted') this.#accepted = sent;
		if (answer?.kind === 'refused') this.#failure = answer.refusal.code === 'voteClosed' ? 'late' : 'refused';
		else if (answer?.kind === 'notSent') this.#failure = 'notSent';
	}

	/** What was pressed in an earlier ballot is over. */
	get #pressNow(): Press | null {
		const id = this.#room().part('ballot')?.id;
		return this.#press?.ballot === id ? this.#press : null;
	}

	get #counted(): number | null {
		return this.#room().part('me')?.vote ?? null;
	}
}
