import { RendererType, type Renderer, type WebGLRenderer } from 'pixi.js';
import type { Viewport } from '../camera/camera.ts';
import { cardOf, PicturePace } from '../motion/picture-pace.ts';
import { ContextLoss } from './context-loss.ts';
import type { Drawing } from './drawing.ts';
import { watchDensity } from './watch-density.ts';

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
 * The one renderer of the app's life, as long as its graphics context lives. It lends its canvas to every page that
 * shows a map, and draws only when somebody asks for a picture. Several small maps side by side share it: each gets a
 * copy of its picture.
 */
export class MapRenderer {
	readonly renderer: Renderer;
	readonly #places = new Set<Place>();
	readonly #pace: PicturePace;
	readonly #loss: ContextLoss;
	readonly #ends = new AbortController();
	#scheduled = 0;
	/** Time that the last picture took this script, in ms. */
	lastScriptMs = 0;
	/** Pictures drawn since the renderer opened. */
	pictures = 0;

	constructor(renderer: Renderer) {
		this.renderer = renderer;
		this.#pace = new PicturePace(cardOf(renderer));
		const { signal } = this.#ends;
		for (const input of INPUTS)
			addEventListener(input, () => this.#pace.giveWay(), { capture: true, passive: true, signal });
		const isLost = this.hasShaders && (renderer as WebGLRenderer).gl.isContextLost();
		const heard = { restored: () => this.#restored(), gone: () => this.#gone() };
		this.#loss = new ContextLoss(renderer.canvas, isLost, heard, signal);
	}

	/** Whether shaders run; on a plain 2D canvas the map draws fewer and simpler points. */
	get hasShaders(): boolean {
		return this.renderer.type === RendererType.WEBGL;
	}

	/** Whether the graphics context is gone for good: another renderer is needed. */
	get isGone(): boolean {
		return this.#loss.isGone;
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
		const canvas = copied ? document.createElement('canvas') : this.renderer.canvas;
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

	/** For a renderer whose context is gone: nobody draws with it any more. */
	close(): void {
		this.#ends.abort();
		cancelAnimationFrame(this.#scheduled);
		this.renderer.destroy();
	}

	/** Pixi listens too, and was first: its own tables are whole again by now. */
	#restored(): void {
		for (const { drawing } of this.#places) {
			drawing.rebuild();
			this.request(drawing);
		}
	}

	#gone(): void {
		for (const { drawing } of [...this.#places]) drawing.gone();
	}

	#schedule(): void {
		this.#scheduled = requestAnimationFrame((nowMs) => {
			if (!this.#pace.isTime(nowMs)) return this.#schedule();
			this.#scheduled = 0;
			this.#draw(nowMs);
		});
	}

	#draw(nowMs: number): void {
		if (this.#loss.isLost) return;
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
		const { renderer } = this;
		const { screen, resolution, canvas } = renderer;
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
