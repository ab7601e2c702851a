import { Container, Sprite, Texture } from 'pixi.js';
import { toScreen } from '../camera/camera.ts';
import { GLYPH_ALPHA } from '../labels/glyph-sizes.ts';
import type { Layer, View } from '../layer.ts';
import { MARKERS } from '../../sim/observe/map/map-markers.ts';
import { channels, type Palette } from '../palette.ts';
import type { Points } from '../points/points.ts';
import { markerAt } from '../../sim/observe/map/map-shares.ts';
import type { MapFrame } from '../map-world.ts';
import { changedLines } from './changed-lines.ts';

const DOT_PX: readonly number[] = MARKERS.map((marker) =>
	marker === 'healthy' || marker === 'asleep' ? 1.2 : 3
);

/** Fewer and simpler points, drawn one by one: for a canvas that runs no shaders. */
export class DotsLayer implements Layer {
	readonly container = new Container();
	readonly splits = 0;
	readonly uploadBytes = 0;
	readonly #points: Points;
	readonly #styles: readonly string[];
	readonly #canvas = document.createElement('canvas');
	readonly #sprite: Sprite;
	#shares: Uint32Array = new Uint32Array();
	#isShown: (cell: number) => boolean = () => true;
	#view: View | null = null;

	constructor(points: Points, palette: Palette) {
		this.#points = points;
		this.#styles = MARKERS.map((marker) => {
			const [r, g, b] = channels(palette.markers[marker]).map((part) => Math.round(part * 255));
			return `rgb(${r} ${g} ${b} / ${GLYPH_ALPHA[marker]})`;
		});
		this.#sprite = new Sprite(Texture.from(this.#canvas, true));
		this.container.addChild(this.#sprite);
	}

	setFrame({ shares }: MapFrame): boolean {
		if (changedLines(this.#shares, shares) === null) return false;
		this.#shares = shares;
		this.#draw();
		return true;
	}

	/** Points change at once here. */
	mix(): void {}

	filter(isShown: (cell: number) => boolean): void {
		this.#isShown = isShown;
		this.#draw();
	}

	setLargeness(): void {}

	look(view: View): void {
		this.#view = view;
		const { width, height } = view.viewport;
		const { pixelRatio } = view;
		const { source } = this.#sprite.texture;
		if (source.width !== width || source.height !== height || source.resolution !== pixelRatio) {
			this.#canvas.width = Math.round(width * pixelRatio);
			this.#canvas.height = Math.round(height * pixelRatio);
			source.resize(width, height, pixelRatio);
		}
		this.#draw();
	}

	#draw(): void {
		const pen = this.#canvas.getContext('2d');
		if (pen === null || this.#view === null || this.#shares.length === 0) return;
		const { camera, viewport, pixelRatio } = this.#view;
		const { positions, rank, cell, countAfterSplits } = this.#points;
		pen.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
		pen.clearRect(0, 0, viewport.width, viewport.height);
		for (let point = 0; point < countAfterSplits[0]!; point++) {
			if (!this.#isShown(cell[point]!)) continue;
			const marker = markerAt(this.#shares, cell[point]!, rank[point]!);
			const [x, y] = toScreen(camera, viewport, [positions[point * 2]!, positions[point * 2 + 1]!]);
			const size = DOT_PX[marker]!;
			pen.fillStyle = this.#styles[marker]!;
			pen.fillRect(x - size / 2, y - size / 2, size, size);
		}
		this.#sprite.texture.source.update();
	}

	destroy(): void {
		this.#sprite.texture.destroy(true);
		this.container.destroy({ children: true });
	}
}
