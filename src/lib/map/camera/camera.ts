import { project, SOUTH_EDGE_LAT, WORLD_WIDTH, type WorldPoint } from '../geo/projection.ts';

/** What is looked at: the world point in the middle, and CSS pixels for a world unit. */
export interface Camera {
	readonly x: number;
	readonly y: number;
	readonly scale: number;
}

/** Size of the picture in CSS pixels. */
export interface Viewport {
	readonly width: number;
	readonly height: number;
	readonly covered?: Covered;
}

/** What of a picture lies under something, in CSS pixels of its sides. */
export interface Covered {
	/** A world that leaves room stands beside it. */
	readonly left: number;
	/** The whole world stands below it. */
	readonly top: number;
}

/** How much closer than the whole world one can come. */
export const CLOSEST = 24;

const TOP = 4;
const BOTTOM = project(11, SOUTH_EDGE_LAT)[1];

/** West of California is more sea than hosts: it may lie under what covers the left. */
const WEST_COAST = project(-125, 38)[0];

/** The scale at which the whole world just fits, and what covers the left leaves the west coast of North America to be seen. */
export function wholeWorldScale(viewport: Viewport): number {
	const { width, covered } = viewport;
	const beside = (width - (covered?.left ?? 0)) / (WORLD_WIDTH - WEST_COAST);
	return Math.min(width / WORLD_WIDTH, beside, freeHeight(viewport) / (BOTTOM - TOP));
}

const freeHeight = ({ height, covered }: Viewport) => Math.max(1, height - (covered?.top ?? 0));

/** The middle of what most hosts stand on: from the west coast of North America to Moscow. */
const ATLANTIC = (project(-122, 38)[0] + project(37, 55)[0]) / 2;

/** The world on a wide screen; on a narrow one as much of it as is large enough to read, the Atlantic in the middle. */
export function homeCamera(viewport: Viewport): Camera {
	const whole = wholeWorldScale(viewport);
	const filled = freeHeight(viewport) / (BOTTOM - TOP);
	const scale = viewport.width / viewport.height > 1.5 ? whole : Math.max(whole, filled * 0.85);
	return clampCamera({ x: ATLANTIC, y: (TOP + BOTTOM) / 2, scale }, viewport);
}

/** The nearest camera that shows no more beside the world than it must. */
export function clampCamera({ x, y, scale }: Camera, viewport: Viewport): Camera {
	const whole = wholeWorldScale(viewport);
	const clamped = Math.min(Math.max(scale, whole), whole * CLOSEST);
	const along = (at: number, from: number, to: number, pixels: number) => {
		const half = pixels / clamped / 2;
		return to - from <= 2 * half ? (from + to) / 2 : Math.min(Math.max(at, from + half), to - half);
	};
	const slack = (pixels: number, size: number, covered = 0) =>
		Math.min(Math.max(0, pixels - size * clamped), covered) / 2 / clamped;
	const { width, height, covered } = viewport;
	return {
		x: along(x, 0, WORLD_WIDTH, width) - slack(width, WORLD_WIDTH, covered?.left),
		y: along(y, TOP, BOTTOM, height) - slack(height, BOTTOM - TOP, covered?.top),
		scale: clamped
	};
}

export function toScreen(
	{ x, y, scale }: Camera,
	{ width, height }: Viewport,
	[wx, wy]: WorldPoint
): WorldPoint {
	return [(wx - x) * scale + width / 2, (wy - y) * scale + height / 2];
}

export function toWorld(
	{ x, y, scale }: Camera,
	{ width, height }: Viewport,
	[sx, sy]: WorldPoint
): WorldPoint {
	return [(sx - width / 2) / scale + x, (sy - height / 2) / scale + y];
}

/** Closer by a factor, with the world point under `at` (in CSS pixels) staying where it is. */
export function zoomAt(camera: Camera, viewport: Viewport, at: WorldPoint, factor: number): Camera {
	const whole = wholeWorldScale(viewport);
	const scale = Math.min(Math.max(camera.scale * factor, whole), whole * CLOSEST);
	const [wx, wy] = toWorld(camera, viewport, at);
	const x = wx - (at[0] - viewport.width / 2) / scale;
	const y = wy - (at[1] - viewport.height / 2) / scale;
	return clampCamera({ x, y, scale }, viewport);
}

/** Moved so that the picture slides by so many CSS pixels. */
export function pan(camera: Camera, viewport: Viewport, dx: number, dy: number): Camera {
	return clampCamera(
		{ ...camera, x: camera.x - dx / camera.scale, y: camera.y - dy / camera.scale },
		viewport
	);
}

/** On the way from one camera to another; `t` from 0 to 1. Closeness changes evenly, and the target comes in with it. */
export function between(from: Camera, to: Camera, t: number): Camera {
	if (t >= 1) return to;
	const scale = from.scale * (to.scale / from.scale) ** t;
	// With a changing scale, even steps in 1/scale keep the target moving straight across the picture.
	const way =
		Math.abs(to.scale - from.scale) < 1e-6 * from.scale
			? t
			: (1 / scale - 1 / from.scale) / (1 / to.scale - 1 / from.scale);
	return { x: from.x + (to.x - from.x) * way, y: from.y + (to.y - from.y) * way, scale };
}

/** CSS pixels of a world unit on a desk, 1920 wide, with the whole world in view. */
const DESK_SCALE = 0.93;

/** How much larger the ground is than on a desk with the whole world in view; markers may be drawn larger throughout. */
export function closenessOf({ scale }: Camera, largeness = 1): number {
	return scale / DESK_SCALE / largeness;
}

/** How often points have split, 0 to SPLITS: larger ground holds more of them. */
export function splitsAt(closeness: number): number {
	return SPLIT_AT.filter((least) => closeness >= least).length;
}

const SPLIT_AT: readonly number[] = [0.48, 0.56, 3, 8];
