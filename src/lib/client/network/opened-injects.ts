import type { LiveRoomView } from './live-room.svelte.ts';

/** What was in sight for less than this was scrolled past. */
const SEEN_AFTER_MS = 800;
/** Messages that come into sight together are told together. */
const TELL_AFTER_MS = 500;

/** Tells the room which messages somebody of the team has before their eyes. Each once. */
export class OpenedInjects {
	readonly #room: Pick<LiveRoomView, 'sendQuietly'>;
	readonly #told = new Set<string>();
	#fresh: string[] = [];

	constructor(room: Pick<LiveRoomView, 'sendQuietly'>) {
		this.#room = room;
	}

	/** For the element that shows a message: it is opened once some of it has been in sight for a moment. */
	shows = (inject: string) => (element: Element) => {
		if (this.#told.has(inject)) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		const observer = new IntersectionObserver((entries) => {
			clearTimeout(timer);
			const isInSight = entries.at(-1)!.isIntersecting && document.visibilityState === 'visible';
			if (isInSight) timer = setTimeout(() => this.opened(inject), SEEN_AFTER_MS);
		});
		observer.observe(element);
		return () => {
			clearTimeout(timer);
			observer.disconnect();
		};
	};

	opened(inject: string): void {
		if (this.#told.has(inject)) return;
		this.#told.add(inject);
		this.#fresh.push(inject);
		if (this.#fresh.length === 1) setTimeout(() => void this.#tell(), TELL_AFTER_MS);
	}

	async #tell(): Promise<void> {
		const injects = this.#fresh;
		this.#fresh = [];
		const answer = await this.#room.sendQuietly({ type: 'openInjects', injects });
		// What did not arrive is told again when it is seen again.
		if (answer.kind !== 'accepted') for (const inject of injects) this.#told.delete(inject);
	}
}
