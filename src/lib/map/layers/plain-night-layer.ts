import { geoCircle } from 'd3-geo';
import { Graphics } from 'pixi.js';
import { outlineOf } from '../geo/outline.ts';
import type { Layer, View } from '../layer.ts';
import type { Palette } from '../palette.ts';
import { subsolarPoint } from '../geo/sun.ts';

/** Night as four outlines, for a canvas that runs no shaders. */
export class PlainNightLayer implements Layer {
	readonly container = new Graphics();
	readonly #palette: Palette;

	constructor(palette: Palette) {
		this.#palette = palette;
	}

	/** @param minuteSince2000 minutes since 2000-01-01T00:00Z */
	setTime(minuteSince2000: number): void {
		const [lng, lat] = subsolarPoint(minuteSince2000);
		this.container.clear();
		for (const below of [0, 6, 12, 18]) {
			const dark = geoCircle()
				.center([lng + 180, -lat])
				.radius(90 - below)();
			for (const ring of outlineOf(dark)) {
				this.container.poly([...ring]).fill({ color: this.#palette.night, alpha: this.#palette.nightStep });
			}
		}
	}

	look({ camera: { x, y, scale }, viewport: { width, height } }: View): void {
		this.container.scale.set(scale);
		this.container.position.set(width / 2 - x * scale, height / 2 - y * scale);
	}

	destroy(): void {
		this.container.destroy(true);
	}
}
