import type { MapFacts } from '../../client/map/messages.ts';
import type { Box } from '../../map/labels.ts';
import type { Viewport } from '../../map/camera.ts';
import type { WorldPoint } from '../../map/projection.ts';
import { cityLabel, placeCities, type City, type PlacedCity } from './labelling.ts';
import { TextWidths } from './text-width.ts';

/** Writes cities' names on a map in the fonts of the page, and anew when those come late. */
export class CityNames {
	/** CSS pixels of 1 rem. */
	readonly rem = parseFloat(getComputedStyle(document.documentElement).fontSize);
	readonly #widths = new TextWidths();
	#fonts = $state.raw({ textFont: 'sans-serif', monoFont: 'monospace' });

	/** Reads the fonts that hold in an element, now and when others have been loaded. Returns what ends it. */
	readFonts(host: HTMLElement): () => void {
		const read = () => {
			const style = getComputedStyle(host);
			const family = (token: string) => style.getPropertyValue(token).trim();
			this.#widths.forget();
			this.#fonts = { textFont: family('--font-text'), monoFont: family('--font-mono') };
		};
		read();
		document.fonts?.addEventListener('loadingdone', read);
		return () => document.fonts?.removeEventListener('loadingdone', read);
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
