import 'pixi.js/unsafe-eval';
import {
	CanvasRenderer,
	extensions,
	ExtensionType,
	getMaxFragmentPrecision,
	getMaxTexturesPerBatch,
	isWebGLSupported,
	WebGLRenderer,
	type Renderer,
	type System
} from 'pixi.js';
import { nextPicture } from '../points/slices.ts';

const OPTIONS = {
	autoDensity: false,
	antialias: false,
	backgroundAlpha: 1,
	// Nothing of the picture is pressed, read out or filtered by Pixi.
	skipExtensionImports: true
} as const;
/** Those that Pixi asks for. */
const CONTEXT: WebGLContextAttributes = { alpha: false, antialias: false, stencil: true };

/** Pixi makes the parts of a renderer and readies them in one go. This part, the first to be ready, lets the page draw between. */
class RestBetween implements System {
	static readonly extension = { type: ExtensionType.WebGLSystem, name: 'restBetween', priority: 1 } as const;

	init(): Promise<void> {
		return nextPicture();
	}

	destroy(): void {}
}
extensions.add(RestBetween);

/**
 * Starts what draws: with WebGL, else on a plain 2D canvas. One step after another, with a picture of the page between: most
 * of them wait for the graphics card.
 *
 * @throws where there is no canvas to draw on
 */
export async function startRenderer(): Promise<Renderer> {
	const canvas = document.createElement('canvas');
	const context = canvas.getContext('webgl2', CONTEXT);
	if (context === null) {
		const renderer = isWebGLSupported() ? new WebGLRenderer() : new CanvasRenderer();
		await renderer.init(OPTIONS);
		return renderer;
	}
	await nextPicture();
	askWhatShadersMay();
	await nextPicture();
	const renderer = new WebGLRenderer();
	await renderer.init({ ...OPTIONS, canvas, context });
	return renderer;
}

/** Pixi would ask amid other work. It keeps the answers, and asks both in one context as long as the second question is last. */
function askWhatShadersMay(): void {
	getMaxFragmentPrecision();
	getMaxTexturesPerBatch();
}
