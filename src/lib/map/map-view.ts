import { between, clampCamera, homeCamera, pan, zoomAt, type Camera, type Viewport } from './camera.ts';
import { readPalette } from './palette.ts';
import { placePoints, type Points } from './points.ts';
import { hostsPerPoint } from './sample.ts';
import { Scene } from './scene.ts';
import type { Act, Stage } from './stage.ts';
import type { WorldPoint } from './projection.ts';
import type { MapFrame, MapWorld } from './world.ts';
import { Landings } from './landings.ts';
import type { LngLat } from './layers/travel-layer.ts';
import { DOTS_KEPT } from './layers/dots-layer.ts';

export interface MapEvents {
	/** The picture was moved, resized or split: labels and the legend follow. */
	moved(): void;
}

/** A world on the stage: its counts, what is looked at, what is shown. Everything a map page drives. */
export class MapView implements Act {
	readonly #stage: Stage;
	readonly #world: MapWorld;
	readonly #points: Points;
	readonly #host: HTMLElement;
	readonly #events: MapEvents;
	readonly #unmount: () => void;
	readonly #landings: Landings;
	#scene: Scene | null = null;
	#viewport: Viewport = { width: 1, height: 1 };
	#pixelRatio = 1;
	#camera: Camera = { x: 0, y: 0, scale: 1 };
	/** Nobody has moved the picture: after a resize it shows the whole again. */
	#atHome = true;
	#flight: { from: Camera; to: Camera; startMs: number; ms: number } | null = null;
	#blend: { startMs: number; ms: number } | null = null;
	#frame: MapFrame | null = null;
	#isShown: ((spot: number) => boolean) | null = null;
	#frozen = false;
	#largeness = 1;
	#dirty = true;

	/** @param releasedAt where threads start */
	constructor(
		stage: Stage,
		host: HTMLElement,
		world: MapWorld,
		releasedAt: LngLat | null,
		events: MapEvents
	) {
		this.#stage = stage;
		this.#world = world;
		this.#host = host;
		this.#events = events;
		this.#points = placePoints(world);
		this.#landings = new Landings(world, releasedAt);
		this.#unmount = stage.mount(host, this);
	}

	get camera(): Camera {
		return this.#camera;
	}

	get viewport(): Viewport {
		return this.#viewport;
	}

	get metroPlaces(): readonly WorldPoint[] {
		return this.#points.metroPlaces;
	}

	/** Whether the picture is the full one, or the simple one of a canvas without shaders. */
	get isFull(): boolean {
		return this.#stage.hasShaders;
	}

