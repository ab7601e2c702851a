import { Container, Graphics, GraphicsContext } from 'pixi.js';
import { placesApart } from '../points/apart.ts';
import { toScreen } from '../camera/camera.ts';
import type { Layer, View } from '../layer.ts';
import type { Palette } from '../palette.ts';
import { radiusOf, type PlacedRing, type ShownRings } from '../placed-rings.ts';

/** Circles explain, many circles hide. */
const MOST_PLACES = 30;
const OPEN = { width: 1.4, alpha: 0.86 };
const COMING = { width: 0.9, alpha: 0.3 };
/** Least room between the circles of two places. */
const BETWEEN_PX = 14;
/** Circles are closed in so many steps: those that look alike share one drawing. */
const STEPS = 48;
const DASHES = 12;
/** One place after another, the largest first, over this much of the time that a circle takes to open. */
const SPREAD = 0.5;

interface Circle {
	readonly drawing: Graphics;
	readonly ring: number;
	readonly place: number;
	/** Number among the places shown. */
	readonly turn: number;
}

/** The rings of a release at the places where it lands: a circle widens when its ring opens, and then stands. */
export class RingLayer implements Layer {
	readonly container = new Container();
	readonly #ink: number;
	readonly #contexts = new Map<string, GraphicsContext>();
	#shown: ShownRings | null = null;
	#circles: Circle[] = [];
	/** Places that have circles now, and what they were drawn for. */
	#kept: readonly number[] = [];
	#drawn: ShownRings | null = null;
	#view: View | null = null;
	#largeness = 1;
	#ringMs = 0;
	/** Rings from this one on are opening since then. */
	#opening: { readonly fromRing: number; readonly startMs: number } | null = null;

	constructor(palette: Palette) {
		this.#ink = palette.ink;
		this.container.visible = false;
	}

	/** Real time that a circle takes to open, from the tokens; 0: circles are still pictures. */
	setRingMs(ringMs: number): void {
		this.#ringMs = ringMs;
	}

	setLargeness(factor: number): void {
		this.#largeness = factor;
		this.#forgetDrawings();
	}

	/**
	 * What stands at the places; null: nothing.
	 * @param opens whether a ring that was not open before may be seen opening
	 */
	setRings(shown: ShownRings | null, opens: boolean, nowMs: number): void {
		const before = openCount(this.#shown);
		const now = openCount(shown);
		const isNew = opens && this.#ringMs > 0 && now > before;
		if (isNew) this.#opening = { fromRing: before, startMs: nowMs };
		else if (!opens || now < before) this.#opening = null;
		this.#shown = shown;
		this.#place();
	}

	look(view: View): void {
		this.#view = view;
		this.#place();
	}

	#place(): void {
		const [shown, view] = [this.#shown, this.#view];
		this.container.visible = shown !== null;
		if (shown === null || view === null) return this.#forgetCircles();
		const { places, rings } = shown;
		const order = places.map((_, i) => i).sort((a, b) => places[b]!.weight - places[a]!.weight);
		const sorted = order.map((i) => places[i]!);
		const apartPx = (2 * radiusOf(rings.length - 1) + BETWEEN_PX) * this.#largeness;
		const kept = placesApart(sorted, view, apartPx, MOST_PLACES).map((i) => order[i]!);
		if (shown !== this.#drawn || !sameNumbers(kept, this.#kept)) this.#draw(shown, kept);
		for (const { drawing, place } of this.#circles)
			drawing.position.set(...toScreen(view.camera, view.viewport, places[place]!.at));
	}

	#draw(shown: ShownRings, kept: readonly number[]): void {
		this.#forgetCircles();
		this.#drawn = shown;
		this.#kept = kept;
		kept.forEach((place, turn) =>
			shown.rings.forEach((one, ring) => {
				const drawing = new Graphics(this.#contextOf(ring, one, place, shown.isStopped));
				this.container.addChild(drawing);
				this.#circles.push({ drawing, ring, place, turn });
			})
		);
		this.#turn(performance.now());
	}

	#contextOf(ring: number, { openedMin, closed }: PlacedRing, place: number, isStopped: boolean) {
		const isComing = openedMin === null;
		const steps = isComing ? STEPS : Math.round(Math.min(1, Math.max(0, closed[place]!)) * STEPS);
		const key = `${ring} ${steps} ${isComing} ${isStopped}`;
		let context = this.#contexts.get(key);
		if (context !== undefined) return context;
		context = new GraphicsContext();
		const radius = radiusOf(ring) * this.#largeness;
		const pieces = isStopped && !isComing ? DASHES : 1;
		const whole = (steps / STEPS) * 2 * Math.PI;
		for (let piece = 0; piece < pieces && steps > 0; piece++) {
			const from = -Math.PI / 2 + (whole * piece) / pieces;
			const to = from + (whole / pieces) * (pieces > 1 ? 0.55 : 1);
			context.moveTo(radius * Math.cos(from), radius * Math.sin(from));
			context.arc(0, 0, radius, from, to);
		}
		const { width, alpha } = isComing ? COMING : OPEN;
		context.stroke({ color: this.#ink, width: width * this.#largeness, alpha });
		this.#contexts.set(key, context);
		return context;
	}

	/** Circles as far as they have opened by now. True while one is opening. */
	animate(nowMs: number): boolean {
		if (this.#opening === null || !this.container.visible) return false;
		return this.#turn(nowMs);
	}

	#turn(nowMs: number): boolean {
		let again = false;
		const [shown, opening] = [this.#shown, this.#opening];
		for (const { drawing, ring, turn } of this.#circles) {
			const isOpening =
				opening !== null && ring >= opening.fromRing && shown?.rings[ring]?.openedMin !== null;
			const sinceMs = isOpening ? nowMs - opening.startMs : Infinity;
			const wait = (turn / this.#kept.length) * SPREAD;
			const t = Math.min(1, Math.max(0, (sinceMs / this.#ringMs - wait) / (1 - SPREAD)));
			if (isOpening && t < 1) again = true;
			const settled = isOpening ? 1 - (1 - t) ** 3 : 1;
			drawing.scale.set(0.25 + 0.75 * settled);
			drawing.alpha = settled;
		}
		if (!again) this.#opening = null;
		return again;
	}

	#forgetCircles(): void {
		for (const { drawing } of this.#circles) drawing.destroy();
		this.#circles = [];
		this.#kept = [];
		this.#drawn = null;
	}

	#forgetDrawings(): void {
		this.#forgetCircles();
		for (const context of this.#contexts.values()) context.destroy();
		this.#contexts.clear();
	}

	destroy(): void {
		this.#forgetDrawings();
		this.container.destroy({ children: true });
	}
}

const openCount = (shown: ShownRings | null) =>
	shown?.rings.filter(({ openedMin }) => openedMin !== null).length ?? 0;

const sameNumbers = (a: readonly number[], b: readonly number[]) =>
	a.length === b.length && a.every((one, i) => one === b[i]);
