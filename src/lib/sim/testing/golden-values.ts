/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '06ac708b695c4117',
	'two rings, keys on own servers': 'd2219f7dd974eec2',
	'user mode': '255182f2cff36ce6',
	'a health gate': 'f4d5209217c1fa14',
	'many hosts': 'e5501e2b9f1eb181',
	'orders of chance, 1': '20ac3c5849081024',
	'orders of chance, 2': 'e64115b31bec31ce'
};
