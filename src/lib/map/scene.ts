import type { Container, Renderer } from 'pixi.js';
import type { Layer, View } from './layer.ts';
import { DotsLayer } from './layers/dots-layer.ts';
import { GaugeLayer } from './layers/gauge-layer.ts';
import { LandLayer } from './layers/land-layer.ts';
import { NightLayer } from './layers/night-layer.ts';
import { PlainGaugeLayer } from './layers/plain-gauge-layer.ts';
import { PlainNightLayer } from './layers/plain-night-layer.ts';
import { PlainTravelLayer } from './layers/plain-travel-layer.ts';
import { PointsLayer } from './layers/points-layer.ts';
import { RingLayer } from './layers/ring-layer.ts';
import { TravelLayer } from './layers/travel-layer.ts';
import type { Palette } from './palette.ts';
import type { Points } from './points/points.ts';
import type { MapWorld } from './map-world.ts';

const WALK_DASHES = 12;

/** What shows something on its way; without shaders only where it lands. */
export type WayLayer = TravelLayer | PlainTravelLayer;

/** The layers of a map, from below. Holds nothing that could not be built again. */
export class Scene {
	readonly night: NightLayer | PlainNightLayer;
	readonly points: PointsLayer | DotsLayer;
	/** The update on its way out. */
	readonly update: WayLayer;
	/** The fix on its way from city to city. */
	readonly fix: WayLayer;
	readonly gauges: GaugeLayer | PlainGaugeLayer;
	/** The release's rings, where they have opened. */
	readonly rings: RingLayer;
	readonly #layers: readonly Layer[];
	/** Layers that are not drawn yet, those that come next first. */
	readonly #coming: Layer[][];

	constructor(root: Container, world: MapWorld, points: Points, palette: Palette, hasShaders: boolean) {
		this.night = hasShaders ? new NightLayer(palette) : new PlainNightLayer(palette);
		this.points = hasShaders ? new PointsLayer(world, points, palette) : new DotsLayer(points, palette);
		const [updateStyle, fixStyle] = [
			{ colour: palette.ink, alpha: 0.7, dashes: 0 },
			{ colour: palette.markers.recovered, alpha: 0.85, dashes: WALK_DASHES }
		];
		this.update = hasShaders ? new TravelLayer(updateStyle) : new PlainTravelLayer(updateStyle);
		this.fix = hasShaders ? new TravelLayer(fixStyle) : new PlainTravelLayer(fixStyle);
		this.gauges = hasShaders ? new GaugeLayer(palette) : new PlainGaugeLayer(palette);
		this.rings = new RingLayer(palette);
		const land = new LandLayer(palette, hasShaders);
		this.#layers = [land, this.night, this.update, this.fix, this.points, this.rings, this.gauges];
		for (const { container } of this.#layers) {
			container.renderable = false;
			root.addChild(container);
		}
		this.#coming = [[land], [this.night, this.points], [this.update, this.fix, this.rings, this.gauges]];
	}

	/** Whether every layer is drawn. */
	get isWhole(): boolean {
		return this.#coming.length === 0;
	}

	/**
	 * Before each picture: lets the next layer or part of one in; true when there was one. One after another, as each
	 * takes with its first picture what it needs of the card, and all of that at once would hold up the page.
	 */
	enter(): boolean {
		const [next] = this.#coming;
		if (next === undefined) return false;
		let more = false;
		for (const layer of next) {
			layer.container.renderable = true;
			more = layer.enter?.() || more;
		}
		if (!more) this.#coming.shift();
		return true;
	}

	look(view: View, renderer: Renderer): void {
		for (const layer of this.#layers) layer.look(view, renderer);
	}

	animate(nowMs: number): boolean {
		let again = false;
		for (const layer of this.#layers) again = (layer.animate?.(nowMs) ?? false) || again;
		return again;
	}

	destroy(): void {
		for (const layer of this.#layers) layer.destroy();
	}
}
