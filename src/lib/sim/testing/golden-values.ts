/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '98128c1d3b75ec69',
	'two rings, keys on own servers': 'd52166c1cf1ac6b6',
	'user mode': '8578b04bfa1c6c27',
	'a health gate': 'a031d150e5e67c86',
	'many hosts': 'f059062e65088c08',
	'orders of chance, 1': 'c92b2f1dddd93ba1',
	'orders of chance, 2': 'd792e6063894c7af'
};
