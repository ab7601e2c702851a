import type { Choices } from '../faults/names.ts';

/** Longest names that are compared; nobody means a longer one. */
const MAX_LENGTH = 60;

/** The known word closest to `word`, if it is close enough to have been meant. Ties go to the first. */
export function nearest(word: string, known: Iterable<string>): string | null {
	let best: string | null = null;
	let bestDistance = 1 + Math.ceil(Math.min(word.length, MAX_LENGTH) / 3);
	for (const candidate of known) {
		const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), bestDistance);
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}

/** As many as a person reads when choosing. */
const SOME = 12;

/** What to choose instead of a name that is not known. */
export function namesLike(word: string, known: Iterable<string>): Choices {
	const names = [...known];
	return { near: nearest(word, names), some: names.slice(0, SOME), count: names.length };
}

/** Levenshtein distance, or `limit` once it cannot be less. */
function editDistance(a: string, b: string, limit: number): number {
	if (Math.abs(a.length - b.length) >= limit || a.length > MAX_LENGTH) return limit;
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) {
			const swap = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
			next.push(Math.min(swap, row[j]! + 1, next[j - 1]! + 1));
		}
		row = next;
	}
	return Math.min(limit, row[b.length]!);
}
