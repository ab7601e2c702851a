import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { toScreen, type Covered } from '../../../map/camera/camera.ts';
import { listenToGestures } from '../../../map/camera/gestures.ts';
import type { Gauge } from '../../../map/layers/gauge-layer.ts';
import type { MapView } from '../../../map/map-view.ts';
import type { WorldPoint } from '../../../map/geo/projection.ts';
import type { ShownRings } from '../../../map/placed-rings.ts';
import { nextPicture } from '../../../map/points/slices.ts';
import { watchTheme } from './watch-theme.ts';

const NEAR_PX = 26;
const FLIGHT_MS = 700;
/** World units that a city's view shows across its smaller side: about 2,600 km. */
const CITY_SPAN = 130;
/** Where the vendor of the built-in scenarios releases from. */
const RELEASED_AT = 'austin-us';

/** Its code did not come, no canvas can be drawn on, or the graphics context is gone. */
export type PictureFailure = 'notLoaded' | 'noCanvas' | 'contextLost';

/** The map as a page sees it: the view that draws, and what labels and legends must know of it. */
export class MapSurface {
	/** Grows with every move of the picture. */
	moves = $state(0);
	hostsPerPoint = $state(0);
	isFull = $state(true);
	/** Why there is no picture; null: there is one, or one is coming. */
	failure = $state<PictureFailure | null>(null);
	/** It draws what it is given. */
	ready = $state(false);
	/** A picture of what it was given stands: what is written in it and around it can come. */
	shown = $state(false);
	hovered = $state<number | null>(null);
	chosen = $state<number | null>(null);
	#view: MapView | null = null;

