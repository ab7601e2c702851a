import type { Plugin } from 'vite';

/** In PixiJS: what asks, as it loads, whether a canvas can multiply colours. */
export const CANVAS_PROBE = 'pixi.js/lib/rendering/renderers/canvas/utils/canUseNewCanvasBlendModes.mjs';

/**
 * PixiJS draws on a canvas and reads a pixel back as it loads, also where it then draws with WebGL. A page stands still until
 * the card has answered: for up to 0.2 s where there is none. Every browser that the app runs in can multiply, so the answer
 * is known. Development pages, whose packages come bundled beforehand, go on asking.
 */
export function noCanvasProbe(): Plugin {
	return {
		name: 'patchfall-no-canvas-probe',
		apply: 'build',
		load: {
			filter: { id: /canUseNewCanvasBlendModes\.mjs$/ },
			handler: () => 'export const canUseNewCanvasBlendModes = () => true;'
		}
	};
}
