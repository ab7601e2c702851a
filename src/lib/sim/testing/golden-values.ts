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
	'hosts cut off': 'f1f3921ab1865a5c',
	'a certificate that expires': 'f085bc478f9daee1',
	'a defect that shows late': 'b47337b5d5a7950c',
	'a defect that waits for a scan': '23b8d7167c34b324',
	'a payload': '70821d7be5d02c6f',
	'an update of the platform': 'ec3f7dde7616bbfa',
	'a control plane that does not answer': '733f4618c91a5125',
	'a fault of one part of the fleet': '7595d7a6f98d8126',
	'components in the kernel and out of it': '66d004d4f88c7f9f',
	'other defects of chance': '867ce8a549fefc65',
	'orders of chance, 1': '5b774bf707d789e2',
	'orders of chance, 2': '208d1d520354cde8'
};
