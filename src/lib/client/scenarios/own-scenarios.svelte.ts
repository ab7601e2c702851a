import { persistOnce } from '../store/persistence.ts';
import { askOnce } from '../worker/open-worker.ts';
import { forgetScenario, keptScenarios, type KeptScenario } from './kept-scenarios.ts';
import type { GivenFile } from './read-own.ts';
import type { OwnAnswer } from './scenarios.worker.ts';

/** Authors' scenarios on this device, as a page lists them and adds to them. */
export class OwnScenarios {
	/** The latest version of each, those added last first; null: not read yet. */
	list = $state.raw<readonly KeptScenario[] | null>(null);
	readonly #askToPersist = persistOnce(globalThis.navigator?.storage ?? null);

	async read(): Promise<void> {
		this.list = await keptScenarios();
	}

	/** Adds a scenario from one file, or from a main file and its parts. Never rejects. */
	async add(files: readonly GivenFile[]): Promise<OwnAnswer> {
		const answer = await readInWorker(files);
		if (answer.ok !== true) return answer;
		// Now there is something that the browser should not delete by itself.
		void this.#askToPersist();
		await this.read();
		return answer;
	}

	/** Removes a scenario in all its versions; false: the browser would not, and it is still here. Never rejects. */
	async forget(ref: string): Promise<boolean> {
		const isGone = await forgetScenario(ref).then(
			() => true,
			() => false
		);
		await this.read();
		return isGone;
	}
}

/** In a worker that is there for this alone. */
function readInWorker(files: readonly GivenFile[]): Promise<OwnAnswer> {
	return askOnce<readonly GivenFile[], OwnAnswer>(
		() => new Worker(new URL('./scenarios.worker.ts', import.meta.url), { type: 'module' }),
		files
	).catch(({ message }: Error) => ({ ok: null, why: 'broken', detail: message }));
}
