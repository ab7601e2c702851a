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
	/** Parts that are still to come, from below. */
	readonly #parts: (() => Graphics)[];
	readonly #sprite = new Sprite();
	#texture: RenderTexture | null = null;

	readonly #bakes: boolean;

	/** @param bakes whether drawing into a texture is worth it: with shaders */
	constructor(palette: Palette, bakes: boolean) {
		this.#bakes = bakes;
		this.#parts = [() => drawGround(palette), () => drawRest(palette)];
		this.container.addChild(bakes ? this.#sprite : this.#drawing);
	}

	enter(): boolean {
		const part = this.#parts.shift();
		if (part !== undefined) this.#drawing.addChild(part());
		return this.#parts.length > 0;
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

/** Sea and the largest land, which is half the work: cutting outlines into triangles is what takes its time. */
function drawGround({ sea, land, graticule }: Palette): Graphics {
	const drawing = new Graphics();
	for (const ring of ringsOf({ type: 'Sphere' })) drawing.poly([...ring]).fill(sea);
	for (const line of linesOf(geoGraticule().step([30, 30])())) trace(drawing, line);
	drawing.stroke({ color: graticule, pixelLine: true });
	return drawing.poly([...shores().largest]).fill(land);
}

/** The other lands, lakes, and every shore. */
function drawRest({ sea, land, coast }: Palette): Graphics {
	const { largest, lands, lakes } = shores();
	const drawing = new Graphics();
	for (const ring of lands) if (ring !== largest) drawing.poly([...ring]).fill(land);
	for (const ring of lakes) drawing.poly([...ring]).fill(sea);
	for (const ring of landRings()) trace(drawing, ring).closePath();
	return drawing.stroke({ color: coast, alpha: 0.8, pixelLine: true });
}

/** Shores around land turn one way, as the largest does, shores around lakes the other. */
function shores() {
	const areas = new Map(landRings().map((ring) => [ring, signedArea(ring)]));
	const rings = [...areas.keys()];
	const largest = rings.reduce((a, b) => (Math.abs(areas.get(b)!) > Math.abs(areas.get(a)!) ? b : a));
	const isShell = (ring: Ring) => areas.get(ring)! > 0 === areas.get(largest)! > 0;
	return { largest, lands: rings.filter(isShell), lakes: rings.filter((ring) => !isShell(ring)) };
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
