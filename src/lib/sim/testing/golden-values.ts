/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': 'e2036785b33fa218',
	'two rings, keys on own servers': '3d177b9ebc349f37',
	'user mode': '65ee7f3c34dc3f67',
	'a health gate': 'd785eeb5d992a66a',
	'many hosts': '8594aff4ac8579a1',
	'orders of chance, 1': 'e1515768befcfaaf',
	'orders of chance, 2': 'cb4a68d4b426b88d'
};
