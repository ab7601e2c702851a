/** What tabs tell each other of a run: closed, as tabs of another version may speak too. */
type ClaimMessage =
	/** This tab goes on with the run from now on. */
	| { readonly type: 'claimed'; readonly runId: string; readonly writer: string }
	/** The tab that had the run before has heard it and has stopped keeping it. */
	| { readonly type: 'yielded'; readonly runId: string; readonly to: string };

/** The part of a BroadcastChannel that is needed; null where a browser has none. */
export type ClaimChannel = Pick<BroadcastChannel, 'postMessage' | 'addEventListener'> | null;

export interface ClaimActs {
	/** The only one who may append to a run, as the store has it now; null: unknown. */
	writerOf(runId: string): Promise<string | null>;
	/** Another tab goes on with the run: what is done here is not kept any more. */
	lost(): void;
	/** Another tab had the run open and has been told that it goes on here. */
	taken(): void;
}

/**
 * One run goes on in one tab. The store decides which one: the latest that took it over. The tabs tell each other at
 * once, and look into the store where a message can have been missed: after a sleep, after the back button.
 */
export class RunClaims {
	readonly #channel: ClaimChannel;
	readonly #acts: ClaimActs;
	#own: { readonly runId: string; readonly writer: string } | null = null;

	constructor(channel: ClaimChannel, acts: ClaimActs) {
		this.#channel = channel;
		this.#acts = acts;
		channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => void this.#hear(data));
	}

	/** This tab has taken over a run, or has begun it. */
	claim(runId: string, writer: string): void {
		this.#own = { runId, writer };
		this.#say({ type: 'claimed', runId, writer });
		// Another tab may have taken it in the same moment.
		void this.check();
	}

	/** The run has been left: nobody is told, it is free. */
	release(): void {
		this.#own = null;
	}

	/** Whether the run still goes on here; if not, it is told as lost. */
	async check(): Promise<boolean> {
		const own = this.#own;
		if (own === null) return false;
		const writer = await this.#acts.writerOf(own.runId);
		if (own !== this.#own) return false;
		if (writer === null || writer === own.writer) return true;
		this.#own = null;
		this.#acts.lost();
		this.#say({ type: 'yielded', runId: own.runId, to: writer });
		return false;
	}

	async #hear(data: unknown): Promise<void> {
		const message = readMessage(data);
		const own = this.#own;
		if (message === null || own === null || message.runId !== own.runId) return;
		if (message.type === 'claimed') await this.check();
		else if (message.to === own.writer) this.#acts.taken();
	}

	#say(message: ClaimMessage): void {
		this.#channel?.postMessage(message);
	}
}

function readMessage(data: unknown): ClaimMessage | null {
	if (typeof data !== 'object' || data === null || !('type' in data) || !('runId' in data)) return null;
	const isClaim = data.type === 'claimed' && 'writer' in data;
	const isYield = data.type === 'yielded' && 'to' in data;
	return isClaim || isYield ? (data as ClaimMessage) : null;
}
