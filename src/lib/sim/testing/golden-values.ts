/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': 'd9551e4c34ac2e86',
	'two rings, keys on own servers': '97c7fd74ce954741',
	'user mode': '817d350e6084d3c8',
	'a health gate': '38b2150605a692b8',
	'many hosts': 'f059062e65088c08',
	'orders of chance, 1': 'c92b2f1dddd93ba1',
	'orders of chance, 2': '820c9501e666d638'
};
