/** How the lines of series are told apart, by their order: dashes, never hues alone. */
const DASHES = ['none', '7 4', '1.5 4', '9 3 2 3'] as const;
const STROKES = ['var(--c-here)', 'var(--c-record)', 'var(--c-nothing)', 'var(--c-text-2)'] as const;

export function lineStyle(order: number): string {
	const at = order % DASHES.length;
	return `stroke: ${STROKES[at]!}; stroke-dasharray: ${DASHES[at]!}`;
}
