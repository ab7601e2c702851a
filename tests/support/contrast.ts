import type { Locator } from '@playwright/test';

/** Contrast of a drawing's colour with the page behind it, as WCAG counts it. */
export function contrastWithGround(drawing: Locator, property: 'stroke' | 'fill'): Promise<number> {
	return drawing.evaluate((element, name) => {
		const light = (color: string) => {
			const [r, g, b] = (color.match(/[\d.]+/g) ?? []).map((part) => {
				const share = Number(part) / 255;
				return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
			});
			return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
		};
		const canvas = document.createElement('p');
		canvas.style.color = 'Canvas';
		document.body.append(canvas);
		const ground = light(getComputedStyle(canvas).color);
		canvas.remove();
		const line = light(getComputedStyle(element).getPropertyValue(name));
		return (Math.max(line, ground) + 0.05) / (Math.min(line, ground) + 0.05);
	}, property);
}
