import type { Refusal } from '../../exercise/commands/refusals.ts';
import type { StoredResult } from '../../exercise/log/log-file.ts';
import type { Pack } from '../../room/scenario-library.ts';
import type { SampledFacts } from '../../room/feed/samples.ts';

/** A log that was opened: what it is called, and what it had come to when it was saved. */
export interface OpenedLog {
	readonly name: string;
	readonly events: number;
	readonly endMin: number;
	readonly stored: StoredResult | null;
}

/** What is known of a comparison before it moves. */
export type ComparisonFacts = ReturnType<typeof comparisonFacts>;

export function comparisonFacts(
	{ scenario, model, exercise, fileName }: Pack,
	seed: string,
	refused: readonly Refusal[],
	log: OpenedLog | null
) {
	const roleName = (id: string | null) => scenario.roles.find((role) => role.id === id)?.name ?? null;
	return {
		scenarioId: scenario.id,
		title: scenario.title,
		summary: scenario.summary,
		/** Name of the author's file; null: built in. */
		fileName,
		contentHash: exercise.contentHash,
		seed,
		/** Minute 0, in minutes since 2000-01-01T00:00Z. */
		startMinute: model.clock.startMinute,
		horizonMin: model.clock.horizonMin,
		spans: model.clock.spans.map(({ untilMin, stepMin }) => ({ untilMin, stepMin })),
		hosts: model.cells.hosts.reduce((sum, hosts) => sum + hosts, 0),
		releaseMinutes: model.releases.map(({ atMin }) => atMin),
		sectors: scenario.sectors.map(({ id, name, unit }) => ({ id, name, unit })),
		acts: scenario.record.acts
			.map(({ atMin, role, does }) => ({ atMin, role: roleName(role), does }))
			.sort((a, b) => a.atMin - b.atMin),
		measured: scenario.record.measured.map(({ id, quantity, value, unit, atMin }) => {
			return { id, quantity, value, unit, atMin };
		}),
		/** Acts of the record that the room refused. */
		refused,
		log
	};
}

/** What the curves are read by: nobody plays here, so there are no organisations of one's own. */
export function sampledFacts({ sectors }: ComparisonFacts): SampledFacts {
	return { sectors, mine: [], scenario: { trustIn: null, roles: [] } };
}
