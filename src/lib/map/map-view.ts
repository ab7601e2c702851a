import { Container } from 'pixi.js';
import { Blend } from './blend.ts';
import type { Camera, Covered, Viewport } from './camera/camera.ts';
import { LookAround } from './camera/look-around.ts';
import { milliseconds } from './duration-token.ts';
import { readPalette } from './palette.ts';
import { placePoints, pointsOf, preparePoints, type Points } from './points/points.ts';
import type { ShownRings } from './placed-rings.ts';
import { hostsPerPoint } from './points/sample.ts';
import { atOnce, inSlices } from './points/slices.ts';
import { Scene } from './scene.ts';
import type { Drawing } from './renderer/drawing.ts';
import type { MapRenderer } from './renderer/map-renderer.ts';
import type { WorldPoint } from './geo/projection.ts';
import type { MapFrame, MapWorld } from './map-world.ts';
import type { LngLat } from './layers/travel-layer.ts';
import type { Gauge } from './layers/gauge-layer.ts';
import { Ways } from './geo/ways.ts';

export interface MapEvents {
	/** The picture was moved, resized or split: labels and the legend follow. */
	moved(): void;
	/** Nothing more can be drawn: the graphics context does not come back. */
	gone(): void;
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
	/** Its scene, where that has been built already. */
	readonly scene?: Scene;
}

/** Builds the scene of a world in slices, so that a page lives on meanwhile: the view that opens then gets it. */
export async function prepareScene(host: HTMLElement, world: MapWorld, hasShaders: boolean): Promise<Scene> {
	return inSlices(Scene.building(world, await preparePoints(world), readPalette(host), hasShaders));
}

/** A world on the renderer: its counts, what is looked at, what is shown. Everything a map page drives. */
export class MapView implements Drawing {
	readonly root = new Container();
	readonly #renderer: MapRenderer;
	readonly #world: MapWorld;
	readonly #points: Points;
	readonly #host: HTMLElement;
	readonly #events: MapEvents;
	readonly #unmount: () => void;
	readonly #ways: Ways | null;
	/** Built before the first picture, which takes it. */
	#prepared: Scene | null;
	#scene: Scene | null = null;
	readonly #around = new LookAround();
	#pixelRatio = 1;
	readonly #blend = new Blend();
	#frame: MapFrame | null = null;
	#isShown: ((cell: number) => boolean) | null = null;
	#frozen = false;
	#largeness = 1;
	#dirty = true;
	#night = true;
	#gauges: readonly Gauge[] = [];
	#shares: ArrayLike<number> = [];
	#rings: ShownRings | null = null;
	background = 0;

	constructor(
		renderer: MapRenderer,
		host: HTMLElement,
		world: MapWorld,
		events: MapEvents,
		{ releasedAt, copied = false, ways = true, leastPoints, scene }: MapOptions
	) {
		this.#renderer = renderer;
		this.#world = world;
		this.#host = host;
		this.#events = events;
		this.#points = leastPoints === undefined ? pointsOf(world) : placePoints(world, leastPoints);
		this.#ways = ways ? new Ways(world, releasedAt) : null;
		this.#prepared = scene ?? null;
		this.#unmount = renderer.mount(host, this, copied);
	}

	get camera(): Camera {
		return this.#around.camera;
	}

	get viewport(): Viewport {
		return this.#around.viewport;
	}

	get metroPlaces(): readonly WorldPoint[] {
		return this.#points.metroPlaces;
	}

	/** Whether the picture is the full one, or the simple one of a canvas without shaders. */
	get isFull(): boolean {
		return this.#renderer.hasShaders;
	}

