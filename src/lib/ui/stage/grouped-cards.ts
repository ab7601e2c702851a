import type { Reflection } from '../../room/live/hot-wash/reflections.ts';

/** Cards of a kind as rows: those under one heading are one, the most first; single cards in the order they came. */
export function grouped(
	cards: readonly Reflection[],
	kind: Reflection['kind']
): { readonly text: string; readonly count: number }[] {
	const counts = new Map<string, number>();
	for (const card of cards) {
		if (card.kind !== kind) continue;
		const text = card.group ?? card.text;
		counts.set(text, (counts.get(text) ?? 0) + 1);
	}
	return [...counts].map(([text, count]) => ({ text, count })).sort((a, b) => b.count - a.count);
}
