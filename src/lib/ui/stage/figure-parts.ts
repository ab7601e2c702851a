/** A figure and its unit apart: on the stage the unit is smaller than its number. */
export function figureParts(text: string): { readonly number: string; readonly unit: string } {
	const [number = '', ...unit] = text.split(/[\u00a0\u202f]/);
	return { number, unit: unit.join('\u00a0') };
}
