import {
	between,
	clampCamera,
	homeCamera,
	pan,
	zoomAt,
	type Camera,
	type Covered,
	type Viewport
} from './camera.ts';
import type { WorldPoint } from '../geo/projection.ts';

interface Flight {
	readonly from: Camera;
	readonly to: Camera;
	readonly startMs: number;
	readonly ms: number;
}

/** What of the world is looked at, and how one gets from there to elsewhere. */
export class LookAround {
	viewport: Viewport = { width: 1, height: 1 };
	camera: Camera = { x: 0, y: 0, scale: 1 };
	#covered: Covered = { left: 0, top: 0 };
	/** Nobody has moved the picture: after a resize it shows the whole again. */
	#atHome = true;
	#flight: Flight | null = null;

	resize(viewport: Viewport): void {
		this.viewport = { ...viewport, covered: this.#covered };
		this.#flight = null;
		this.camera = this.#atHome ? homeCamera(this.viewport) : clampCamera(this.camera, this.viewport);
	}

	/** Something lies over parts of the picture. */
	cover(covered: Covered): void {
		if (covered.left === this.#covered.left && covered.top === this.#covered.top) return;
		this.#covered = covered;
		this.resize(this.viewport);
	}

	panBy(dx: number, dy: number): void {
		this.#jump(pan(this.camera, this.viewport, dx, dy));
	}

	/** Closer by a factor; what is `at` (in CSS pixels) stays there, by default the middle. */
	zoomBy(factor: number, at?: WorldPoint): void {
		const { width, height } = this.viewport;
		this.#jump(zoomAt(this.camera, this.viewport, at ?? [width / 2, height / 2], factor));
	}

	/** The whole world again; at once where `ms` is 0. */
	home(ms: number): void {
		this.#fly(homeCamera(this.viewport), ms);
		this.#atHome = true;
	}

	/** To a place, so close that `span` world units fill the smaller side. */
	flyTo(x: number, y: number, span: number, ms: number): void {
		const scale = Math.min(this.viewport.width, this.viewport.height) / span;
		this.#fly(clampCamera({ x, y, scale }, this.viewport), ms);
	}

	/** Moves on along a flight. `moved`: the camera has changed; `again`: it will. */
	beforePicture(nowMs: number): { readonly moved: boolean; readonly again: boolean } {
		if (this.#flight === null) return { moved: false, again: false };
		const { from, to, startMs, ms } = this.#flight;
		const t = Math.min(1, Math.max(0, (nowMs - startMs) / ms));
		this.camera = between(from, to, t * t * (3 - 2 * t));
		if (t >= 1) this.#flight = null;
		return { moved: true, again: t < 1 };
	}

	#fly(to: Camera, ms: number): void {
		if (ms <= 0) return this.#jump(to);
		this.#atHome = false;
		this.#flight = { from: this.camera, to, startMs: performance.now(), ms };
	}

	#jump(camera: Camera): void {
		this.#flight = null;
		this.#atHome = false;
		this.camera = camera;
	}
}
