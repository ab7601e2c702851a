/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '2e633d564e006ed6',
	'two rings, keys on own servers': '35d0b8800e60ce73',
	'user mode': '0a0bcd860ca537f0',
	'a health gate': '0e757d4e6e99723c',
	'many hosts': '4d1f5e5865fac252',
	'orders of chance, 1': '9d3ffe498145765a',
	'orders of chance, 2': '2490b6a46acf8c50'
};
