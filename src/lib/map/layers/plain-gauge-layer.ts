import { Graphics } from 'pixi.js';
import { placesApart } from '../points/apart.ts';
import { toScreen } from '../camera/camera.ts';
import type { Layer, View } from '../layer.ts';
import type { Palette } from '../palette.ts';
import { GAUGE_PX, GAUGES_APART_PX, type Gauge, type GaugeKind } from './gauge-layer.ts';

const MOST = 60;
/** Rectangles that a sign is made of, as parts of the gauge's size: left, top, width, height. */
const SIGNS: Readonly<Record<GaugeKind, readonly (readonly [number, number, number, number])[]>> = {
	airport: [
		[-0.05, -0.28, 0.1, 0.58],
		[-0.28, -0.06, 0.56, 0.11],
		[-0.13, 0.19, 0.26, 0.08]
	],
	hospital: [
		[-0.2, -0.22, 0.1, 0.44],
		[0.1, -0.22, 0.1, 0.44],
		[-0.12, -0.045, 0.24, 0.09]
	],
	bank: [
		[-0.24, -0.235, 0.48, 0.09],
		[-0.24, 0.15, 0.48, 0.08],
		[-0.2, -0.15, 0.07, 0.31],
		[-0.035, -0.15, 0.07, 0.31],
		[0.13, -0.15, 0.07, 0.31]
	],
	share: []
};

/** Rings that are closed as far as a share says, drawn one by one: for a canvas that runs no shaders. */
export class PlainGaugeLayer implements Layer {
	readonly container = new Graphics();
	readonly #palette: Palette;
	#gauges: readonly Gauge[] = [];
	#shares: ArrayLike<number> = [];
	#view: View | null = null;
	#largeness = 1;

	constructor(palette: Palette) {
		this.#palette = palette;
	}

	setGauges(gauges: readonly Gauge[]): void {
		this.#gauges = gauges;
		this.#draw();
	}

	/** By gauge: its share from 0 to 1; not a number: not shown. */
	setShares(shares: ArrayLike<number>): void {
		this.#shares = shares;
		this.#draw();
	}

	setLargeness(factor: number): void {
		this.#largeness = factor;
	}

	look(view: View): void {
		this.#view = view;
		this.#draw();
	}

	#draw(): void {
		this.container.clear();
		if (this.#view === null) return;
		const gauges = this.#gauges
			.map((gauge, i) => ({ ...gauge, share: this.#shares[i] ?? NaN }))
			.filter(({ share }) => !Number.isNaN(share))
			.sort((a, b) => b.weight - a.weight);
		for (const kept of placesApart(gauges, this.#view, GAUGES_APART_PX * this.#largeness, MOST))
			this.#drawOne(gauges[kept]!, this.#view);
	}

	#drawOne({ at, kind, share }: Gauge & { readonly share: number }, { camera, viewport }: View): void {
		const [x, y] = toScreen(camera, viewport, at);
		const { ink, abyss } = this.#palette;
		const size = GAUGE_PX * this.#largeness;
		const radius = size / 2 - 1.5;
		const pen = this.container;
		pen.circle(x, y, size / 2).fill({ color: abyss, alpha: 0.86 });
		pen.circle(x, y, radius).stroke({ color: ink, width: 0.9, alpha: 0.45 });
		if (share > 0) {
			const from = -Math.PI / 2;
			pen
				.moveTo(x, y - radius)
				.arc(x, y, radius, from, from + Math.min(1, share) * 2 * Math.PI)
				.stroke({ color: ink, width: 2 });
		}
		for (const [left, top, width, height] of SIGNS[kind])
			pen
				.rect(x + left * size, y + top * size, width * size, height * size)
				.fill({ color: ink, alpha: share > 0.6 ? 1 : 0.6 });
	}

	destroy(): void {
		this.container.destroy(true);
	}
}
