/** How likely at most `hits` of `cases` are when each is one with this chance. */
export function binomialTail(hits: number, cases: number, chance: number): number {
	let likely = 1;
	for (let i = 0; i < cases; i++) likely *= chance;
	let above = 0;
	for (let k = cases; k > hits; k--) {
		above += likely;
		likely *= ((k / (cases - k + 1)) * (1 - chance)) / chance;
	}
	return 1 - above;
}
