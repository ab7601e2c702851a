import { pressKey } from '../../../map/camera/gestures.ts';
import type { Tally } from '../../../map/points/tally.ts';
import type { MapViewKind } from '../picture/look.ts';
import type { MapSurface } from '../picture/map-surface.svelte.ts';
import { mapWords as words } from '../words.ts';

/** What keys on the picture do, beside moving it. */
export interface MapKeys {
	readonly goTo: (continent: string | null) => void;
	readonly freeze: () => void;
	readonly metros: () => readonly Tally[];
}

/** A key while the picture has the focus. */
export function pressMapKey(
	event: KeyboardEvent,
	surface: MapSurface,
	{ goTo, freeze, metros }: MapKeys
): void {
	if (event.ctrlKey || event.metaKey || event.altKey) return;
	const continent = Object.keys(words.continents)[Number(event.key) - 1];
	if (continent !== undefined) goTo(continent);
	else if (event.key === '0') surface.home();
	else if (event.key === 'n') surface.flyToMetro(nextCity(metros(), surface.chosen));
	else if (event.key === 'f') freeze();
	else if (event.key === 'Escape' && surface.chosen !== null) surface.chosen = null;
	else if (!pressKey(event.key, surface)) return;
	event.preventDefault();
}

/** The city with most hosts down after the one that is open. */
function nextCity(metros: readonly Tally[], open: number | null): number {
	const order = metros.map((_, i) => i).sort((a, b) => metros[b]!.down - metros[a]!.down || a - b);
	const at = open === null ? -1 : order.indexOf(open);
	return order[(at + 1) % order.length]!;
}

/** The view that a single letter asks for; null where it asks for none, or where something is being written. */
export function viewOfKey(event: KeyboardEvent, now: MapViewKind): MapViewKind | null {
	if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return null;
	const target = event.target as HTMLElement;
	if (target.matches('input:not([type=range], [type=checkbox]), select, textarea, [contenteditable]'))
		return null;
	const to = ({ t: 'table', s: 'machines', m: 'map' } as const)[event.key as 't' | 's' | 'm'] ?? null;
	return to === now ? 'map' : to;
}
