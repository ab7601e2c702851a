/** State hashes that every engine must give; printed by src/tools/golden.ts, which says when to print them anew. */
export const GOLDEN_HASHES: Readonly<Record<string, string>> = {
	'reverted after 78 minutes': '575af1976dfff7af',
	'two rings, keys on own servers': 'b7e2c2fa34f52775',
	'user mode': '05610bfd73e1bef3',
	'a health gate': '8999e6c94b72f49e',
	'many hosts': '223e9bf8af8f4188',
	'orders of chance, 1': 'e8083bf0c60590fc',
	'orders of chance, 2': '762eacf1917b0702'
};
