import { pressKey } from '../../../map/camera/gestures.ts';
import type { Tally } from '../../../map/points/tally.ts';
import { actOf, digitOf } from '../../keys/press.ts';
import type { MapViewKind } from '../picture/look.ts';
import type { MapSurface } from '../picture/map-surface.svelte.ts';
import { mapWords as words } from '../map-words.ts';

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
	const act = actOf('map', event);
	if (act === 'continent') {
		const continent = Object.keys(words.continents)[digitOf(event)! - 1];
		if (continent !== undefined) goTo(continent);
	} else if (act === 'world') surface.home();
	else if (act === 'nextCity') surface.flyToMetro(nextCity(metros(), surface.chosen));
	else if (act === 'freeze') freeze();
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
	const act = actOf('map', event);
	if (act !== 'table' && act !== 'machines' && act !== 'map') return null;
	return act === now ? 'map' : act;
}
