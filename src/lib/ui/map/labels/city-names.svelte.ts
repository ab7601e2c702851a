import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { Box } from '../../../map/labels/label-places.ts';
import type { Viewport } from '../../../map/camera/camera.ts';
import type { WorldPoint } from '../../../map/geo/projection.ts';
import { cityLabel, placeCities, type City, type PlacedCity } from './labelling.ts';
import { TextWidths } from './text-width.ts';

/** Writes cities' names on a map in the fonts of the page, and anew when those come late. */
export class CityNames {
	/** CSS pixels of 1 rem. */
	readonly rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
	readonly #widths = new TextWidths();
	#fonts = $state.raw({ textPx: 13, textFont: 'sans-serif', monoFont: 'monospace' });

	/** CSS pixels of small text, which is larger on a wall. */
	get textPx(): number {
		return this.#fonts.textPx;
	}

	/** Reads the fonts that hold in an element, now, when others have been loaded, and when it is resized. Returns what ends it. */
	readFonts(host: HTMLElement): () => void {
		const read = () => {
			const style = getComputedStyle(host);
			const token = (name: string) => style.getPropertyValue(name).trim();
			this.#widths.forget();
			const textPx = parseFloat(token('--type-13')) * this.rem;
			this.#fonts = { textPx, textFont: token('--font-text'), monoFont: token('--font-mono') };
		};
		read();
		document.fonts?.addEventListener('loadingdone', read);
		const observer = new ResizeObserver(read);
		observer.observe(host);
		return () => {
			document.fonts?.removeEventListener('loadingdone', read);
			observer.disconnect();
		};
	}

	/**
	 * Labels for the cities that matter most, where there is room for them. `moment`: minutes since 2000, UTC.
	 * @param others what should be seen too, beside the cities that may be named
	 */
	place(
		facts: MapFacts,
		cities: readonly City[],
		size: Viewport,
		keepFree: readonly Box[],
		most: number,
		isSingled: (id: number) => boolean,
		{ moment, isTight }: { readonly moment: number; readonly isTight: boolean },
		others: readonly WorldPoint[] = []
	): PlacedCity[] {
		const style = { rem: this.rem, ...this.#fonts, isTight };
		const labelOf = ({ id, tally }: City) => cityLabel(facts, id, tally, moment, style, this.#widths);
		return placeCities(cities, size, keepFree, { most, isTight }, isSingled, labelOf, others);
	}
}
