import { MediaQuery } from 'svelte/reactivity';

/** Whether this page fills the screen: by its own wish, or by the browser's key for it. */
export class FullScreen {
	readonly #byBrowser = new MediaQuery('(display-mode: fullscreen)');
	#byPage = $state(false);

	get isOn(): boolean {
		return this.#byPage || this.#byBrowser.current;
	}

	/** The document has gone into full screen, or out of it. */
	changed(): void {
		this.#byPage = document.fullscreenElement !== null;
	}
}

/** A desk that fills a screen while no stage is anywhere is likely to be what everybody looks at. */
export function mayBeProjected(
	isFullScreen: boolean,
	people: readonly { readonly kind: string; readonly isHere: boolean }[]
): boolean {
	return isFullScreen && !people.some(({ kind, isHere }) => kind === 'stage' && isHere);
}
