import type { MapCounts } from '../../client/map/map-run.svelte.ts';
import type { MapFacts } from '../../client/map/messages.ts';
import { toScreen, wholeWorldScale } from '../../map/camera.ts';
import { listenToHands } from '../../map/gestures.ts';
import type { MapView } from '../../map/map-view.ts';
import type { WorldPoint } from '../../map/projection.ts';

const NEAR_PX = 26;
const FLIGHT_MS = 700;

/** The map as a page sees it: the view that draws, and what labels and legends must know of it. */
export class MapSurface {
	/** Grows with every move of the picture. */
	moves = $state(0);
	hostsPerPoint = $state(0);
	isFull = $state(true);
	failure = $state<string | null>(null);
	ready = $state(false);
	hovered = $state<number | null>(null);
	chosen = $state<number | null>(null);
	#view: MapView | null = null;

	/** Opens the stage in an element. Returns what closes it; leaving before it has opened is fine. */
	open(host: HTMLElement, facts: MapFacts, releasedAt: string): () => void {
		let closed = false;
		let stopHands = () => {};
		const start = async () => {
			const [{ openStage }, { MapView }] = await Promise.all([
				import('../../map/stage.ts'),
				import('../../map/map-view.ts')
			]);
			const stage = await openStage();
			if (closed) return;
			const origin = facts.metros.find(({ id }) => id === releasedAt);
			const from = origin === undefined ? null : ([origin.lng, origin.lat] as const);
			const view = new MapView(stage, host, facts, from, { moved: () => this.#moved() });
			this.#view = view;
			this.ready = true;
			this.#moved();
			stopHands = listenToHands(host, {
				panBy: (dx, dy) => view.panBy(dx, dy),
				zoomBy: (factor, at) => view.zoomBy(factor, at),
				hover: (at) => (this.hovered = at === null ? null : this.#metroAt(at)),
				tap: (at) => (this.chosen = this.#metroAt(at))
			});
		};
		start().catch((error: unknown) => {
			this.failure = error instanceof Error ? error.message : String(error);
		});
		return () => {
			closed = true;
			stopHands();
			this.#view?.close();
			this.#view = null;
			this.ready = false;
		};
	}

	show({ minute, counts }: MapCounts, blendMs: number): void {
		this.#view?.show({ minute, counts }, blendMs);
	}

	filter(test: ((spot: number) => boolean) | null): void {
		this.#view?.filter(test);
	}

	freeze(frozen: boolean): void {
		this.#view?.freeze(frozen);
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

	flyToMetro(metro: number): void {
		const place = this.#view?.metroPlaces[metro];
		if (place === undefined) return;
		this.#view!.flyTo(...place, 130, flightMs());
		this.chosen = metro;
	}

	/** Where a metro is in the picture, in CSS pixels. */
	screenOf(metro: number): WorldPoint {
		const view = this.#view!;
		return toScreen(view.camera, view.viewport, view.metroPlaces[metro]!);
	}

	get size() {
		return this.#view?.viewport ?? { width: 1, height: 1 };
	}

	/** 1 with the whole world in view. */
	get closeness(): number {
		const view = this.#view;
		return view === null ? 1 : view.camera.scale / wholeWorldScale(view.viewport);
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
