/** What the map uses of solar-calculator 0.3, which brings no types. `t` is in centuries since J2000.0. */
declare module 'solar-calculator' {
	export function century(date: Date): number;
	/** Degrees. */
	export function declination(t: number): number;
	/** Minutes. */
	export function equationOfTime(t: number): number;
}
