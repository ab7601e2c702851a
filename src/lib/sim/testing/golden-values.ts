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
	'hosts cut off': '8ce63af69e4dbac5',
	'a certificate that expires': 'f085bc478f9daee1',
	'a defect that shows late': 'b47337b5d5a7950c',
	'a defect that waits for a scan': 'd361adf75d2fdd0e',
	'a payload': '8471c112634c13fc',
	'an update of the platform': 'ec3f7dde7616bbfa',
	'a control plane that does not answer': 'de79ea3c3da7551f',
	'a fault of one part of the fleet': '7595d7a6f98d8126',
	'components in the kernel and out of it': '7035842cbcbee233',
	'other defects of chance': '11e058e184dd20e9',
	'orders of chance, 1': '5b774bf707d789e2',
	'orders of chance, 2': '208d1d520354cde8'
};
