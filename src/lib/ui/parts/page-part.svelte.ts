import { PartFault, type PartFaultCode } from '../../client/parts/part-fault.ts';

/** After so long the person is told that it takes long. */
const SLOW_AFTER_MS = 4000;

/** A part of the page that is loaded when it is needed, and tried again where it did not come. */
export class PagePart<Module> {
	module = $state.raw<Module | null>(null);
	/** Why it did not come; null while it may. */
	fault = $state<PartFaultCode | null>(null);
	isSlow = $state(false);
	readonly #importPart: () => Promise<Module>;
	#isLoading = false;

	/** @param importPart a dynamic import; each call is a new try */
	constructor(importPart: () => Promise<Module>) {
		this.#importPart = importPart;
	}

	/** Loads it unless it is there or on its way. Never rejects: what went wrong stands in `fault`. */
	async load(): Promise<void> {
		if (this.module !== null || this.#isLoading) return;
		this.#isLoading = true;
		this.fault = null;
		const slow = setTimeout(() => (this.isSlow = true), SLOW_AFTER_MS);
		try {
			this.module = await this.#importPart();
		} catch (error) {
			this.fault = error instanceof PartFault ? error.code : 'broken';
		} finally {
			clearTimeout(slow);
			this.isSlow = false;
			this.#isLoading = false;
		}
	}
}
