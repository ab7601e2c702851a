/** A duration token in ms: tokens are written in ms. */
export function milliseconds(token: string): number {
	const number = parseFloat(token);
	if (!Number.isFinite(number)) return 0;
	return /\ds\s*$/.test(token) && !/ms\s*$/.test(token) ? number * 1000 : number;
}