	/**
	 * Opens the renderer in an element. Returns what closes it; leaving before it has opened is fine.
	 * @param small one of several pictures at once, that nobody moves
	 */
	open(host: HTMLElement, facts: MapFacts, small = false): () => void {
		let closed = false;
		const stop: (() => void)[] = [];
		const fail = (failure: PictureFailure) => {
			if (!closed) this.failure = failure;
		};
		const start = async () => {
			const code = await loadCode();
			if (closed || code === null) return fail('notLoaded');
			const { openMapRenderer, MapView, prepareScene } = code;
			const renderer = await openMapRenderer();
			if (closed) return;
			const scene = await prepareScene(host, facts, renderer.hasShaders);
			await nextPicture();
			if (closed || renderer.isGone) {
				scene.destroy();
				return fail('contextLost');
			}
			const origin = facts.metros.find(({ id }) => id === RELEASED_AT);
			const releasedAt = origin === undefined ? null : ([origin.lng, origin.lat] as const);
			const events = { moved: () => this.#moved(), gone: () => fail('contextLost') };
			const options = { releasedAt, copied: small, ways: !small, scene };
			const view = new MapView(renderer, host, facts, events, options);
			this.#view = view;
			stop.push(watchTheme(() => view.repaint()));
			if (!small) stop.push(listenToGestures(host, this.#hands(view)));
			// One after another, each work enough for a picture: the first, what the page has to show in it, what it writes
			// in it and around it.
			await nextPicture();
			if (closed) return;
			this.ready = true;
			this.#moved();
			await nextPicture();
			if (!closed) this.shown = true;
		};
		start().catch(() => fail('noCanvas'));
		return () => {
			closed = true;
			for (const end of stop) end();
			this.#view?.close();
			this.#view = null;
			this.ready = false;
			this.shown = false;
		};
	}

	/** Makes room for another attempt: who shows the surface opens it again. */
	tryAgain(): void {
		this.failure = null;
	}

	#hands(view: MapView) {
		return {
			panBy: (dx: number, dy: number) => view.panBy(dx, dy),
			zoomBy: (factor: number, at?: WorldPoint) => view.zoomBy(factor, at),
			hover: (at: WorldPoint | null) => (this.hovered = at === null ? null : this.#metroAt(at)),
			tap: (at: WorldPoint) => (this.chosen = this.#metroAt(at))
		};
	}

	show(snapshot: MapSnapshot, blendMs: number): void {
		this.#view?.show(snapshot, blendMs);
	}

	filter(test: ((cell: number) => boolean) | null): void {
		this.#view?.filter(test);
	}

	freeze(frozen: boolean): void {
		this.#view?.freeze(frozen);
	}

	setGauges(gauges: readonly Gauge[], shares: ArrayLike<number>): void {
		this.#view?.setGauges(gauges, shares);
	}

	setRings(rings: ShownRings | null, opens: boolean): void {
		this.#view?.setRings(rings, opens);
	}

	showNight(shown: boolean): void {
		this.#view?.showNight(shown);
	}

	/** Something lies over parts of the picture. */
	cover(covered: Covered): void {
		this.#view?.cover(covered);
	}

	panBy(dx: number, dy: number): void {
		this.#view?.panBy(dx, dy);
	}

	zoomBy(factor: number, at?: WorldPoint): void {
		this.#view?.zoomBy(factor, at);
	}

	home(): void {
		this.#view?.home(flightMs());
	}

	/** To a city, and opens its figures. */
	flyToMetro(metro: number): void {
		const place = this.#view?.metroPlaces[metro];
		if (place !== undefined) this.#view!.flyTo(...place, CITY_SPAN, flightMs());
		this.chosen = metro;
	}

	/**
	 * To where these cities are, all of them in view.
	 * @param around world units to see beside them along the smaller side
	 */
	flyToAll(metros: readonly number[], around = 60, ms = flightMs()): void {
		const view = this.#view;
		if (view === null || metros.length === 0) return;
		const places = metros.map((metro) => view.metroPlaces[metro]!);
		const middle = (from: number, to: number) => (from + to) / 2;
		const [xs, ys] = [places.map(([x]) => x), places.map(([, y]) => y)];
		const [left, right] = [Math.min(...xs), Math.max(...xs)];
		const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
		const { width, height } = view.viewport;
		const least = Math.min(width, height);
		// The span is measured along the smaller side.
		const span = Math.max(((right - left) * least) / width, ((bottom - top) * least) / height);
		view.flyTo(middle(left, right), middle(top, bottom), span * 1.15 + around, ms);
	}

	/** Where a metro is in the picture, in CSS pixels. */
	screenOf(metro: number): WorldPoint {
		return this.screenAt(this.#view!.metroPlaces[metro]!);
	}

	/** Where a point of the plane is in the picture, in CSS pixels. */
	screenAt(place: WorldPoint): WorldPoint {
		const view = this.#view!;
		return toScreen(view.camera, view.viewport, place);
	}

	get size() {
		return this.#view?.viewport ?? { width: 1, height: 1 };
	}

	#metroAt([x, y]: WorldPoint): number | null {
		let nearest: number | null = null;
		let least = NEAR_PX;
		this.#view?.metroPlaces.forEach((_, metro) => {
			const [mx, my] = this.screenOf(metro);
			const distance = Math.hypot(mx - x, my - y);
			if (distance < least) {
				least = distance;
				nearest = metro;
			}
		});
		return nearest;
	}

	#moved(): void {
		if (this.#view === null) return;
		this.moves++;
		this.hostsPerPoint = this.#view.hostsPerPoint;
		this.isFull = this.#view.isFull;
	}
}

function flightMs(): number {
	return matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : FLIGHT_MS;
}

/**
 * What draws, which a page loads when it has a map to show; null: it did not come. One part after another: what several
 * parts do as they load would hold up one picture.
 */
async function loadCode() {
	try {
		const { openMapRenderer } = await import('../../../map/renderer/open-renderer.ts');
		await nextPicture();
		const { MapView, prepareScene } = await import('../../../map/map-view.ts');
		await nextPicture();
		return { openMapRenderer, MapView, prepareScene };
	} catch {
		return null;
	}
}
