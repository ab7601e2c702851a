import { geoGraticule } from 'd3-geo';
import { Container, Graphics, Matrix, RenderTexture, Sprite, type Renderer } from 'pixi.js';
import { landRings, ringsOf, type Ring } from '../land.ts';
import type { Layer, View } from '../layer.ts';
import type { Palette } from '../palette.ts';
import { linesOf } from '../lines.ts';

/** Sea, land and shores. Drawn into a texture when the picture moves; every other frame shows the texture. */
export class LandLayer implements Layer {
	readonly container = new Container();
	readonly #drawing = new Container();
	readonly #parts: Generator<Graphics, void>;
	readonly #sprite = new Sprite();
	#texture: RenderTexture | null = null;

	readonly #bakes: boolean;

	/** @param bakes whether drawing into a texture is worth it: with shaders */
	constructor(palette: Palette, bakes: boolean) {
		this.#bakes = bakes;
		this.#parts = drawLand(palette);
		this.container.addChild(bakes ? this.#sprite : this.#drawing);
	}

	enter(): boolean {
		const { done, value } = this.#parts.next();
		if (done !== true) this.#drawing.addChild(value);
		return done !== true;
	}

	look(view: View, renderer: Renderer): void {
		const { width, height } = view.viewport;
		const { pixelRatio } = view;
		const { x, y, scale } = view.camera;
		const transform = new Matrix(scale, 0, 0, scale, width / 2 - x * scale, height / 2 - y * scale);
		if (!this.#bakes) return this.#drawing.setFromMatrix(transform);
		const old = this.#texture;
		if (
			old === null ||
			old.width !== width ||
			old.height !== height ||
			old.source.resolution !== pixelRatio
		) {
			this.#texture = RenderTexture.create({ width, height, resolution: pixelRatio, antialias: true });
			this.#sprite.texture = this.#texture;
			old?.destroy(true);
		}
		renderer.render({ container: this.#drawing, target: this.#texture!, transform, clear: true });
	}

	destroy(): void {
		this.#drawing.destroy({ children: true, context: true });
		this.container.destroy({ children: true });
		this.#texture?.destroy(true);
	}
}

/** Points of outlines that are filled for one picture; cutting them into triangles is what takes its time. */
const POINTS_AT_A_TIME = 3000;

/** From below, part by part: sea, lands, and shores over all of them. */
function* drawLand({ sea, land, coast, graticule }: Palette): Generator<Graphics, void> {
	const ground = new Graphics();
	for (const ring of ringsOf({ type: 'Sphere' })) ground.poly([...ring]).fill(sea);
	for (const line of linesOf(geoGraticule().step([30, 30])())) trace(ground, line);
	yield ground.stroke({ color: graticule, pixelLine: true });

	const rings = landRings();
	// Shores around land turn one way, shores around lakes the other.
	const areas = rings.map(signedArea);
	const largest = areas.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
	const isShell = (ring: number) => areas[ring]! > 0 === largest > 0;
	const lands = rings.filter((_, i) => isShell(i));
	const lakes = rings.filter((_, i) => !isShell(i));
	for (const some of inPortions(lands)) yield fillAll(some, land);
	yield fillAll(lakes, sea);

	const shores = new Graphics();
	for (const ring of rings) trace(shores, ring).closePath();
	yield shores.stroke({ color: coast, alpha: 0.8, pixelLine: true });
}

function fillAll(rings: readonly Ring[], colour: number): Graphics {
	const drawing = new Graphics();
	for (const ring of rings) drawing.poly([...ring]).fill(colour);
	return drawing;
}

function* inPortions(rings: readonly Ring[]): Generator<Ring[]> {
	let portion: Ring[] = [];
	let points = 0;
	for (const ring of rings) {
		portion.push(ring);
		points += ring.length / 2;
		if (points < POINTS_AT_A_TIME) continue;
		yield portion;
		[portion, points] = [[], 0];
	}
	yield portion;
}

function trace(drawing: Graphics, line: Ring): Graphics {
	drawing.moveTo(line[0]!, line[1]!);
	for (let i = 2; i < line.length; i += 2) drawing.lineTo(line[i]!, line[i + 1]!);
	return drawing;
}

function signedArea(ring: Ring): number {
	let twice = 0;
	for (let i = 0; i < ring.length; i += 2) {
		const next = (i + 2) % ring.length;
		twice += ring[i]! * ring[next + 1]! - ring[next]! * ring[i + 1]!;
	}
	return twice / 2;
}
