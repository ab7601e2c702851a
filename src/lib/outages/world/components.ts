import { CLASS_COUNT, HOST_CLASSES } from '../../sim/model.ts';

const SERVER = HOST_CLASSES.indexOf('server');
const CLOUD = HOST_CLASSES.indexOf('cloud');

/** The share of hosts of a class whose agent runs outside the kernel. */
export function userShares(
	desks: number,
	servers: number,
	keepsKernel: number
): (hostClass: number) => number {
	const shares = Array.from(
		{ length: CLASS_COUNT },
		(_, c) => (c === SERVER || c === CLOUD ? servers : desks) * (1 - keepsKernel)
	);
	return (hostClass) => Math.max(0, shares[hostClass]!);
}
