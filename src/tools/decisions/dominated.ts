/** Decisions that help their role's goal in no world of the table, and why they are there all the same. */
export const DOMINATED: Readonly<Record<string, string>> = {
	'spare-carts': 'paying for much that does not help: carts lean on the servers that failed',
	'blame-the-platform': 'blaming costs trust and the help of those who are blamed',
	'open-key-portal': 'technicians are short of hands and not of keys; thieves get a door',
	'brief-against-vendor': 'blaming costs trust and the help of those who are blamed',
	'offer-own-product': 'a sale in the middle of a repair leaves hosts bare',
	'fly-on': 'what waits today is cancelled tomorrow at twice the price',
	'gates-first': 'what customers see is not what carries the service',
	'wait-for-counsel': 'waiting for certainty',
	'executives-first': 'what managers want first is not what carries the service',
	'halt-everything': 'halting everything: most of what closes was working',
	'bring-agents-back': 'protects customers’ hosts, which the vendor’s goal does not count: a duty',
	'hunt-on-wards': 'finds intruders, which the hospital’s goal counts only as losses: a precaution',
	'reopen-after-hunt': 'a precaution that costs half a night, and pays where agents were left out',
	'early-inquiry': 'accountability before repair slows the repair'
};
