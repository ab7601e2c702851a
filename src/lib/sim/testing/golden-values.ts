/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': 'ed35795aa45713f6',
	'two rings, keys on own servers': 'e386815fb05929f7',
	'user mode': '7b6a27844a5dc92c',
	'a health gate': 'c1dc5ecef84f77be',
	'a gate that looks on': '1cd36fef64ab3d30',
	'a queue for keys': 'b8df04f8036d0d2d',
	'technicians on loan': '1e43896728cab9df',
	'many hosts': '85fc95501e3215c3',
	'orders of chance, 1': '49f6e8cee821ab35',
	'orders of chance, 2': '1519d35a3f8f8d5a'
};
