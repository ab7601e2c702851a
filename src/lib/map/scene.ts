import { Container, type Renderer } from 'pixi.js';
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
import type { Sliced } from './points/slices.ts';
import type { MapWorld } from './map-world.ts';

const WALK_DASHES = 12;

/** What shows something on its way; without shaders only where it lands. */
export type WayLayer = TravelLayer | PlainTravelLayer;

interface SceneLayers {
	readonly land: LandLayer;
	readonly night: NightLayer | PlainNightLayer;
	readonly points: PointsLayer | DotsLayer;
	readonly update: WayLayer;
	readonly fix: WayLayer;
	readonly gauges: GaugeLayer | PlainGaugeLayer;
	readonly rings: RingLayer;
}

/** The layers of a map, from below. Holds nothing that could not be built again. */
export class Scene {
	readonly root = new Container();
	/** What lies behind everything. */
	readonly background: number;
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

	private constructor(layers: SceneLayers, background: number) {
		this.background = background;
		const { land, night, points, update, fix, gauges, rings } = layers;
		this.night = night;
		this.points = points;
		this.update = update;
		this.fix = fix;
		this.gauges = gauges;
		this.rings = rings;
		this.#layers = [land, night, update, fix, points, rings, gauges];
		for (const { container } of this.#layers) {
			container.renderable = false;
			this.root.addChild(container);
		}
		this.#coming = [[land], [night, points], [update, fix, rings, gauges]];
	}

	/** Builds a scene layer by layer, as each takes some milliseconds. */
	static *building(world: MapWorld, points: Points, palette: Palette, hasShaders: boolean): Sliced<Scene> {
		const updateStyle = { colour: palette.ink, alpha: 0.7, dashes: 0 };
		const fixStyle = { colour: palette.markers.recovered, alpha: 0.85, dashes: WALK_DASHES };
		const land = new LandLayer(palette, hasShaders);
		yield;
		const hosts = hasShaders ? new PointsLayer(world, points, palette) : new DotsLayer(points, palette);
		yield;
		const night = hasShaders ? new NightLayer(palette) : new PlainNightLayer(palette);
		yield;
		const update = hasShaders ? new TravelLayer(updateStyle) : new PlainTravelLayer(updateStyle);
		const fix = hasShaders ? new TravelLayer(fixStyle) : new PlainTravelLayer(fixStyle);
		yield;
		const gauges = hasShaders ? new GaugeLayer(palette) : new PlainGaugeLayer(palette);
		const rings = new RingLayer(palette);
		return new Scene({ land, night, points: hosts, update, fix, gauges, rings }, palette.abyss);
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
		this.root.destroy();
	}
}
