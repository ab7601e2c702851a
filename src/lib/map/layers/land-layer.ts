import { geoGraticule } from 'd3-geo';
import { Container, Graphics, Matrix, RenderTexture, Sprite, type Renderer } from 'pixi.js';
import { landRings, ringsOf, type Ring } from '../land.ts';
import type { Layer, View } from '../layer.ts';
import type { Palette } from '../palette.ts';
import { linesOf } from '../lines.ts';

/** Sea, land and shores. Drawn into a texture when the picture moves; every other frame shows the texture. */
export class LandLayer implements Layer {
	readonly container = new Container();
	readonly #drawing: Graphics;
	readonly #sprite = new Sprite();
	#texture: RenderTexture | null = null;

	readonly #bakes: boolean;

	/** @param bakes whether drawing into a texture is worth it: with shaders */
	constructor(palette: Palette, bakes: boolean) {
		this.#bakes = bakes;
		this.#drawing = drawLand(palette);
		this.container.addChild(bakes ? this.#sprite : this.#drawing);
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
		this.#drawing.destroy(true);
		this.container.destroy({ children: true });
		this.#texture?.destroy(true);
	}
}

function drawLand({ sea, land, coast, graticule }: Palette): Graphics {
	const drawing = new Graphics();
	for (const ring of ringsOf({ type: 'Sphere' })) drawing.poly([...ring]).fill(sea);
	for (const line of linesOf(geoGraticule().step([30, 30])())) trace(drawing, line);
	drawing.stroke({ color: graticule, pixelLine: true });

	const rings = landRings();
	// Shores around land turn one way, shores around lakes the other.
	const areas = rings.map(signedArea);
	const largest = areas.reduce((a, b) => (Math.abs(b) > Math.abs(a) ? b : a), 0);
	const isShell = (ring: number) => areas[ring]! > 0 === largest > 0;
	rings.forEach((ring, i) => isShell(i) && drawing.poly([...ring]).fill(land));
	rings.forEach((ring, i) => !isShell(i) && drawing.poly([...ring]).fill(sea));
	for (const ring of rings) trace(drawing, ring).closePath();
	return drawing.stroke({ color: coast, alpha: 0.8, pixelLine: true });
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
