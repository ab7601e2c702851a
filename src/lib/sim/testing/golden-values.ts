/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '491b7689d496d394',
	'two rings, keys on own servers': '23290b2ae8f00a12',
	'user mode': '4f93b01e7ff62935',
	'a health gate': '0955c3edd3c91817',
	'a gate that looks on': '2e8889e52c02bcf0',
	'a queue for keys': '9bf1fa56cb59fc0b',
	'technicians on loan': 'fd25db762fdbd603',
	'many hosts': '8b7ee4bc9ed1a893',
	'orders of chance, 1': '5b774bf707d789e2',
	'orders of chance, 2': '208d1d520354cde8'
};
