import type { WorldPoint } from '../geo/projection.ts';

/** What hands on a map ask for. Points are CSS pixels from the corner of the element. */
export interface GestureTarget {
	panBy(dx: number, dy: number): void;
	zoomBy(factor: number, at?: WorldPoint): void;
	/** A pointer rests here without pressing; null: it has left. */
	hover(at: WorldPoint | null): void;
	/** A click or tap that was no drag. */
	tap(at: WorldPoint): void;
}

const TAP_SLACK_PX = 6;
const WHEEL_SPEED = 0.0016;
const LINE_PX = 16;

/** Wheel, drag and pinch on an element. Call what is returned to end it. */
export function listenToGestures(element: HTMLElement, target: GestureTarget): () => void {
	const held = new Map<number, WorldPoint>();
	let travelled = 0;
	const at = (event: MouseEvent): WorldPoint => {
		const { left, top } = element.getBoundingClientRect();
		return [event.clientX - left, event.clientY - top];
	};

	const listeners: { [K in keyof HTMLElementEventMap]?: (event: HTMLElementEventMap[K]) => void } = {
		wheel(event) {
			event.preventDefault();
			const pixels = event.deltaMode === WheelEvent.DOM_DELTA_PIXEL ? event.deltaY : event.deltaY * LINE_PX;
			// Browsers report a pinch on a touchpad as a wheel with the control key held, in smaller steps.
			const speed = event.ctrlKey ? WHEEL_SPEED * 6 : WHEEL_SPEED;
			target.zoomBy(Math.exp(-Math.min(400, Math.max(-400, pixels)) * speed), at(event));
		},
		pointerdown(event) {
			if (event.button !== 0) return;
			if (held.size === 0) travelled = 0;
			held.set(event.pointerId, at(event));
			element.setPointerCapture(event.pointerId);
		},
		pointermove(event) {
			const now = at(event);
			const before = held.get(event.pointerId);
			if (before === undefined) {
				if (event.pointerType === 'mouse') target.hover(now);
				return;
			}
			held.set(event.pointerId, now);
			travelled += Math.hypot(now[0] - before[0], now[1] - before[1]);
			const [other] = [...held].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
			if (other === undefined) {
				if (travelled > TAP_SLACK_PX) target.panBy(now[0] - before[0], now[1] - before[1]);
				return;
			}
			const wide = Math.max(1, Math.hypot(now[0] - other[0], now[1] - other[1]));
			const was = Math.max(1, Math.hypot(before[0] - other[0], before[1] - other[1]));
			target.panBy((now[0] - before[0]) / 2, (now[1] - before[1]) / 2);
			target.zoomBy(wide / was, [(now[0] + other[0]) / 2, (now[1] + other[1]) / 2]);
		},
		pointerup(event) {
			if (held.delete(event.pointerId) && held.size === 0 && travelled <= TAP_SLACK_PX) target.tap(at(event));
		},
		pointercancel: (event) => void held.delete(event.pointerId),
		pointerleave: () => target.hover(null)
	};
	for (const [type, listener] of Object.entries(listeners))
		element.addEventListener(type, listener as EventListener, { passive: false });
	return () => {
		for (const [type, listener] of Object.entries(listeners))
			element.removeEventListener(type, listener as EventListener);
	};
}

const STEP_PX = 80;
const STEP_ZOOM = 1.5;

/** Arrows move, plus and minus come closer and go back. True when the key was the map's. */
export function pressKey(key: string, target: Pick<GestureTarget, 'panBy' | 'zoomBy'>): boolean {
	switch (key) {
		case 'ArrowLeft':
			target.panBy(STEP_PX, 0);
			return true;
		case 'ArrowRight':
			target.panBy(-STEP_PX, 0);
			return true;
		case 'ArrowUp':
			target.panBy(0, STEP_PX);
			return true;
		case 'ArrowDown':
			target.panBy(0, -STEP_PX);
			return true;
		case '+':
		case '=':
			target.zoomBy(STEP_ZOOM);
			return true;
		case '-':
			target.zoomBy(1 / STEP_ZOOM);
			return true;
		default:
			return false;
	}
}
