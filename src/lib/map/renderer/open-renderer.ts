import { Graphics, GraphicsContext, Sprite, Texture, type Renderer } from 'pixi.js';
import { cardOf, untilDrawn } from '../motion/picture-pace.ts';
import { MapRenderer } from './map-renderer.ts';
import { startRenderer } from './start-renderer.ts';

let opening: Promise<MapRenderer> | null = null;

/**
 * The renderer, opened by the first who asks. A failure is not kept, and neither is a renderer whose graphics context is
 * gone: the next who asks tries again.
 */
export async function openMapRenderer(): Promise<MapRenderer> {
	const asked = (opening ??= open());
	try {
		const renderer = await asked;
		if (!renderer.isGone) return renderer;
		if (opening === asked) {
			opening = null;
			renderer.close();
		}
		return openMapRenderer();
	} catch (error) {
		if (opening === asked) opening = null;
		throw error;
	}
}

async function open(): Promise<MapRenderer> {
	const renderer = await startRenderer();
	await warmUp(renderer);
	return new MapRenderer(renderer);
}

/**
 * Draws one thing of each kind that Pixi has a program for, one after the other: a program is made when something is
 * first drawn with it, and a page stands still meanwhile.
 */
async function warmUp(renderer: Renderer): Promise<void> {
	const card = cardOf(renderer);
	const filled = new GraphicsContext().rect(0, 0, 1, 1).fill(0);
	filled.batchMode = 'no-batch';
	await untilDrawn(card);
	for (const first of [new Sprite(Texture.WHITE), new Graphics(filled)]) {
		renderer.render({ container: first });
		first.destroy();
		await untilDrawn(card);
	}
	filled.destroy();
}