	/** What one point stands for at this closeness. */
	get hostsPerPoint(): number {
		const { points } = this.#scene!;
		return hostsPerPoint(this.#points.finestHosts, points.splits) * (this.isFull ? 1 : DOTS_KEPT);
	}

	get uploadBytes(): number {
		return this.#scene?.points.uploadBytes ?? 0;
	}

	/**
	 * Shows the counts of a moment. Points change one after another over `blendMs` of real time; 0 changes them at
	 * once, which is right for jumps and for people who want less motion.
	 */
	show(frame: MapFrame, blendMs: number): void {
		const before = this.#frame;
		this.#frame = frame;
		const scene = this.#scene;
		if (scene === null) return;
		scene.points.setFrame(frame);
		scene.night.setTime(this.#world.clock.startMinute + frame.minute);
		const blends = blendMs > 0 && before !== null && !this.#frozen;
		scene.points.mix(blends ? 0 : 1);
		this.#blend = blends ? { startMs: performance.now(), ms: blendMs } : null;
		if (this.#landings.see(frame, before) && !this.#frozen) this.#announceLandings();
		this.#stage.request();
	}

	#announceLandings(): void {
		const now = performance.now();
		for (const { from, to, delayMs } of this.#landings.take()) {
			if (from === null) this.#scene!.travel.land(to, now + delayMs);
			else this.#scene!.travel.send(from, to, now + delayMs);
		}
	}

	/** Hides the points of spots that are not asked for; null shows all. */
	filter(isShown: ((spot: number) => boolean) | null): void {
		this.#isShown = isShown;
		this.#scene?.points.filter(isShown ?? (() => true));
		this.#stage.request();
	}

	/** Frozen, nothing moves by itself: points and rings stand still. */
	freeze(frozen: boolean): void {
		this.#frozen = frozen;
		if (frozen) {
			this.#blend = null;
			this.#scene?.points.mix(1);
			this.#scene?.travel.clear();
		}
		this.#stage.request();
	}

	setLargeness(factor: number): void {
		this.#largeness = factor;
		this.#scene?.points.setLargeness(factor);
		this.#dirty = true;
		this.#stage.request();
	}

	/** The theme has changed. */
	repaint(): void {
		this.rebuild();
		this.#stage.request();
	}

	panBy(dx: number, dy: number): void {
		this.#moveTo(pan(this.#camera, this.#viewport, dx, dy));
	}

	zoomBy(factor: number, at?: WorldPoint): void {
		const { width, height } = this.#viewport;
		this.#moveTo(zoomAt(this.#camera, this.#viewport, at ?? [width / 2, height / 2], factor));
	}

	/** The whole world again. */
	home(ms: number): void {
		this.#fly(homeCamera(this.#viewport), ms);
		this.#atHome = true;
	}

	/** To a place, so close that `span` world units fill the smaller side. */
	flyTo(x: number, y: number, span: number, ms: number): void {
		const scale = Math.min(this.#viewport.width, this.#viewport.height) / span;
		this.#fly(clampCamera({ x, y, scale }, this.#viewport), ms);
		this.#atHome = false;
	}

	#fly(to: Camera, ms: number): void {
		if (ms <= 0 || this.#frozen) return this.#moveTo(to);
		this.#flight = { from: this.#camera, to, startMs: performance.now(), ms };
		this.#stage.request();
	}

	#moveTo(camera: Camera): void {
		this.#flight = null;
		this.#atHome = false;
		this.#camera = camera;
		this.#dirty = true;
		this.#stage.request();
	}

	resize(viewport: Viewport, pixelRatio: number): void {
		this.#viewport = viewport;
		this.#pixelRatio = pixelRatio;
		this.#camera = this.#atHome ? homeCamera(viewport) : clampCamera(this.#camera, viewport);
		this.#dirty = true;
		if (this.#scene === null) this.rebuild();
	}

	rebuild(): void {
		this.#scene?.destroy();
		const palette = readPalette(this.#host);
		this.#stage.background = palette.abyss;
		const { root, hasShaders } = this.#stage;
		const scene = (this.#scene = new Scene(root, this.#world, this.#points, palette, hasShaders));
		const style = getComputedStyle(this.#host);
		scene.travel.setTimes({
			travelMs: milliseconds(style.getPropertyValue('--dur-travel')),
			ringMs: milliseconds(style.getPropertyValue('--dur-ring'))
		});
		scene.points.setLargeness(this.#largeness);
		if (this.#isShown !== null) scene.points.filter(this.#isShown);
		if (this.#frame !== null) {
			scene.points.setFrame(this.#frame);
			scene.points.mix(1);
			scene.night.setTime(this.#world.clock.startMinute + this.#frame.minute);
		}
		this.#blend = null;
		this.#dirty = true;
	}

	beforePicture(nowMs: number): boolean {
		const scene = this.#scene!;
		let again = false;
		if (this.#flight !== null) {
			const { from, to, startMs, ms } = this.#flight;
			const t = Math.min(1, Math.max(0, (nowMs - startMs) / ms));
			this.#camera = between(from, to, t * t * (3 - 2 * t));
			this.#dirty = true;
			if (t >= 1) this.#flight = null;
			else again = true;
		}
		if (this.#blend !== null) {
			const { startMs, ms } = this.#blend;
			const share = Math.min(1, Math.max(0, (nowMs - startMs) / ms));
			scene.points.mix(share);
			if (share >= 1) this.#blend = null;
			else again = true;
		}
		if (this.#dirty) {
			this.#dirty = false;
			const view = { camera: this.#camera, viewport: this.#viewport, pixelRatio: this.#pixelRatio };
			scene.look(view, this.#stage.renderer);
			this.#events.moved();
		}
		return scene.animate(nowMs) || again;
	}

	close(): void {
		this.#unmount();
		this.#scene?.destroy();
		this.#scene = null;
	}
}

/** A duration token in ms: tokens are written in ms. */
function milliseconds(token: string): number {
	const number = parseFloat(token);
	if (!Number.isFinite(number)) return 0;
	return /\ds\s*$/.test(token) && !/ms\s*$/.test(token) ? number * 1000 : number;
}
