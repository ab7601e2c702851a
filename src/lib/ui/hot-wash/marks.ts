import type { DecisionEntry } from '../../debrief/hot-wash/hot-wash.ts';

/** Decisions that stand so close together that one sign has to do for them. */
export interface Cluster {
	readonly x: number;
	readonly decisions: readonly Numbered[];
}

export interface Numbered extends DecisionEntry {
	/** Counted over the person's own decisions; null for another seat's. */
	readonly number: number | null;
}

/** Neighbours closer than `apart` px are one cluster, which stands where the first of them does. */
export function clustered(
	decisions: readonly Numbered[],
	x: (atMin: number) => number,
	apart: number
): Cluster[] {
	const found: { x: number; decisions: Numbered[] }[] = [];
	for (const decision of decisions) {
		const at = x(decision.atMin);
		const last = found.at(-1);
		if (last !== undefined && at - last.x < apart) last.decisions.push(decision);
		else found.push({ x: at, decisions: [decision] });
	}
	return found;
}

/** Neighbours whose numbers would lie on each other are one cluster as well. */
export function numberedApart(clusters: readonly Cluster[], widthOf: (numbers: string) => number): Cluster[] {
	const found: Cluster[] = [];
	for (const cluster of clusters) {
		let next = cluster;
		// What is put together is called by more numbers, and may reach the one before it.
		for (let last = found.at(-1); last !== undefined && overlap(last, next, widthOf); last = found.at(-1)) {
			found.pop();
			next = { x: last.x, decisions: [...last.decisions, ...next.decisions] };
		}
		found.push(next);
	}
	return found;
}

function overlap(a: Cluster, b: Cluster, widthOf: (numbers: string) => number): boolean {
	return b.x - a.x < (widthOf(numbersOf(a)) + widthOf(numbersOf(b))) / 2;
}

/** `3`, `3–5`, or `3, 5`: what a cluster of own decisions is called. */
export function numbersOf({ decisions }: Cluster): string {
	const numbers = decisions.flatMap(({ number }) => number ?? []);
	const [first, last] = [numbers[0], numbers.at(-1)];
	if (first === undefined || last === undefined) return '';
	if (first === last) return `${first}`;
	return last - first === numbers.length - 1 ? `${first}–${last}` : numbers.join(', ');
}
