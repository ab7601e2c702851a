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
	'hosts cut off': '1c90fb085fba9df4',
	'a certificate that expires': 'f085bc478f9daee1',
	'a defect that shows late': 'e7e2688a4e9a418d',
	'a defect that waits for a scan': '7a9c3cce6d545115',
	'a payload': 'f4e894bfc4e35f6d',
	'an update of the platform': 'ec3f7dde7616bbfa',
	'a control plane that does not answer': 'de79ea3c3da7551f',
	'a fault of one part of the fleet': '7595d7a6f98d8126',
	'components in the kernel and out of it': 'b551e8ababbe5bb4',
	'other defects of chance': '8ca22d47fd4bc32e',
	'orders of chance, 1': '5b774bf707d789e2',
	'orders of chance, 2': '208d1d520354cde8'
};
