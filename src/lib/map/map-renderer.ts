import 'pixi.js/unsafe-eval';
import {
	Application,
	Graphics,
	GraphicsContext,
	RendererType,
	Sprite,
	Texture,
	type Container,
	type Renderer
} from 'pixi.js';
import type { Viewport } from './camera/camera.ts';
import { cardOf, Pace, untilDrawn } from './motion/pace.ts';

/** What fills a place on the renderer: told about size and time, it draws. */
export interface Drawing {
	readonly root: Container;
	/** What lies behind everything. */
	readonly background: number;
	/** Size or density has changed. */
	resize(viewport: Viewport, pixelRatio: number): void;
	/** Before each picture. True while another is wanted. */
	beforePicture(nowMs: number): boolean;
	/** The card has forgotten everything: build again. */
	rebuild(): void;
}

/** What a page answers: the map's next picture waits for it. */
const INPUTS = ['pointerdown', 'pointerup', 'click', 'keydown'] as const;
/** Beyond this no eye gains and every pixel costs. */
const MOST_PIXEL_RATIO = 3;

interface Place {
	readonly drawing: Drawing;
	readonly host: HTMLElement;
	/** Where pictures are copied to; null: the renderer's own canvas stands in the host. */
	readonly copy: CanvasRenderingContext2D | null;
	viewport: Viewport;
	pixelRatio: number;
	wanted: boolean;
}

/**
 * The one Application of the app's life. It opens once, lends its canvas to every page that shows a map, and draws only when
 * somebody asks for a picture. Several small maps side by side share it: each gets a copy of its picture.
 */
export class MapRenderer {
	readonly #app: Application;
	readonly #places = new Set<Place>();
	readonly #pace: Pace;
	#scheduled = 0;
	#lost = false;
	/** Time that the last picture took this script, in ms. */
	lastScriptMs = 0;
	/** Pictures drawn since the renderer opened. */
	pictures = 0;

