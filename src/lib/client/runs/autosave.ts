import type { RoomEvent } from '../../exercise/log/events.ts';
import type { Clock } from '../../room/clock.ts';
import { StoreFault, type LogHead, type LogStore, type StoreFaultCode } from '../../room/store/log-store.ts';

/** A store that does not answer for so long is treated as one that failed: play goes on. */
const PATIENCE_MS = 4000;
/** One that has not answered before is not waited for like that again. */
const IMPATIENCE_MS = 100;

/**
 * Keeps one run, append-first: the caller shows an event only when `keep` has resolved. Where keeping fails, it says why
 * once and lets play go on; whatever is missing goes into the store with the next event that can be kept.
 */
export class Autosave<Summary> {
	readonly #store: LogStore<Summary>;
	/** Why nothing survives this worker, where that is so. */
	readonly #lasting: StoreFaultCode | null;
	readonly #clock: Pick<Clock, 'later'>;
	readonly #tell: (fault: StoreFaultCode | null) => void;
	/** Events that are safe. */
	#kept: number;
	#fault: StoreFaultCode | null | undefined = undefined;

	/**
	 * @param lasting why what is kept here will not last, or null
	 * @param kept how many events of the run the store holds already; null: it does not know the run
	 * @param tell is called when it becomes known that the run is kept (null), and when that ends
	 */
	constructor(
		store: LogStore<Summary>,
		lasting: StoreFaultCode | null,
		kept: number | null,
		clock: Pick<Clock, 'later'>,
		tell: (fault: StoreFaultCode | null) => void
	) {
		this.#store = store;
		this.#clock = clock;
		this.#tell = tell;
		this.#kept = kept ?? -1;
		this.#lasting = lasting;
	}

	/** Another tab goes on with the run: nothing more is written from here. */
	yield(): void {
		this.#say('elsewhere');
	}

	/** Keeps all of a run's events that are not kept yet. Never rejects. */
	async keep(head: LogHead<Summary>, events: readonly RoomEvent[]): Promise<void> {
		if (this.#fault === 'elsewhere' || this.#fault === 'gone') return;
		try {
			await this.#inTime(this.#write(head, events));
			this.#kept = events.length;
			this.#say(this.#lasting);
		} catch (error) {
			this.#say(error instanceof StoreFault ? error.code : 'broken');
		}
	}

	async #write(head: LogHead<Summary>, events: readonly RoomEvent[]): Promise<void> {
		if (this.#kept >= 0) {
			try {
				return await this.#store.append(head, this.#kept, events.slice(this.#kept));
			} catch (error) {
				if (!(error instanceof StoreFault) || error.code !== 'lost') throw error;
			}
		}
		// A new run, or one whose storage was lost: all of it is here.
		await this.#store.create({ head, events });
	}

	#inTime(write: Promise<void>): Promise<void> {
		return new Promise((resolve, reject) => {
			write.then(resolve, reject);
			const patienceMs = this.#fault === 'blocked' ? IMPATIENCE_MS : PATIENCE_MS;
			this.#clock.later(() => reject(new StoreFault('blocked')), patienceMs);
		});
	}

	#say(fault: StoreFaultCode | null): void {
		if (fault === this.#fault) return;
		this.#fault = fault;
		this.#tell(fault);
	}
}
