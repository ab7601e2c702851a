import { Color } from 'pixi.js';
import { MARKERS, type Marker } from '../sim/observe/map/map-markers.ts';

/** The tokens that the map draws with, as numbers. Read once for each theme. */
export interface Palette {
	readonly abyss: number;
	readonly sea: number;
	readonly land: number;
	readonly coast: number;
	readonly graticule: number;
	readonly night: number;
	/** Opacity of each of the four steps of night. */
	readonly nightStep: number;
	readonly terminator: number;
	readonly ink: number;
	readonly markers: Readonly<Record<Marker, number>>;
	/** Whether light adds up, as it does on a dark ground. */
	readonly glows: boolean;
}

const TOKEN_OF: Readonly<Record<Marker, string>> = {
	recovered: '--c-recovered',
	compromised: '--c-compromised',
	unprotected: '--c-unprotected',
	repairing: '--c-crashed',
	crashed: '--c-crashed',
	fetching: '--c-text',
	healthy: '--c-healthy',
	asleep: '--c-asleep'
};

export function readPalette(element: Element): Palette {
	const style = getComputedStyle(element);
	const isForced = matchMedia('(forced-colors: active)').matches;
	const colour = (token: string) => {
		const value = style.getPropertyValue(token).trim();
		return new Color(isForced ? valueOfSystemColour(value, element) : value).toNumber();
	};
	const markers = Object.fromEntries(MARKERS.map((marker) => [marker, colour(TOKEN_OF[marker])]));
	return {
		abyss: colour('--c-abyss'),
		sea: colour('--c-sea-day'),
		land: colour('--c-land-day'),
		coast: colour('--c-coast'),
		graticule: colour('--c-graticule'),
		night: colour('--c-night'),
		nightStep: Number(style.getPropertyValue('--a-night')),
		terminator: colour('--c-terminator'),
		ink: colour('--c-text'),
		markers: markers as Record<Marker, number>,
		glows: style.colorScheme !== 'light' && !isForced
	};
}

/** A contrast theme's colours have names of the system: what they are is known of an element that wears them. */
function valueOfSystemColour(name: string, element: Element): string {
	const probe = document.createElement('span');
	probe.style.color = name;
	element.append(probe);
	const { color } = getComputedStyle(probe);
	probe.remove();
	return color;
}

/** Red, green and blue from 0 to 1. */
export function channels(colour: number): [number, number, number] {
	return [((colour >> 16) & 0xff) / 255, ((colour >> 8) & 0xff) / 255, (colour & 0xff) / 255];
}
