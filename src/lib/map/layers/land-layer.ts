import { geoGraticule } from 'd3-geo';
import { Container, Graphics, Matrix, RenderTexture, Sprite, type Renderer } from 'pixi.js';
import { landRings } from '../geo/land.ts';
import { outlineOf, type LinearRing } from '../geo/outline.ts';
import type { Layer, View } from '../layer.ts';
import type { Palette } from '../palette.ts';
import { linesOf } from '../geo/lines.ts';

/** Points of outlines that are cut into triangles or traced in one part: some milliseconds of work. */
const POINTS_OF_PART = 4000;

/** Sea, land and shores. Drawn into a texture when the picture moves; every other frame shows the texture. */
export class LandLayer implements Layer {
	readonly container = new Container();
	readonly #drawing = new Container();
	/** Parts that the texture does not have yet. */
	readonly #fresh = new Container();
	/** Parts that are still to come, from below. */
	readonly #coming: Part[];
	readonly #sprite = new Sprite();
	#texture: RenderTexture | null = null;
	/** Where the texture's parts lie. */
	#drawnAt: Matrix | null = null;

	readonly #bakes: boolean;

	/** @param bakes whether drawing into a texture is worth it: with shaders */
	constructor(palette: Palette, bakes: boolean) {
		this.#bakes = bakes;
		this.#coming = partsOf(palette);
		this.container.addChild(bakes ? this.#sprite : this.#drawing);
	}

	enter(): boolean {
		const draw = this.#coming.shift();
		if (draw !== undefined) {
			const part = new Graphics();
			draw(part);
			this.#fresh.addChild(part);
		}
		return this.#coming.length > 0;
	}

	look({ camera: { x, y, scale }, viewport: { width, height }, pixelRatio }: View, renderer: Renderer): void {
		const transform = new Matrix(scale, 0, 0, scale, width / 2 - x * scale, height / 2 - y * scale);
		if (!this.#bakes) {
			this.#takeFresh();
			return this.#drawing.setFromMatrix(transform);
		}
		const old = this.#texture;
		if (
			old === null ||
			old.width !== width ||
			old.height !== height ||
			old.source.resolution !== pixelRatio
		) {
			this.#texture = RenderTexture.create({ width, height, resolution: pixelRatio, antialias: true });
			this.#sprite.texture = this.#texture;
			this.#drawnAt = null;
			old?.destroy(true);
		}
		const target = this.#texture!;
		if (this.#drawnAt?.equals(transform)) {
			// Nothing has moved: what came since goes over what is there.
			if (this.#fresh.children.length > 0)
				renderer.render({ container: this.#fresh, target, transform, clear: false });
			return this.#takeFresh();
		}
		this.#takeFresh();
		renderer.render({ container: this.#drawing, target, transform, clear: true });
		this.#drawnAt = transform;
	}

	#takeFresh(): void {
		for (const part of [...this.#fresh.children]) this.#drawing.addChild(part);
	}

	destroy(): void {
		for (const parts of [this.#drawing, this.#fresh]) parts.destroy({ children: true, context: true });
		this.container.destroy({ children: true });
		this.#texture?.destroy(true);
	}
}

type Part = (drawing: Graphics) => void;

/** From below: the sea, the lands, the largest first, the lakes in them, and every shore. */
function partsOf({ sea, land, coast, graticule }: Palette): Part[] {
	const { lands, lakes } = shores();
	const fill = (rings: readonly LinearRing[], colour: number) => (drawing: Graphics) => {
		for (const ring of rings) drawing.poly([...ring]).fill(colour);
	};
	const outline = (rings: readonly LinearRing[]) => (drawing: Graphics) => {
		for (const ring of rings) trace(drawing, ring).closePath();
		drawing.stroke({ color: coast, alpha: 0.8, pixelLine: true });
	};
	return [
		(drawing) => {
			for (const ring of outlineOf({ type: 'Sphere' })) drawing.poly([...ring]).fill(sea);
			for (const line of linesOf(geoGraticule().step([30, 30])())) trace(drawing, line);
			drawing.stroke({ color: graticule, pixelLine: true });
		},
		...inParts(lands).map((rings) => fill(rings, land)),
		fill(lakes, sea),
		...inParts([...lands, ...lakes]).map(outline)
	];
}

/** Rings together as long as they have few points together. */
function inParts(rings: readonly LinearRing[]): LinearRing[][] {
	const parts: LinearRing[][] = [];
	let points = Infinity;
	for (const ring of rings) {
		points += ring.length / 2;
		if (points > POINTS_OF_PART) {
			parts.push([]);
			points = ring.length / 2;
		}
		parts.at(-1)!.push(ring);
	}
	return parts;
}

/** Shores around land turn one way, as the largest does, shores around lakes the other. The largest come first. */
function shores() {
	const areas = new Map(landRings().map((ring) => [ring, signedArea(ring)]));
	const rings = [...areas.keys()].sort((a, b) => Math.abs(areas.get(b)!) - Math.abs(areas.get(a)!));
	const isLand = (ring: LinearRing) => areas.get(ring)! > 0 === areas.get(rings[0]!)! > 0;
	return { lands: rings.filter(isLand), lakes: rings.filter((ring) => !isLand(ring)) };
}

function trace(drawing: Graphics, line: LinearRing): Graphics {
	drawing.moveTo(line[0]!, line[1]!);
	for (let i = 2; i < line.length; i += 2) drawing.lineTo(line[i]!, line[i + 1]!);
	return drawing;
}

function signedArea(ring: LinearRing): number {
	let twice = 0;
	for (let i = 0; i < ring.length; i += 2) {
		const next = (i + 2) % ring.length;
		twice += ring[i]! * ring[next + 1]! - ring[next]! * ring[i + 1]!;
	}
	return twice / 2;
}
