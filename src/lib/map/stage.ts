import 'pixi.js/unsafe-eval';
import { Application, RendererType } from 'pixi.js';
import type { Viewport } from './camera.ts';

/** What fills the stage: told about size and time, it draws. */
export interface Act {
	/** Size or density has changed. */
	resize(viewport: Viewport, pixelRatio: number): void;
	/** Before each picture. True while another is wanted. */
	beforePicture(nowMs: number): boolean;
	/** The card has forgotten everything: build again. */
	rebuild(): void;
}

/** Beyond this no eye gains and every pixel costs. */
const MOST_PIXEL_RATIO = 2.5;

/**
 * The one Application of the app's life. It opens once, moves its canvas to whoever shows a map, and draws only when
 * somebody asks for a picture.
 */
export class Stage {
	readonly #app: Application;
	#act: Act | null = null;
	#scheduled = 0;
	#lost = false;
	/** Time that the last picture took this script, in ms. */
	lastScriptMs = 0;

	constructor(app: Application) {
		this.#app = app;
		app.canvas.addEventListener('webglcontextlost', () => (this.#lost = true));
		app.canvas.addEventListener('webglcontextrestored', () => {
			this.#lost = false;
			// Pixi listens too, and was first: its own tables are whole again by now.
			this.#act?.rebuild();
			this.request();
		});
	}

	static async open(): Promise<Stage> {
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
		return new Stage(app);
	}

	/** Whether shaders run; on a plain 2D canvas the map draws fewer and simpler points. */
	get hasShaders(): boolean {
		return this.#app.renderer.type === RendererType.WEBGL;
	}

	get renderer() {
		return this.#app.renderer;
	}

	get root() {
		return this.#app.stage;
	}

	get canvas(): HTMLCanvasElement {
		return this.#app.canvas;
	}

	set background(colour: number) {
		this.#app.renderer.background.color = colour;
	}

	/** Puts the canvas into an element and keeps it as large. Call what is returned to take it away again. */
	mount(host: HTMLElement, act: Act): () => void {
		this.#act = act;
		host.append(this.#app.canvas);
		const fit = () => {
			const viewport = { width: Math.max(1, host.clientWidth), height: Math.max(1, host.clientHeight) };
			const pixelRatio = Math.min(window.devicePixelRatio || 1, MOST_PIXEL_RATIO);
			this.#app.renderer.resize(viewport.width, viewport.height, pixelRatio);
			act.resize(viewport, pixelRatio);
			this.#draw(performance.now());
		};
		const observer = new ResizeObserver(fit);
		observer.observe(host);
		const density = watchDensity(fit);
		fit();
		return () => {
			observer.disconnect();
			density();
			if (this.#act !== act) return;
			cancelAnimationFrame(this.#scheduled);
			this.#scheduled = 0;
			this.#act = null;
			this.#app.canvas.remove();
		};
	}

	/** Asks for a picture. Many askers get one. */
	request(): void {
		if (this.#scheduled === 0 && this.#act !== null) {
			this.#scheduled = requestAnimationFrame((nowMs) => {
				this.#scheduled = 0;
				this.#draw(nowMs);
			});
		}
	}

	#draw(nowMs: number): void {
		if (this.#act === null || this.#lost) return;
		const began = performance.now();
		const again = this.#act.beforePicture(nowMs);
		this.#app.render();
		this.lastScriptMs = performance.now() - began;
		if (again) this.request();
	}
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

let opening: Promise<Stage> | null = null;

/** The stage, opened by the first who asks. A failure is not kept: the next who asks tries again. */
export function openStage(): Promise<Stage> {
	opening ??= Stage.open().catch((error: unknown) => {
		opening = null;
		throw error;
	});
	return opening;
}
