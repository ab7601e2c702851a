import type { MapFacts } from '../../../room/map/map-facts.ts';
import type { MapSnapshot } from '../../../sim/observe/map/map-snapshot.ts';
import { project } from '../../../map/geo/projection.ts';
import type { RingPlace, ShownRings } from '../../../map/placed-rings.ts';
import type { ReleaseRings } from '../../../sim/observe/observe-rings.ts';
import { timeOfDay } from '../../../text/moments.ts';
import { inLocale } from '../../../text/words.ts';
import { hostsByMetro } from '../legend/gauges.ts';
import { mapWords as words } from '../map-words.ts';

/** Once all rings are open nothing more is to come: their circles are taken away after so long. */
const AFTER_LAST_MIN = 60;

/** The rings of the first release that has any: more than one, or one that some owners take late. Null: none has. */
export function stagedRings({ rings }: MapSnapshot): ReleaseRings | null {
	const isStaged = ({ planned, opened }: ReleaseRings) =>
		opened.length > 0 && (planned.length > 1 || isWaitedFor(opened));
	return rings.find(isStaged) ?? null;
}

const isWaitedFor = (opened: ReleaseRings['opened']) => opened.some(({ reachedOfAll }) => reachedOfAll < 1);

/** Whether circles stand on the map now: while a release is under way, and some time after its last ring opened. */
export function areRingsShown(snapshot: MapSnapshot): boolean {
	const staged = stagedRings(snapshot);
	if (staged === null) return false;
	const { planned, opened, isOffered } = staged;
	const state = snapshot.releases[snapshot.rings.indexOf(staged)]!.rollout;
	if (state === 'halted' || state === 'rolledBack') return false;
	if (!isOffered || opened.length < planned.length || isWaitedFor(opened)) return true;
	return snapshot.minute - opened.at(-1)!.openedMin < AFTER_LAST_MIN;
}

const placed = new WeakMap<MapFacts['cells'], Map<number, { metros: number[]; places: RingPlace[] }>>();

/** Metros where a vendor has hosts, with their places; the same objects again while the world is the same. */
function placesOf(facts: MapFacts, vendor: number) {
	let byVendor = placed.get(facts.cells);
	if (byVendor === undefined) placed.set(facts.cells, (byVendor = new Map()));
	let found = byVendor.get(vendor);
	if (found !== undefined) return found;
	const hosts = hostsByMetro(facts, (cell) => facts.cells.vendor[cell] === vendor);
	const metros = facts.metros.map((_, metro) => metro).filter((metro) => hosts[metro]! > 0);
	const places = metros.map((metro) => {
		const { lng, lat } = facts.metros[metro]!;
		return { at: project(lng, lat), weight: hosts[metro]! };
	});
	byVendor.set(vendor, (found = { metros, places }));
	return found;
}

/** What the map draws of a snapshot's rings; the object before where nothing has changed. */
export function shownRings(
	facts: MapFacts,
	snapshot: MapSnapshot,
	before: ShownRings | null
): ShownRings | null {
	const staged = stagedRings(snapshot);
	if (staged === null || !areRingsShown(snapshot)) return null;
	const { metros, places } = placesOf(facts, staged.vendor);
	const rings = staged.planned.map((_, ring) => {
		const open = staged.opened[ring];
		return {
			openedMin: open?.openedMin ?? null,
			closed: metros.map((metro) => open?.reached[metro] ?? 0)
		};
	});
	const shown: ShownRings = { places, rings, isStopped: !staged.isOffered };
	return before !== null && before.places === places && isSame(before, shown) ? before : shown;
}

function isSame(a: ShownRings, b: ShownRings): boolean {
	return (
		a.isStopped === b.isStopped &&
		a.rings.length === b.rings.length &&
		a.rings.every(({ openedMin, closed }, ring) => {
			const other = b.rings[ring]!;
			return other.openedMin === openedMin && closedAlike(closed, other.closed);
		})
	);
}

const closedAlike = (a: ArrayLike<number>, b: ArrayLike<number>) =>
	Array.from(a).every((share, i) => share === b[i]);

/** How far the release has come, in a sentence or two; null where its rings are nothing to speak of. */
export function ringsSentence(facts: MapFacts, snapshot: MapSnapshot): string | null {
	const staged = stagedRings(snapshot);
	if (staged === null) return null;
	const { planned, opened, vendor } = staged;
	const name = inLocale(facts.vendors[vendor]!.name);
	const share = opened.reduce((sum, ring) => sum + ring.share, 0);
	const since = timeOfDay(facts.clock.startMinute + opened.at(-1)!.openedMin);
	const state = snapshot.releases[snapshot.rings.indexOf(staged)]!.rollout;
	const isOver = state === 'halted' || state === 'rolledBack';
	const said = isOver ? words.rings.over : staged.isOffered ? words.rings.open : words.rings.stopped;
	const waiting = 1 - opened.reduce((sum, ring) => sum + ring.share * ring.reachedOfAll, 0) / share;
	const first = said(opened.length, planned.length, name, share, since);
	return waiting > 0 && !isOver ? `${first} ${words.rings.waiting(waiting)}` : first;
}

/** The same for the hosts of one metro; null where the vendor has none there or its rings are nothing to speak of. */
export function ringsAt(facts: MapFacts, snapshot: MapSnapshot, metro: number): string | null {
	const staged = stagedRings(snapshot);
	if (staged === null || !areRingsShown(snapshot)) return null;
	const name = inLocale(facts.vendors[staged.vendor]!.name);
	const reached = staged.opened.reduce((sum, ring) => sum + ring.share * ring.reached[metro]!, 0);
	return Number.isNaN(reached)
		? null
		: words.rings.at(staged.opened.length, staged.planned.length, name, reached);
}