	/** What one point stands for at this closeness. */
	get hostsPerPoint(): number {
		const { points } = this.#scene!;
		return hostsPerPoint(this.#points.finestHosts, points.splits);
	}

	/** Whether every layer is drawn: the first pictures bring them in one after another. */
	get isWhole(): boolean {
		return this.#scene?.isWhole ?? false;
	}

	get uploadBytes(): number {
		return this.#scene?.points.uploadBytes ?? 0;
	}

	/**
	 * Shows the counts of a snapshot. Points change one after another over `blendMs` of real time; 0 changes them at
	 * once, which is right for jumps and for people who want less motion.
	 */
	show(frame: MapFrame, blendMs: number): void {
		const before = this.#frame;
		this.#frame = frame;
		const scene = this.#scene;
		if (scene === null) return;
		const changes = scene.points.setFrame(frame);
		scene.night.setTime(this.#world.clock.startMinute + frame.minute);
		if (blendMs === 0 || before === null || this.#frozen) this.#settle();
		else if (changes) {
			scene.points.mix(0);
			this.#blend.start(performance.now(), blendMs);
		}
		this.#ways?.see(scene, frame, before, this.#frozen, this.#rings !== null);
		if (changes || frame.minute !== before?.minute) this.#renderer.request(this);
	}

	/** All points as they are now, none on its way. */
	#settle(): void {
		this.#scene?.points.mix(1);
		this.#blend.stop();
	}

	/** Rings at places, closed as far as their share; none for an empty list. */
	setGauges(gauges: readonly Gauge[], shares: ArrayLike<number>): void {
		if (gauges !== this.#gauges) this.#scene?.gauges.setGauges(gauges);
		this.#gauges = gauges;
		this.#shares = shares;
		this.#scene?.gauges.setShares(shares);
		this.#renderer.request(this);
	}

	/**
	 * The rings of a release at the places where it lands; null: none.
	 * @param opens whether a ring that was not open before may be seen opening
	 */
	setRings(rings: ShownRings | null, opens: boolean): void {
		this.#rings = rings;
		this.#scene?.rings.setRings(rings, opens && !this.#frozen, performance.now());
		this.#renderer.request(this);
	}

	/** Whether night is drawn. */
	showNight(shown: boolean): void {
		this.#night = shown;
		if (this.#scene !== null) this.#scene.night.container.visible = shown;
		this.#renderer.request(this);
	}

	/** Hides the points of cells that are not asked for; null shows all. */
	filter(isShown: ((cell: number) => boolean) | null): void {
		this.#isShown = isShown;
		this.#scene?.points.filter(isShown ?? (() => true));
		this.#renderer.request(this);
	}

	/** Frozen, nothing moves by itself: points and rings stand still. */
	freeze(frozen: boolean): void {
		this.#frozen = frozen;
		if (frozen) {
			this.#settle();
			this.#scene?.update.clear();
			this.#scene?.fix.clear();
			this.#scene?.rings.setRings(this.#rings, false, 0);
		}
		this.#renderer.request(this);
	}

	setLargeness(factor: number): void {
		this.#largeness = factor;
		this.#scene?.points.setLargeness(factor);
		this.#scene?.gauges.setLargeness(factor);
		this.#scene?.rings.setLargeness(factor);
		this.#dirty = true;
		this.#renderer.request(this);
	}

	/** The theme has changed. */
	repaint(): void {
		this.rebuild();
		this.#renderer.request(this);
	}

	panBy(dx: number, dy: number): void {
		this.#around.panBy(dx, dy);
		this.#look();
	}

	zoomBy(factor: number, at?: WorldPoint): void {
		this.#around.zoomBy(factor, at);
		this.#look();
	}

	/** The whole world again. */
	home(ms: number): void {
		this.#around.home(this.#frozen ? 0 : ms);
		this.#look();
	}

	/** To a place, so close that `span` world units fill the smaller side. */
	flyTo(x: number, y: number, span: number, ms: number): void {
		this.#around.flyTo(x, y, span, this.#frozen ? 0 : ms);
		this.#look();
	}

	/** Something lies over parts of the picture. */
	cover(covered: Covered): void {
		this.#around.cover(covered);
		this.#look();
	}

	#look(): void {
		this.#dirty = true;
		this.#renderer.request(this);
	}

	resize(viewport: Viewport, pixelRatio: number): void {
		this.#pixelRatio = pixelRatio;
		// A wall or a projector is looked at from afar.
		this.setLargeness(Math.max(1, Math.min(viewport.width / 1920, viewport.height / 900)));
		this.#around.resize(viewport);
		this.#dirty = true;
		if (this.#scene === null) this.rebuild();
	}

	rebuild(): void {
		this.#scene?.destroy();
		const scene = (this.#scene = this.#prepared ?? this.#newScene());
		this.#prepared = null;
		this.root.addChild(scene.root);
		this.background = scene.background;
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
		scene.rings.setRingMs(times.ringMs);
		scene.rings.setLargeness(this.#largeness);
		scene.rings.setRings(this.#rings, false, 0);
		scene.night.container.visible = this.#night;
		if (this.#isShown !== null) scene.points.filter(this.#isShown);
		if (this.#frame !== null) {
			scene.points.setFrame(this.#frame);
			scene.points.mix(1);
			scene.night.setTime(this.#world.clock.startMinute + this.#frame.minute);
		}
		this.#blend.stop();
		this.#dirty = true;
	}

	#newScene(): Scene {
		const { hasShaders } = this.#renderer;
		return atOnce(Scene.building(this.#world, this.#points, readPalette(this.#host), hasShaders));
	}

	beforePicture(nowMs: number): boolean {
		const scene = this.#scene!;
		const flight = this.#around.beforePicture(nowMs);
		const enters = scene.enter();
		let again = flight.again || !scene.isWhole;
		if (flight.moved) this.#dirty = true;
		const share = this.#blend.shareAt(nowMs);
		if (share !== null) {
			scene.points.mix(share);
			again ||= share < 1;
		}
		if (this.#dirty || enters) {
			const view = { camera: this.camera, viewport: this.viewport, pixelRatio: this.#pixelRatio };
			scene.look(view, this.#renderer.renderer);
			if (this.#dirty) this.#events.moved();
			this.#dirty = false;
		}
		return scene.animate(nowMs) || again;
	}

	gone(): void {
		this.#events.gone();
	}

	close(): void {
		this.#unmount();
		this.#scene?.destroy();
		this.#scene = null;
		this.root.destroy();
	}
}
