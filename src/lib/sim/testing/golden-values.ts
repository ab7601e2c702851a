/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': 'd9c2fd80d91ec46e',
	'two rings, keys on own servers': 'bd9490aa90ba555b',
	'user mode': '20c6c99ae8af92d9',
	'a health gate': 'b42f289ab2318641',
	'many hosts': 'beb7c74fdef535af',
	'orders of chance, 1': '6015d6604dffa2c0',
	'orders of chance, 2': '81b204355d56a7f5'
};
