/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '3fc73a2c139e9434',
	'two rings, keys on own servers': '7faa7384456d4a4e',
	'user mode': '63b4c5a1e7711d14',
	'a health gate': '20d04588558d126c',
	'many hosts': '3a164e2d4461cc78',
	'orders of chance, 1': '7e732f0b65d7be42',
	'orders of chance, 2': 'a3eb94059f647289'
};
