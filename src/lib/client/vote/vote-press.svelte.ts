import type { LiveRoomView } from '../network/live-room.svelte.ts';
import { rememberedVote, rememberVote } from './own-vote.ts';
import type { SendAnswer } from '../connection/room-connection.ts';

type Room = Pick<LiveRoomView, 'part' | 'sendQuietly'>;

/** Place of the option that a person has voted for in the ballot that is shown; null: none. */
export function ownVote(room: Pick<Room, 'part'>): number | null {
	const [me, ballot] = [room.part('me'), room.part('ballot')];
	if (me === null || ballot === null) return null;
	return me.vote ?? (ballot.state === 'open' ? null : rememberedVote(me.id, ballot.id));
}

interface Press {
	readonly ballot: string;
	readonly option: number;
	/** Which choice of this person it is: one of before that comes late changes nothing. */
	readonly nth: number;
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
		this.#press = { ballot: ballot.id, option, nth: Math.max(this.#press?.nth ?? 0, this.#nth) + 1 };
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
			// Another device, or this page before it was loaded anew, has chosen as late: this is the last that was pressed.
			if (answer.kind === 'refused' && answer.refusal.code === 'newerVote' && this.#press === sent)
				this.#press = { ...sent, nth: answer.refusal.params.nth + 1 };
		}
		this.#isSending = false;
		if (answer?.kind === 'accepted' && sent !== null) this.#keep(sent);
		if (answer?.kind === 'refused') this.#failure = answer.refusal.code === 'voteClosed' ? 'late' : 'refused';
		else if (answer?.kind === 'notSent') this.#failure = 'notSent';
	}

	/** Null once the room tells of it, or of a later choice on another device; what was pressed in an earlier ballot is over. */
	get #pressNow(): Press | null {
		const press = this.#press;
		return press !== null && press.ballot === this.#room().part('ballot')?.id && press.nth > this.#nth
			? press
			: null;
	}

	get #nth(): number {
		return this.#room().part('me')?.nthVote ?? 0;
	}

	get #counted(): number | null {
		return ownVote(this.#room());
	}

	#keep(press: Press): void {
		this.#accepted = press;
		const me = this.#room().part('me');
		if (me !== null) rememberVote({ person: me.id, ...press });
	}
}
