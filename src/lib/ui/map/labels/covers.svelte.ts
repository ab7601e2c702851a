import type { Box } from '../../../map/labels/label-places.ts';

const CORNER_PX = 40;
/** Part of the map's height from which on something in a corner is in the way. */
const TALL = 0.25;
/** Part of the map's height from which on something along its upper edge is. */
const MUCH = 0.12;

/** What lies over a map, so that nothing is written under it. */
export class Covers {
	/** In CSS pixels from the map's top left corner. */
	boxes = $state.raw<readonly Box[]>([]);
	#room: HTMLElement | null = null;
	/** How far what stands in the top left corner reaches to the right; 0 where it is small beside the map. */
	left = $derived.by(() => {
		const corner = this.boxes.find(({ left, top }) => left < CORNER_PX && top < CORNER_PX);
		if (corner === undefined || corner.bottom < this.#height * TALL) return 0;
		return corner.right;
	});
	/** On a low map the tools in the top right corner hide much of the north: how far they reach down; else 0. */
	top = $derived.by(() => {
		const tools = this.boxes.find(({ right, top }) => right > this.#width - CORNER_PX && top < CORNER_PX);
		return tools === undefined || tools.bottom < this.#height * MUCH ? 0 : tools.bottom;
	});
	#width = $state(0);
	#height = $state(0);
	#parts: readonly HTMLElement[] = [];
	readonly #observer = new ResizeObserver(() => this.#measure());

	/** For the element that holds the map and all that lies over it. */
	readonly room = (element: HTMLElement) => {
		this.#room = element;
		this.#observer.observe(element);
		return () => {
			this.#room = null;
			this.#observer.disconnect();
		};
	};

	/** For an element that lies over the map. */
	readonly part = (element: HTMLElement) => {
		this.#parts = [...this.#parts, element];
		this.#observer.observe(element);
		return () => {
			this.#parts = this.#parts.filter((part) => part !== element);
			this.#observer.unobserve(element);
			this.#measure();
		};
	};

	#measure(): void {
		if (this.#room === null) return;
		const origin = this.#room.getBoundingClientRect();
		this.#width = origin.width;
		this.#height = origin.height;
		this.boxes = this.#parts
			.map((part) => part.getBoundingClientRect())
			.filter(({ width, height }) => width > 0 && height > 0)
			.map(({ left, top, right, bottom }) => ({
				left: left - origin.left,
				top: top - origin.top,
				right: right - origin.left,
				bottom: bottom - origin.top
			}));
	}
}