	constructor(app: Application) {
		this.#app = app;
		this.#pace = new Pace(cardOf(app.renderer));
		for (const input of INPUTS)
			addEventListener(input, () => this.#pace.giveWay(), { capture: true, passive: true });
		app.canvas.addEventListener('webglcontextlost', () => (this.#lost = true));
		app.canvas.addEventListener('webglcontextrestored', () => {
			this.#lost = false;
			// Pixi listens too, and was first: its own tables are whole again by now.
			for (const place of this.#places) {
				place.drawing.rebuild();
				this.request(place.drawing);
			}
		});
	}

	static async open(): Promise<MapRenderer> {
		const app = new Application();
		await app.init({
			preference: ['webgl', 'canvas'],
			autoStart: false,
			sharedTicker: false,
			autoDensity: false,
			antialias: false,
			backgroundAlpha: 1,
			eventMode: 'none',
			eventFeatures: { move: false, globalMove: false, click: false, wheel: false },
			accessibilityOptions: { enabledByDefault: false, activateOnTab: false }
		});
		await warmUp(app.renderer);
		return new MapRenderer(app);
	}

	/** Whether shaders run; on a plain 2D canvas the map draws fewer and simpler points. */
	get hasShaders(): boolean {
		return this.#app.renderer.type === RendererType.WEBGL;
	}

	get renderer(): Renderer {
		return this.#app.renderer;
	}

	/** Places that show something now. */
	get placeCount(): number {
		return this.#places.size;
	}

	/**
	 * Shows a drawing in an element and keeps it as large. Call what is returned to take it away again.
	 * @param copied for one of several pictures at once
	 */
	mount(host: HTMLElement, drawing: Drawing, copied = false): () => void {
		const canvas = copied ? document.createElement('canvas') : this.#app.canvas;
		const copy = copied ? canvas.getContext('2d') : null;
		const place: Place = {
			drawing,
			host,
			copy,
			viewport: { width: 0, height: 0 },
			pixelRatio: 1,
			wanted: true
		};
		host.append(canvas);
		this.#places.add(place);
		/** True when size or density is another than before. */
		const measure = (): boolean => {
			const [width, height] = [Math.max(1, host.clientWidth), Math.max(1, host.clientHeight)];
			const pixelRatio = Math.min(window.devicePixelRatio || 1, MOST_PIXEL_RATIO);
			const { viewport } = place;
			if (viewport.width === width && viewport.height === height && place.pixelRatio === pixelRatio)
				return false;
			place.viewport = { width, height };
			place.pixelRatio = pixelRatio;
			drawing.resize(place.viewport, pixelRatio);
			return true;
		};
		const fit = () => {
			if (!measure()) return;
			// A canvas of a new size is empty: it is filled before anyone sees that.
			place.wanted = true;
			this.#draw(performance.now());
			// Once more with the next picture: the first can come before the page has made room for it.
			this.request(drawing);
		};
		const observer = new ResizeObserver(fit);
		observer.observe(host);
		const density = watchDensity(fit);
		measure();
		this.request(drawing);
		return () => {
			observer.disconnect();
			density();
			this.#places.delete(place);
			if (canvas.parentElement === host) canvas.remove();
			if (this.#places.size > 0) return;
			cancelAnimationFrame(this.#scheduled);
			this.#scheduled = 0;
		};
	}

	/** Asks for a picture. Many askers get one. */
	request(drawing: Drawing): void {
		for (const place of this.#places) if (place.drawing === drawing) place.wanted = true;
		if (this.#scheduled === 0 && this.#places.size > 0) this.#schedule();
	}

	#schedule(): void {
		this.#scheduled = requestAnimationFrame((nowMs) => {
			if (!this.#pace.isTime(nowMs)) return this.#schedule();
			this.#scheduled = 0;
			this.#draw(nowMs);
		});
	}

	#draw(nowMs: number): void {
		if (this.#lost) return;
		const began = performance.now();
		const again = new Set<Drawing>();
		// The picture that the canvas itself shows comes last, so that it is what stays on it.
		const places = [...this.#places].sort((a, b) => Number(a.copy === null) - Number(b.copy === null));
		const copies = places.some(({ copy, wanted }) => copy !== null && wanted);
		for (const place of places) {
			if (!place.wanted && !(copies && place.copy === null)) continue;
			place.wanted = false;
			if (this.#drawPlace(place, nowMs)) again.add(place.drawing);
			this.pictures++;
		}
		this.#pace.asked(nowMs);
		this.lastScriptMs = performance.now() - began;
		for (const drawing of again) this.request(drawing);
	}

	#drawPlace({ drawing, viewport: { width, height }, pixelRatio, copy }: Place, nowMs: number): boolean {
		const { renderer, canvas } = this.#app;
		const { screen, resolution } = renderer;
		if (screen.width !== width || screen.height !== height || resolution !== pixelRatio)
			renderer.resize(width, height, pixelRatio);
		renderer.background.color = drawing.background;
		const again = drawing.beforePicture(nowMs);
		renderer.render({ container: drawing.root });
		if (copy !== null) {
			if (copy.canvas.width !== canvas.width) copy.canvas.width = canvas.width;
			if (copy.canvas.height !== canvas.height) copy.canvas.height = canvas.height;
			copy.drawImage(canvas, 0, 0);
		}
		return again;
	}
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

/** Calls when the window moves to a screen of another density. Returns what ends it. */
function watchDensity(changed: () => void): () => void {
	let query: MediaQueryList;
	const watch = () => {
		query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
		query.addEventListener('change', heard, { once: true });
	};
	const heard = () => {
		changed();
		watch();
	};
	watch();
	return () => query.removeEventListener('change', heard);
}

let opening: Promise<MapRenderer> | null = null;

/** The renderer, opened by the first who asks. A failure is not kept: the next who asks tries again. */
export function openMapRenderer(): Promise<MapRenderer> {
	opening ??= MapRenderer.open().catch((error: unknown) => {
		opening = null;
		throw error;
	});
	return opening;
}
