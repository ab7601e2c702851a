import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import type { RoleSummary } from '../../../room/facts/scenario-summary.ts';
import type { Sample } from '../../../room/feed/samples.ts';
import { outputOf } from '../../../debrief/figures/own.ts';
import { inLocale } from '../../../text/words.ts';

/** Who the trust that a role is shown belongs to. */
export type Trusting = 'public' | 'customers' | 'government';

type OwnFacts = Pick<RoomFacts, 'mine' | 'scenario' | 'sectors'>;

/** The roles that the person plays, in the scenario's order. */
export function myRoles({ mine, scenario }: Pick<RoomFacts, 'mine' | 'scenario'>): RoleSummary[] {
	return scenario.roles.filter(({ id }) => mine.includes(id));
}

/** Whether any organisation is the person's own; otherwise the world's services stand in. */
export function ownsOrganisations(facts: OwnFacts): boolean {
	return myRoles(facts).some(({ organisations }) => organisations.length > 0);
}

/** Output of the person's own organisations as a share of demand; of all sectors alike where they own none. */
export function ownOutput(sample: Sample): number {
	return sample.own.length > 0 ? outputOf(sample.own) : mean(sample.sectors.map(({ output }) => output));
}

/** Hosts of the person's own organisations that do not work now. */
export function ownDown(sample: Sample): number {
	return sample.own.reduce((sum, one) => sum + one.down, 0);
}

function mean(values: readonly number[]): number {
	return values.length === 0 ? 1 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** What the person's work is counted in; null where they own nothing, or units that do not add up. */
export function ownUnit(facts: OwnFacts): string | null {
	const sectors = new Set(
		myRoles(facts).flatMap(({ organisations }) => organisations.map(({ sector }) => sector))
	);
	if (sectors.size !== 1) return null;
	const sector = facts.sectors.find(({ id }) => sectors.has(id));
	return sector === undefined ? null : inLocale(sector.unit);
}

/** Work of the person's organisations that nobody will make up, in their unit. */
export function ownLost(sample: Sample): number {
	return sample.own.reduce((sum, one) => sum + one.lostUnits, 0);
}

/** What the outage has cost the person's organisations, in cents. */
export function ownLossCents(sample: Sample): number {
	return sample.own.reduce((sum, one) => sum + one.lossCents, 0);
}

/** Work that waits at the person's organisations, in their unit. */
export function ownBacklog(sample: Sample): number {
	return sample.own.reduce((sum, one) => sum + one.backlogUnits, 0);
}

/** Whose trust matters most to the person. */
export function trustingOf(facts: Pick<RoomFacts, 'mine' | 'scenario'>): Trusting {
	const kinds = myRoles(facts).map(({ kind }) => kind);
	if (kinds.length > 1 || kinds[0] === 'government') return 'public';
	return kinds[0] === 'platform' ? 'government' : 'customers';
}

/** Trust in the vendor, from 0 to 100 points; null where nothing was released. */
export function trustPoints(sample: Sample, whose: Trusting): number | null {
	return sample.trust === null ? null : sample.trust[whose] * 100;
}

/** The sample at a minute, or the last one before it. */
export function sampleAt(history: readonly Sample[], minute: number): Sample | null {
	let low = 0;
	let high = history.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (history[middle]!.minute <= minute) low = middle + 1;
		else high = middle;
	}
	return history[low - 1] ?? null;
}
