import { STATEMENTS } from '../parameters.ts';
import { nextState, REFUSED } from '../table/compile.ts';
import { rolloutTable, statementTable, vendorTable } from '../table/tables.ts';
import { optionalAt, valueAt } from '../values.ts';
import { NEVER, TRUSTING, type World } from '../world/world.ts';

const VENDOR = vendorTable();
const STATEMENT = statementTable();
const ROLLOUT = rolloutTable('moreRings');

const SAYS = {
	silent: null,
	acknowledged: 'SAY_ACKNOWLEDGE',
	explained: 'SAY_EXPLAIN',
	apologised: 'SAY_APOLOGISE',
	denied: 'SAY_DENY'
} as const satisfies Record<(typeof STATEMENTS)[number], string | null>;

/** Share of the hosts that crashed which may still be down when the vendor's incident is over. */
const ALL_CLEAR_SHARE = 0.01;
const DAY_MIN = 1440;

/** How much each kind of statement lessens the loss of trust and speeds its recovery; assumed. Denial makes harm weigh more. */
const CANDOUR: Readonly<Record<string, number>> = {
	silent: 0,
	acknowledged: 0.25,
	explained: 0.55,
	apologised: 0.7,
	denied: -0.5
};

/** How strongly each of {@link TRUSTING} feels harm; customers are closest to it. Assumed. */
const FEELS = { public: 0.6, customers: 1, government: 0.8 } as const satisfies Record<
	(typeof TRUSTING)[number],
	number
>;

/** Moves the vendor's charts for a step: what it does, and what it says in public. */
export function stepVendor(world: World, release: number, minute: number): void {
	const { vendor } = world.model.releases[release]!;
	const says = SAYS[STATEMENTS[valueAt(world, 'vendor.statement', vendor)]!];
	if (says !== null) {
		const said = nextState(STATEMENT, world.statement[release]!, says);
		if (said !== REFUSED) world.statement[release] = said;
	}
	const rollout = world.rollout[release]!;
	const stopped = rollout !== ROLLOUT.initial && ROLLOUT.tags.shipping[rollout] !== 1;
	const noticed = world.seenCrashes[release]! >= valueAt(world, 'vendor.noticeCrashes', vendor);
	if (noticed) send(world, release, 'REPORTS_SEEN', 'quiet');
	if (stopped) send(world, release, 'STOP_SHIPPING');
	if ((noticed || stopped) && world.noticedMin[release] === NEVER) world.noticedMin[release] = minute;
	const workaround = offers(world, release, 'vendor.workaround', minute);
	const automated = offers(world, release, 'vendor.automatedFix', minute);
	if (rollout === ROLLOUT.state.rolledBack || workaround || automated) send(world, release, 'FIND_FIX');
	if (workaround) send(world, release, 'OFFER_FIX');
	if (automated) send(world, release, 'OFFER_AUTOMATED_FIX');
}

/** Whether a way back that the vendor was to offer can be had: not before it knows what is wrong. */
export function offers(
	world: World,
	release: number,
	what: 'vendor.workaround' | 'vendor.automatedFix',
	minute: number
): boolean {
	const { vendor } = world.model.releases[release]!;
	const fromMin = world.noticedMin[release]!;
	if (fromMin === NEVER || valueAt(world, what, vendor) !== 1) return false;
	return minute >= fromMin + valueAt(world, 'vendor.diagnoseMin', vendor);
}

/** Ends the vendor's incident when few hosts are down; not before the fault is identified, or the next crash would start
 * the incident anew. */
export function clearVendor(world: World, release: number, down: number): void {
	if (world.vendorState[release] === VENDOR.state.investigating) return;
	if (world.crashes[release]! > 0 && down < ALL_CLEAR_SHARE * world.crashes[release]!)
		send(world, release, 'ALL_CLEAR');
}

/** Sends an event that the chart may refuse; with `only`, not from any other state. */
function send(
	world: World,
	release: number,
	event: keyof typeof VENDOR.event,
	only?: keyof typeof VENDOR.state
): void {
	const from = world.vendorState[release]!;
	if (only !== undefined && from !== VENDOR.state[only]) return;
	const to = nextState(VENDOR, from, event);
	if (to !== REFUSED) world.vendorState[release] = to;
}

/** Trust that is lost at once, the more the closer somebody is. */
export function loseTrust(
	world: World,
	release: number,
	by: 'trust.mistakeShare' | 'trust.doubtShare'
): void {
	const share = optionalAt(world, by, 0);
	TRUSTING.forEach((who, i) => {
		world.trust[release * TRUSTING.length + i]! *= 1 - share * FEELS[who];
	});
}

/**
 * Trust in a vendor falls with the share of its fleet that is down or runs without protection, and mends when harm ends,
 * both the slower or faster for what the vendor says. A linear model, assumed; it is judged by order, not by size.
 *
 * @param down hosts of its fleet that are down
 */
export function stepTrust(world: World, release: number, stepMin: number, down: number, fleet: number): void {
	const bare = world.exposed[release]! * valueAt(world, 'trust.unprotectedWeight', 0);
	const harmedShare = fleet > 0 ? (down + bare) / fleet : 0;
	const candour = CANDOUR[STATEMENT.states[world.statement[release]!]!]!;
	const days = stepMin / DAY_MIN;
	const harm = valueAt(world, 'trust.harmPerDay', 0) * harmedShare * (1 - candour) * days;
	const mend = Math.min(
		1,
		(Math.max(0, candour) * (1 - harmedShare) * stepMin) / valueAt(world, 'trust.mendMin', 0)
	);
	TRUSTING.forEach((who, i) => {
		const at = release * TRUSTING.length + i;
		const trust = world.trust[at]!;
		world.trust[at] = Math.max(0, Math.min(1, trust - harm * FEELS[who] * trust + mend * (1 - trust)));
	});
}
