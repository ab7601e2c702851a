import { TAKE_OVER } from './messages.ts';

/** A new build takes over within milliseconds; a page loaded before that is the old one once more. */
const TAKE_OVER_PATIENCE_MS = 3000;

/** A newer build of the page that is stored and waits until the person wants it. */
export class WaitingBuild {
	readonly #workers: ServiceWorkerContainer;
	readonly #found: () => void;
	#registration: ServiceWorkerRegistration | null = null;

	/** @param found called when there is one, at once or later */
	constructor(workers: ServiceWorkerContainer, found: () => void) {
		this.#workers = workers;
		this.#found = found;
		void workers.ready.then((registration) => this.#watch(registration));
	}

	/** Has the browser look for a newer build now. */
	look(): void {
		// Without a network there is nothing to find.
		this.#registration?.update().catch(() => {});
	}

	/** Puts the waiting build in charge of the pages to be loaded from now on. */
	async takeOver(): Promise<void> {
		const waiting = this.#registration?.waiting ?? null;
		if (waiting === null) return;
		await new Promise<void>((resolve) => {
			this.#workers.addEventListener('controllerchange', () => resolve(), { once: true });
			setTimeout(resolve, TAKE_OVER_PATIENCE_MS);
			waiting.postMessage(TAKE_OVER);
		});
	}

	#watch(registration: ServiceWorkerRegistration): void {
		this.#registration = registration;
		if (registration.waiting !== null) this.#found();
		registration.addEventListener('updatefound', () => {
			const { installing, active } = registration;
			installing?.addEventListener('statechange', () => {
				// Without one in charge it is the first visit, and nothing is newer.
				if (installing.state === 'installed' && active !== null) this.#found();
			});
		});
	}
}
