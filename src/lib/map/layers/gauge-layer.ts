import { Buffer, BufferUsage, Container, Geometry, Mesh, Shader, UniformGroup } from 'pixi.js';
import { placesApart } from '../points/apart.ts';
import type { Layer, View } from '../layer.ts';
import { channels, type Palette } from '../palette.ts';
import type { WorldPoint } from '../geo/projection.ts';
import { gaugeFragment, gaugeVertex } from '../shaders/gauge.ts';

/** What stands inside a gauge. `share` is empty. */
export const GAUGE_KINDS = ['airport', 'hospital', 'bank', 'share'] as const;
export type GaugeKind = (typeof GAUGE_KINDS)[number];

/** A ring at a place whose closed part is a share of something. */
export interface Gauge {
	readonly at: WorldPoint;
	readonly kind: GaugeKind;
	/** The weightier of two that would overlap is shown. */
	readonly weight: number;
}

const MOST = 90;
export const GAUGE_PX = 21;
export const GAUGES_APART_PX = 27;
/** x, y, kind, share. */
const STRIDE = 4;

/** Rings at airports, hospitals or banks; never one over another. */
export class GaugeLayer implements Layer {
	readonly container = new Container();
	readonly #data = new Float32Array(MOST * STRIDE);
	readonly #buffer = new Buffer({ data: this.#data, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });
	readonly #geometry: Geometry;
	readonly #uniforms;
	readonly #mesh: Mesh<Geometry, Shader>;
	#gauges: readonly Gauge[] = [];
	#shares: ArrayLike<number> = [];
	#shown: number[] = [];
	#view: View | null = null;
	#largeness = 1;

	constructor(palette: Palette) {
		const part = { buffer: this.#buffer, stride: STRIDE * 4 };
		this.#geometry = new Geometry({
			topology: 'point-list',
			attributes: {
				aPosition: { ...part, format: 'float32x2', offset: 0 },
				aKindShare: { ...part, format: 'float32x2', offset: 8 }
			},
			indexBuffer: Uint32Array.from({ length: MOST }, (_, i) => i)
		});
		this.#uniforms = new UniformGroup({
			uCamera: { value: new Float32Array(3), type: 'vec3<f32>' },
			uSize: { value: GAUGE_PX, type: 'f32' },
			uPixelRatio: { value: 1, type: 'f32' },
			uInk: { value: Float32Array.from(channels(palette.ink)), type: 'vec3<f32>' },
			uGround: { value: Float32Array.from(channels(palette.abyss)), type: 'vec3<f32>' }
		});
		const shader = Shader.from({
			gl: { vertex: gaugeVertex, fragment: gaugeFragment },
			resources: { gauge: this.#uniforms }
		});
		this.#mesh = new Mesh({ geometry: this.#geometry, shader });
		this.container.addChild(this.#mesh);
		this.container.visible = false;
	}

	/** Which gauges there are; of those that would overlap the weightiest are drawn. */
	setGauges(gauges: readonly Gauge[]): void {
		this.#gauges = [...gauges].sort((a, b) => b.weight - a.weight);
		this.#order = this.#gauges.map((gauge) => gauges.indexOf(gauge));
		this.#choose();
	}

	#order: number[] = [];

	/** By gauge as they were set: its share from 0 to 1; not a number: not shown. */
	setShares(shares: ArrayLike<number>): void {
		this.#shares = shares;
		this.#write();
	}

	setLargeness(factor: number): void {
		this.#largeness = factor;
	}

	look(view: View): void {
		this.#view = view;
		const { camera, viewport, pixelRatio } = view;
		const { uniforms } = this.#uniforms;
		uniforms.uCamera[0] = camera.scale;
		uniforms.uCamera[1] = viewport.width / 2 - camera.x * camera.scale;
		uniforms.uCamera[2] = viewport.height / 2 - camera.y * camera.scale;
		uniforms.uPixelRatio = pixelRatio;
		uniforms.uSize = GAUGE_PX * this.#largeness;
		this.#choose();
	}

	#choose(): void {
		if (this.#view === null) return;
		this.#shown = placesApart(this.#gauges, this.#view, GAUGES_APART_PX * this.#largeness, MOST);
		this.#write();
	}

	#write(): void {
		let to = 0;
		for (const i of this.#shown) {
			const { at, kind } = this.#gauges[i]!;
			const share = this.#shares[this.#order[i]!];
			if (share === undefined || Number.isNaN(share)) continue;
			this.#data.set([at[0], at[1], GAUGE_KINDS.indexOf(kind), share], to * STRIDE);
			to++;
		}
		this.#buffer.update();
		this.#geometry.indexCount = to;
		this.container.visible = to > 0;
	}

	destroy(): void {
		const { shader } = this.#mesh;
		this.container.destroy({ children: true });
		this.#geometry.destroy(true);
		shader?.destroy();
	}
}
