/** Width of a text in CSS pixels as a canvas would write it, to lay out what must not overlap before it is there. */
export class TextWidths {
	readonly #pen: CanvasRenderingContext2D | null = document.createElement('canvas').getContext('2d');
	readonly #known = new Map<string, number>();

	/** @param font as in CSS: weight, size and family */
	of(text: string, font: string): number {
		const key = `${font}|${text}`;
		let width = this.#known.get(key);
		if (width !== undefined) return width;
		if (this.#pen === null) width = text.length * parseFloat(/([\d.]+)px/.exec(font)?.[1] ?? '16') * 0.62;
		else {
			this.#pen.font = font;
			width = this.#pen.measureText(text).width;
		}
		if (this.#known.size > 4000) this.#known.clear();
		this.#known.set(key, width);
		return width;
	}

	/** Other fonts have come: what was measured holds no more. */
	forget(): void {
		this.#known.clear();
	}
}
