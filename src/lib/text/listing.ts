/**
 * Parts of a sentence as English lists them: “a, b and c”. Where a part has commas of its own, semicolons keep the parts
 * apart.
 */
export function listing(parts: readonly string[]): string {
	if (parts.length < 2) return parts.join('');
	const hasCommas = parts.some((part) => part.includes(','));
	const before = parts.slice(0, -1).join(hasCommas ? '; ' : ', ');
	return `${before}${hasCommas ? '; ' : ' '}and ${parts.at(-1)}`;
}
