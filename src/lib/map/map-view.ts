import { Container } from 'pixi.js';
import { between, clampCamera, homeCamera, pan, zoomAt, type Camera, type Viewport } from './camera.ts';
import { readPalette } from './palette.ts';
import { placePoints, pointsOf, type Points } from './points.ts';
import { hostsPerPoint } from './sample.ts';
import { Scene } from './scene.ts';
import type { Act, Stage } from './stage.ts';
import type { WorldPoint } from './projection.ts';
import type { MapFrame, MapWorld } from './world.ts';
import { Landings, type Landing } from './landings.ts';
import type { LngLat, TravelLayer } from './layers/travel-layer.ts';
import type { Gauge } from './layers/gauge-layer.ts';
import { Walks } from './walks.ts';

export interface MapEvents {
	/** The picture was moved, resized or split: labels and the legend follow. */
	moved(): void;
}

export interface MapOptions {
	/** Where threads start. */
	readonly releasedAt: LngLat | null;
	/** One of several pictures at once. */
	readonly copied?: boolean;
	/** Whether the update's and the fix's ways are drawn. */
	readonly ways?: boolean;
	/** Points of the world view at least, where another number than the usual is wanted. */
	readonly leastPoints?: number;
}

/** A world on the stage: its counts, what is looked at, what is shown. Everything a map page drives. */
export class MapView implements Act {
	readonly root = new Container();
	readonly #stage: Stage;
	readonly #world: MapWorld;
	readonly #points: Points;
	readonly #host: HTMLElement;
	readonly #events: MapEvents;
	readonly #unmount: () => void;
	readonly #landings: Landings;
	readonly #walks: Walks;
	readonly #ways: boolean;
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
	#night = true;
	#gauges: readonly Gauge[] = [];
	#shares: ArrayLike<number> = [];
	background = 0;

	constructor(
		stage: Stage,
		host: HTMLElement,
		world: MapWorld,
		events: MapEvents,
		{ releasedAt, copied = false, ways = true, leastPoints }: MapOptions
	) {
		this.#stage = stage;
		this.#world = world;
		this.#host = host;
		this.#events = events;
		this.#points = leastPoints === undefined ? pointsOf(world) : placePoints(world, leastPoints);
		this.#landings = new Landings(world, releasedAt);
		this.#walks = new Walks(world);
		this.#ways = ways;
		this.#unmount = stage.mount(host, this, copied);
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
		return hostsPerPoint(this.#points.finestHosts, points.splits);
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
		if (this.#ways) {
			if (this.#landings.see(frame, before)) this.#announce(scene.update, this.#landings.take());
			if (this.#walks.see(frame, before)) this.#announce(scene.fix, this.#walks.take());
		}
		this.#stage.request(this);
	}

	#announce(layer: TravelLayer, landings: readonly Landing[]): void {
		if (this.#frozen) return;
		// Where nothing moves, what is drawn stays: only the latest steps are kept.
		if (layer.isStill) layer.clear();
		const now = performance.now();
		for (const { from, to, delayMs } of landings) {
			const startMs = now + (layer.isStill ? 0 : delayMs);
			if (from === null) layer.land(to, startMs);
			else layer.send(from, to, startMs);
		}
	}

	/** Rings at places, closed as far as their share; none for an empty list. */
	setGauges(gauges: readonly Gauge[], shares: ArrayLike<number>): void {
		if (gauges !== this.#gauges) this.#scene?.gauges.setGauges(gauges);
		this.#gauges = gauges;
		this.#shares = shares;
		this.#scene?.gauges.setShares(shares);
		this.#stage.request(this);
	}

	/** Whether night is drawn. */
	showNight(shown: boolean): void {
		this.#night = shown;
		if (this.#scene !== null) this.#scene.night.container.visible = shown;
		this.#stage.request(this);
	}

	/** Hides the points of spots that are not asked for; null shows all. */
	filter(isShown: ((spot: number) => boolean) | null): void {
		this.#isShown = isShown;
		this.#scene?.points.filter(isShown ?? (() => true));
		this.#stage.request(this);
	}

	/** Frozen, nothing moves by itself: points and rings stand still. */
	freeze(frozen: boolean): void {
		this.#frozen = frozen;
		if (frozen) {
			this.#blend = null;
			this.#scene?.points.mix(1);
			this.#scene?.update.clear();
			this.#scene?.fix.clear();
		}
		this.#stage.request(this);
	}

	setLargeness(factor: number): void {
		this.#largeness = factor;
		this.#scene?.points.setLargeness(factor);
		this.#scene?.gauges.setLargeness(factor);
		this.#dirty = true;
		this.#stage.request(this);
	}

	/** The theme has changed. */
	repaint(): void {
		this.rebuild();
		this.#stage.request(this);
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
		this.#stage.request(this);
	}

	#moveTo(camera: Camera): void {
		this.#flight = null;
		this.#atHome = false;
		this.#camera = camera;
		this.#dirty = true;
		this.#stage.request(this);
	}

	resize(viewport: Viewport, pixelRatio: number): void {
		this.#viewport = viewport;
		this.#pixelRatio = pixelRatio;
		// A wall or a projector is looked at from afar.
		this.setLargeness(Math.max(1, Math.min(viewport.width / 1920, viewport.height / 900)));
		this.#camera = this.#atHome ? homeCamera(viewport) : clampCamera(this.#camera, viewport);
		this.#dirty = true;
		if (this.#scene === null) this.rebuild();
	}

	rebuild(): void {
		this.#scene?.destroy();
		const palette = readPalette(this.#host);
		this.background = palette.abyss;
		const { hasShaders } = this.#stage;
		const scene = (this.#scene = new Scene(this.root, this.#world, this.#points, palette, hasShaders));
		const style = getComputedStyle(this.#host);
		const times = {
			travelMs: milliseconds(style.getPropertyValue('--dur-travel')),
			ringMs: milliseconds(style.getPropertyValue('--dur-ring'))
		};
		for (const layer of [scene.update, scene.fix]) layer.setTimes(times);
		scene.points.setLargeness(this.#largeness);
		scene.gauges.setLargeness(this.#largeness);
		scene.gauges.setGauges(this.#gauges);
		scene.gauges.setShares(this.#shares);
		scene.night.container.visible = this.#night;
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
		this.root.destroy();
	}
}

/** A duration token in ms: tokens are written in ms. */
function milliseconds(token: string): number {
	const number = parseFloat(token);
	if (!Number.isFinite(number)) return 0;
	return /\ds\s*$/.test(token) && !/ms\s*$/.test(token) ? number * 1000 : number;
}
