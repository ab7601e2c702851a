/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': 'baa7a046c7117edd',
	'two rings, keys on own servers': '1ed8719f16bae8b2',
	'user mode': '201237cf035b9413',
	'a health gate': 'affa24ab1b9a3691',
	'many hosts': '447665972fc56f51',
	'orders of chance, 1': '017d75d9efcd8bfa',
	'orders of chance, 2': 'e82ff8c69d9d59d9'
};
