import { geoInterpolate } from 'd3-geo';
import { Buffer, BufferUsage, Container, Geometry, Mesh, Shader, UniformGroup } from 'pixi.js';
import type { Layer, View } from '../layer.ts';
import { channels } from '../palette.ts';
import { project, WORLD_WIDTH, type WorldPoint } from '../geo/projection.ts';
import { ringFragment, ringVertex, threadFragment, threadVertex } from '../shaders/travel.ts';

/** Longitude and latitude in degrees. */
export type LngLat = readonly [lng: number, lat: number];

/** Threads and rings that can be under way at once; the oldest make room. */
const THREADS = 12;
const RINGS = 40;
const PIECES = 48;
const NEVER = -1e9;

/** Real time that a thread takes, and a ring; both from the tokens. 0: still pictures. */
export interface TravelTimes {
	readonly travelMs: number;
	readonly ringMs: number;
}

/** How threads and rings look: the update runs in ink; a fix walks in its own colour, on a dashed line. */
export interface TravelStyle {
	readonly colour: number;
	readonly alpha: number;
	/** Dashes along a thread; 0: a whole line. */
	readonly dashes: number;
}

/** Something on its way: threads from where it comes, rings where it lands. Each is shown once. */
export class TravelLayer implements Layer {
	readonly container = new Container();
	readonly #uniforms;
	readonly #threads: Mesh<Geometry, Shader>;
	readonly #rings: Mesh<Geometry, Shader>;
	readonly #threadData = new Float32Array(THREADS * PIECES * 4 * 7).fill(NEVER);
	readonly #ringData = new Float32Array(RINGS * 4 * 5).fill(NEVER);
	#nextThread = 0;
	#nextRing = 0;
	#times: TravelTimes = { travelMs: 1600, ringMs: 2400 };
	#busyUntilMs = NEVER;

	constructor({ colour, alpha, dashes }: TravelStyle) {
		this.#uniforms = new UniformGroup({
			uCamera: { value: new Float32Array(3), type: 'vec3<f32>' },
			uNow: { value: 0, type: 'f32' },
			uTravelMs: { value: 1600, type: 'f32' },
			uRingMs: { value: 2400, type: 'f32' },
			uDashes: { value: dashes, type: 'f32' },
			uInk: { value: Float32Array.from([...channels(colour), alpha]), type: 'vec4<f32>' }
		});
		const resources = { travel: this.#uniforms };
		this.#threads = new Mesh({
			geometry: quads(this.#threadData, THREADS * PIECES, [
				['aPosition', 2],
				['aDirection', 2],
				['aAlongSideStart', 3]
			]),
			shader: Shader.from({ gl: { vertex: threadVertex, fragment: threadFragment }, resources })
		});
		this.#rings = new Mesh({
			geometry: quads(this.#ringData, RINGS, [
				['aPosition', 2],
				['aCornerStart', 3]
			]),
			shader: Shader.from({ gl: { vertex: ringVertex, fragment: ringFragment }, resources })
		});
		this.container.addChild(this.#threads, this.#rings);
		this.container.visible = false;
	}

	/** Whether threads and rings are still pictures. */
	get isStill(): boolean {
		return this.#times.travelMs === 0;
	}

	setTimes(times: TravelTimes): void {
		this.#times = times;
		this.#uniforms.uniforms.uTravelMs = times.travelMs;
		this.#uniforms.uniforms.uRingMs = times.ringMs;
	}

	/** A thread along the great circle, and a ring where it ends. */
	send(from: LngLat, to: LngLat, nowMs: number): void {
		const way = geoInterpolate([...from], [...to]);
		const places = Array.from({ length: PIECES + 1 }, (_, i) => project(...way(i / PIECES)));
		for (let i = 0; i < PIECES; i++) this.#setPiece(i, places[i]!, places[i + 1]!, nowMs);
		this.#nextThread = (this.#nextThread + 1) % THREADS;
		this.#threads.geometry.getBuffer('aPosition').update();
		this.#busyUntilMs = Math.max(this.#busyUntilMs, nowMs + this.#times.travelMs * 4);
		this.land(to, nowMs + this.#times.travelMs);
	}

	/** A ring where content lands, at a moment of real time. */
	land(at: LngLat, atMs: number): void {
		const [x, y] = project(...at);
		let to = this.#nextRing * 4 * 5;
		for (const [cx, cy] of CORNERS) {
			this.#ringData.set([x, y, cx, cy, atMs], to);
			to += 5;
		}
		this.#nextRing = (this.#nextRing + 1) % RINGS;
		this.#rings.geometry.getBuffer('aPosition').update();
		this.#busyUntilMs = Math.max(this.#busyUntilMs, atMs + this.#times.ringMs);
		this.container.visible = true;
	}

	#setPiece(piece: number, a: WorldPoint, b: WorldPoint, startMs: number): void {
		// Across the seam a piece would run over the whole map: it is left out.
		const start = Math.abs(a[0] - b[0]) > WORLD_WIDTH / 3 ? NEVER : startMs;
		const direction = [b[0] - a[0], b[1] - a[1]];
		let to = (this.#nextThread * PIECES + piece) * 4 * 7;
		for (const [end, side] of CORNERS) {
			const [x, y] = end < 0 ? a : b;
			const along = (piece + (end < 0 ? 0 : 1)) / PIECES;
			this.#threadData.set([x, y, direction[0]!, direction[1]!, along, side, start], to);
			to += 7;
		}
	}

	look({ camera: { x, y, scale }, viewport: { width, height } }: View): void {
		this.#uniforms.uniforms.uCamera.set([scale, width / 2 - x * scale, height / 2 - y * scale]);
	}

	animate(nowMs: number): boolean {
		if (!this.container.visible) return false;
		this.#uniforms.uniforms.uNow = nowMs;
		const still = this.isStill;
		if (!still && nowMs > this.#busyUntilMs) this.container.visible = false;
		return !still && this.container.visible;
	}

	/** Takes everything that is under way off the map. */
	clear(): void {
		this.#threadData.fill(NEVER);
		this.#ringData.fill(NEVER);
		for (const { geometry } of [this.#threads, this.#rings]) geometry.getBuffer('aPosition').update();
		this.container.visible = false;
	}

	destroy(): void {
		for (const { geometry, shader } of [this.#threads, this.#rings]) {
			geometry.destroy(true);
			shader?.destroy();
		}
		this.container.destroy({ children: true });
	}
}

const CORNERS: readonly (readonly [number, number])[] = [
	[-1, -1],
	[1, -1],
	[-1, 1],
	[1, 1]
];

function quads(data: Float32Array, count: number, parts: readonly (readonly [string, 2 | 3])[]): Geometry {
	const stride = parts.reduce((sum, [, size]) => sum + size, 0) * 4;
	// Every attribute reads the same buffer: one upload when something sets out.
	const buffer = new Buffer({ data, usage: BufferUsage.VERTEX | BufferUsage.COPY_DST });
	let offset = 0;
	const attributes = Object.fromEntries(
		parts.map(([name, size]) => {
			const format = size === 2 ? ('float32x2' as const) : ('float32x3' as const);
			const attribute = { buffer, format, stride, offset };
			offset += size * 4;
			return [name, attribute];
		})
	);
	const indices = new Uint32Array(count * 6);
	for (let i = 0; i < count; i++)
		indices.set(
			[0, 1, 2, 2, 1, 3].map((corner) => i * 4 + corner),
			i * 6
		);
	return new Geometry({ attributes, indexBuffer: indices });
}
