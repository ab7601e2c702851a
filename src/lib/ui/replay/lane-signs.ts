import type { ReplayEntry, ReplayFact } from '../../room/replay/timeline/entry.ts';

/** `tick`: something came or happened; `filled`: people decided; `hollow`: bots did, or those of the day. */
export type SignKind = 'tick' | 'filled' | 'hollow';

/** One sign on a lane, for one event or several that are too close to be told apart. */
export interface LaneSign {
	readonly x: number;
	readonly kind: SignKind;
	readonly entries: readonly ReplayEntry[];
}

/** Least distance between two signs, px. */
const APART = 12;

/** The signs of a lane, from left to right. @param place where a minute stands, px */
export function signsOf(entries: readonly ReplayEntry[], place: (atMin: number) => number): LaneSign[] {
	const signs: { x: number; kind: SignKind; entries: ReplayEntry[] }[] = [];
	for (const entry of entries) {
		const x = place(entry.atMin);
		const last = signs.at(-1);
		const kind = kindOf(entry.what);
		if (last !== undefined && x - last.x < APART) {
			last.entries.push(entry);
			// What people did is seen among what else happened there.
			if (kind === 'filled' || (kind === 'hollow' && last.kind === 'tick')) last.kind = kind;
		} else signs.push({ x, kind, entries: [entry] });
	}
	return signs;
}

function kindOf(what: ReplayFact): SignKind {
	if (what.kind === 'decision') return what.isBots ? 'hollow' : 'filled';
	return what.kind === 'record' ? 'hollow' : 'tick';
}
