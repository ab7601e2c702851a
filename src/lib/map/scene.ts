import type { Container, Renderer } from 'pixi.js';
import type { Layer, View } from './layer.ts';
import { DotsLayer } from './layers/dots-layer.ts';
import { GaugeLayer } from './layers/gauge-layer.ts';
import { LandLayer } from './layers/land-layer.ts';
import { NightLayer } from './layers/night-layer.ts';
import { PlainNightLayer } from './layers/plain-night-layer.ts';
import { PointsLayer } from './layers/points-layer.ts';
import { TravelLayer } from './layers/travel-layer.ts';
import type { Palette } from './palette.ts';
import type { Points } from './points.ts';
import type { MapWorld } from './world.ts';

const WALK_DASHES = 12;

/** The layers of a map, from below. Holds nothing that could not be built again. */
export class Scene {
	readonly night: NightLayer | PlainNightLayer;
	readonly points: PointsLayer | DotsLayer;
	/** The update on its way out. */
	readonly update: TravelLayer;
	/** The fix on its way from city to city. */
	readonly fix: TravelLayer;
	readonly gauges: GaugeLayer;
	readonly #layers: readonly Layer[];

	constructor(root: Container, world: MapWorld, points: Points, palette: Palette, hasShaders: boolean) {
		this.night = hasShaders ? new NightLayer(palette) : new PlainNightLayer(palette);
		this.points = hasShaders
			? new PointsLayer(world, points, palette)
			: new DotsLayer(world, points, palette);
		this.update = new TravelLayer({ colour: palette.ink, alpha: 0.7, dashes: 0 });
		this.fix = new TravelLayer({ colour: palette.marks.recovered, alpha: 0.85, dashes: WALK_DASHES });
		this.gauges = new GaugeLayer(palette);
		const land = new LandLayer(palette, hasShaders);
		const above = hasShaders ? [this.update, this.fix] : [];
		this.#layers = [land, this.night, ...above, this.points, ...(hasShaders ? [this.gauges] : [])];
		for (const { container } of this.#layers) root.addChild(container);
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
