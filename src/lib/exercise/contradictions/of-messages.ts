import { holds } from '../../scenario/expression/evaluate.ts';
import { scopeOf, type ScopedScenario } from '../scenario/scope.ts';
import type { Contradiction, ContradictionName, Told } from './contradiction.ts';
import { hoursNamed, says } from './words-of-injects.ts';

/** What the rules need to know of a scenario beside its messages. */
export interface TellingScenario extends ScopedScenario {
	/** Organisations of each role. */
	readonly organisationsOf: Readonly<Record<string, readonly string[]>>;
	/** Minute of the day (UTC) at which the exercise begins. */
	readonly startMinuteOfDay: number;
}

type Rule = (scenario: TellingScenario, told: Told) => string | null;

const DAY_MIN = 1440;

const RULES: Partial<Record<ContradictionName, Rule>> = {
	nobodyDown(scenario, { inject, frame }) {
		if (!says(inject, 'hostsDown')) return null;
		const down = downOf(scenario, inject.to, frame);
		return down > 0 ? null : 'it speaks of hosts that are down, and its readers have none';
	},
	alreadyDecided(_scenario, { inject, acts }) {
		const decided = (inject.callsFor ?? []).filter((id) => acts.some(({ decision }) => decision === id));
		return decided.length === 0 ? null : `it calls for ${decided.join(', ')}, which has been decided`;
	},
	claimFails(scenario, { inject, frame, acts }) {
		const scope = scopeOf(frame, acts, scenario);
		const failed = (inject.claims ?? []).find((claim) => !holds(claim, scope));
		return failed === undefined ? null : `it says that ${failed.text}, which does not hold`;
	},
	hourPassed({ startMinuteOfDay }, { inject, atMin }) {
		const writtenFor = (startMinuteOfDay + inject.plannedMin) % DAY_MIN;
		const now = writtenFor + atMin - inject.plannedMin;
		const missed = hoursNamed(inject).find((hour) => hour > writtenFor && hour < now);
		return missed === undefined ? null : `it names ${clock(missed)} as to come, and comes after it`;
	},
	rolloutOtherwise(_scenario, { inject, frame: { releases } }) {
		const runs = releases.some(({ rollout }) => rollout === 'running' || rollout === 'complete');
		const isBack = releases.some(({ rollout }) => rollout === 'rolledBack');
		if (says(inject, 'stillSending') && !runs) return 'it says that content is sent, and none is';
		if (says(inject, 'withdrawn') && !isBack) return 'it says that content is withdrawn, and it is not';
		return null;
	},
	hasSpoken(_scenario, { inject, frame: { releases } }) {
		if (!says(inject, 'vendorSilent')) return null;
		const spoken = releases.find(({ statement }) => statement !== 'silent');
		return spoken === undefined ? null : `it says that the vendor is silent, which has ${spoken.statement}`;
	},
	saidTwice(_scenario, { inject, before }) {
		const same = before.find(
			(one) => one.title.en === inject.title.en && String(one.to) === String(inject.to)
		);
		return same === undefined ? null : `${same.id} has the same title`;
	},
	noAnswer: (_scenario, { answers }) =>
		answers !== null && answers.length === 0 ? 'it asks, and no answer can be given' : null
};

/** What contradicts the world in a message that has come. */
export function contradictionsOfMessage(scenario: TellingScenario, told: Told): Contradiction[] {
	const { inject, atMin } = told;
	return Object.entries(RULES).flatMap(([name, rule]) => {
		const because = rule(scenario, told);
		return because === null ? [] : [{ name: name as ContradictionName, of: inject.id, atMin, because }];
	});
}

/** Hosts down of those whom a message is for: of roles with organisations theirs, else the world's. */
function downOf(
	{ organisationsOf }: TellingScenario,
	to: readonly string[] | null,
	{ world, byOrganisation }: Told['frame']
): number {
	const own = (to ?? []).flatMap((role) => organisationsOf[role] ?? []);
	return own.length === 0 ? world.down : own.reduce((sum, id) => sum + (byOrganisation[id]?.down ?? 0), 0);
}

function clock(minuteOfDay: number): string {
	const two = (n: number) => String(n).padStart(2, '0');
	return `${two(Math.floor(minuteOfDay / 60) % 24)}:${two(minuteOfDay % 60)}`;
}
