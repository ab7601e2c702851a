import { Graphics } from 'pixi.js';
import { toScreen } from '../camera/camera.ts';
import type { Layer, View } from '../layer.ts';
import { project, type WorldPoint } from '../geo/projection.ts';
import type { LngLat, TravelStyle, TravelTimes } from './travel-layer.ts';

const MOST_RINGS = 40;
const FIRST_PX = 3;
const INNER_PX = 7;
const OUTER_PX = 19;

/** The rings where something lands, without the threads that lead there: for a canvas that runs no shaders. */
export class PlainTravelLayer implements Layer {
	readonly container = new Graphics();
	readonly #style: TravelStyle;
	#rings: { readonly at: WorldPoint; readonly atMs: number }[] = [];
	#times: TravelTimes = { travelMs: 0, ringMs: 0 };
	#view: View | null = null;

	constructor(style: TravelStyle) {
		this.#style = style;
	}

	get isStill(): boolean {
		return this.#times.ringMs === 0;
	}

	setTimes(times: TravelTimes): void {
		this.#times = times;
	}

	send(_from: LngLat, to: LngLat, nowMs: number): void {
		this.land(to, nowMs + this.#times.travelMs);
	}

	land(at: LngLat, atMs: number): void {
		this.#rings = [...this.#rings.slice(1 - MOST_RINGS), { at: project(...at), atMs }];
		if (this.isStill) this.#draw(0);
	}

	look(view: View): void {
		this.#view = view;
		this.#draw(performance.now());
	}

	animate(nowMs: number): boolean {
		if (this.isStill || this.#rings.length === 0) return false;
		this.#rings = this.#rings.filter(({ atMs }) => nowMs - atMs < this.#times.ringMs);
		this.#draw(nowMs);
		return this.#rings.length > 0;
	}

	#draw(nowMs: number): void {
		this.container.clear();
		if (this.#view === null) return;
		const { camera, viewport } = this.#view;
		const { colour, alpha } = this.#style;
		for (const { at, atMs } of this.#rings) {
			const age = this.isStill ? 0.5 : (nowMs - atMs) / this.#times.ringMs;
			if (age < 0 || age > 1) continue;
			const [x, y] = toScreen(camera, viewport, at);
			const open = 1 - (1 - age) ** 3;
			const left = (1 - age * age) * alpha;
			for (const [reach, strength] of [
				[INNER_PX, 0.9],
				[OUTER_PX, 0.45]
			] as const)
				this.container
					.circle(x, y, FIRST_PX + reach * open)
					.stroke({ color: colour, width: 1.2, alpha: left * strength });
		}
	}

	/** Takes everything that is under way off the map. */
	clear(): void {
		this.#rings = [];
		this.container.clear();
	}

	destroy(): void {
		this.container.destroy(true);
	}
}
