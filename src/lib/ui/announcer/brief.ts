/** Whole sentences of at most so many words; a first sentence that is longer is cut. */
export function atMostWords(text: string, most: number): string {
	const words = text.trim().split(/\s+/);
	if (words.length <= most) return words.join(' ');
	const kept = words.slice(0, most);
	const end = kept.findLastIndex((word) => /[.!?…]$/.test(word));
	return end >= 0 ? kept.slice(0, end + 1).join(' ') : `${kept.join(' ')} …`;
}
