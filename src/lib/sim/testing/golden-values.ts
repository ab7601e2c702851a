/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '6ca7ce8f30c05e6c',
	'two rings, keys on own servers': '2f3ca2d541f7a0d7',
	'user mode': '216ce3c46810faa5',
	'a health gate': '398fbdde614cd8b4',
	'many hosts': '76b22b3dc8cd7b99',
	'orders of chance, 1': '391c0f0233843db9',
	'orders of chance, 2': 'c66fa53508c8655d'
};
