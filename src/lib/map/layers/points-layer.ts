import { Container, Geometry, Mesh, Shader, State, UniformGroup } from 'pixi.js';
import { closenessOf, splitsAt } from '../camera/camera.ts';
import { dotScale, GLOW_PX, GLOW_STRENGTH, GLYPH_ALPHA, GLYPH_PX } from '../labels/glyph-sizes.ts';
import type { Layer, View } from '../layer.ts';
import { MARKERS, type Marker } from '../../sim/observe/map/map-markers.ts';
import { channels, type Palette } from '../palette.ts';
import type { Points } from '../points/points.ts';
import { pointsFragment, pointsVertex } from '../shaders/points.ts';
import type { MapFrame, MapWorld } from '../map-world.ts';
import { ShareTexture, ShownTexture } from './share-texture.ts';

interface Pass {
	readonly from: Marker;
	readonly to: Marker;
	readonly glows: boolean;
}

/** From below: the calm many, light of the crashed, the crashed, those who are back or half back. */
const PASSES: readonly Pass[] = [
	{ from: 'fetching', to: 'asleep', glows: false },
	{ from: 'repairing', to: 'crashed', glows: true },
	{ from: 'repairing', to: 'crashed', glows: false },
	{ from: 'recovered', to: 'unprotected', glows: false }
];

type PointMesh = Mesh<Geometry, Shader>;

/** Hosts as points. A frame costs one small texture, however many points there are. */
export class PointsLayer implements Layer {
	readonly container = new Container();
	readonly #points: Points;
	readonly #geometry: Geometry;
	readonly #common;
	readonly #shaders: Shader[] = [];
	/** They take turns: one has the shares now, the other those before. */
	readonly #shares: readonly [ShareTexture, ShareTexture];
	readonly #passes: { readonly mesh: PointMesh; readonly pass: Pass }[] = [];
	readonly #shown: ShownTexture;
	#now: 0 | 1 = 1;
	#mixed = 1;
	#splits = 0;
	#uploadBytes = 0;
	#largeness = 1;

	constructor(world: MapWorld, points: Points, palette: Palette) {
		this.#points = points;
		this.#geometry = geometryOf(points);
		this.#shares = [new ShareTexture(world.cells.count), new ShareTexture(world.cells.count)];
		this.#shown = new ShownTexture(world.cells.count);
		const colours = MARKERS.flatMap((marker) => [...channels(palette.markers[marker]), GLYPH_ALPHA[marker]]);
		this.#common = new UniformGroup(
			{
				uCamera: { value: new Float32Array(3), type: 'vec3<f32>' },
				uMix: { value: 1, type: 'f32' },
				uPixelRatio: { value: 1, type: 'f32' },
				uDotScale: { value: 1, type: 'f32' },
				uSizes: {
					value: Float32Array.from(MARKERS, (marker) => GLYPH_PX[marker]),
					type: 'f32',
					size: MARKERS.length
				},
				uColours: { value: Float32Array.from(colours), type: 'vec4<f32>', size: MARKERS.length },
				uGlowStrength: { value: GLOW_STRENGTH, type: 'f32' }
			},
			{ isStatic: true }
		);
		for (const pass of PASSES) if (!pass.glows || palette.glows) this.#addPass(pass);
	}

	#addPass(pass: Pass): void {
		const markers = Float32Array.from([MARKERS.indexOf(pass.from), MARKERS.indexOf(pass.to)]);
		markers.sort();
		const shader = Shader.from({
			gl: { vertex: pointsVertex, fragment: pointsFragment },
			resources: {
				common: this.#common,
				pass: new UniformGroup({
					uMarkers: { value: markers, type: 'vec2<f32>' },
					uGlow: { value: pass.glows ? GLOW_PX : 0, type: 'f32' }
				}),
				uFirst: this.#shares[0].source,
				uSecond: this.#shares[1].source,
				uShown: this.#shown.source
			}
		});
		const state = State.for2d();
		if (pass.glows) state.blendMode = 'add';
		const mesh: PointMesh = new Mesh({ geometry: this.#geometry, shader, state });
		if (pass.glows) mesh.blendMode = 'add';
		this.#shaders.push(shader);
		this.#passes.push({ mesh, pass });
		this.container.addChild(mesh);
	}

	/**
	 * The counts from now on; what was shown before stays behind for `mix`.
	 * @returns whether any point can look different
	 */
	setFrame({ shares }: MapFrame): boolean {
		this.#uploadBytes = 0;
		if (this.#shares[this.#now].has(shares)) return false;
		this.#now = this.#now === 0 ? 1 : 0;
		this.#uploadBytes = this.#shares[this.#now].put(shares);
		this.mix(this.#mixed);
		return true;
	}

	/** How far points have gone from the frame before (0) to the one now (1). */
	mix(share: number): void {
		this.#mixed = share;
		this.#common.uniforms.uMix = this.#now === 1 ? share : 1 - share;
	}

	/** Once a picture, for all passes: another map may have drawn with the same program since the last. */
	animate(): boolean {
		this.#common.update();
		return false;
	}

	/** Hides the points of all other map cells. Counts are none of its business. */
	filter(isShown: (cell: number) => boolean): void {
		this.#shown.set(isShown);
	}

	/** Marks drawn larger throughout, for a screen that is seen from afar. */
	setLargeness(factor: number): void {
		this.#largeness = factor;
	}

	get splits(): number {
		return this.#splits;
	}

	/** Sent to the card for the last frame. */
	get uploadBytes(): number {
		return this.#uploadBytes;
	}

	look({ camera, viewport, pixelRatio }: View): void {
		const { uniforms } = this.#common;
		uniforms.uCamera[0] = camera.scale;
		uniforms.uCamera[1] = viewport.width / 2 - camera.x * camera.scale;
		uniforms.uCamera[2] = viewport.height / 2 - camera.y * camera.scale;
		uniforms.uPixelRatio = pixelRatio;
		const closeness = closenessOf(camera, this.#largeness);
		uniforms.uDotScale = dotScale(closeness) * this.#largeness;
		this.#splits = splitsAt(closeness);
		this.#geometry.indexCount = this.#points.countAfterSplits[this.#splits]!;
	}

	destroy(): void {
		this.container.destroy({ children: true });
		for (const shader of this.#shaders) shader.destroy();
		this.#geometry.destroy(true);
		for (const { source } of [...this.#shares, this.#shown]) source.destroy();
	}
}

function geometryOf({ count, positions, cell, rank }: Points): Geometry {
	const indices = new Uint32Array(count);
	for (let point = 0; point < count; point++) indices[point] = point;
	return new Geometry({
		topology: 'point-list',
		attributes: {
			aPosition: { buffer: positions, format: 'float32x2' },
			aCell: { buffer: new Float32Array(cell), format: 'float32' },
			aRank: { buffer: new Float32Array(rank), format: 'float32' }
		},
		// Points lie level by level, so a prefix of the indices is a level.
		indexBuffer: indices
	});
}
