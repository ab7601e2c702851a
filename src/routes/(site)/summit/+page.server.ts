import { builtInScenario } from '$lib/client/built-in-scenario.ts';
import { DEFAULT_SCENARIO } from '$lib/scenario/packs/built-in.ts';

export const prerender = true;

/** Read once, when the page is built: visitors get what the summit needs of the scenario, and no files. */
export function load() {
	const { summit, record, releases, facts, sectors } = builtInScenario(DEFAULT_SCENARIO);
	if (summit === undefined) throw new Error(`the scenario '${DEFAULT_SCENARIO}' has no summit`);
	const acts = record.acts.flatMap(({ decision, atMin }) => (decision === null ? [] : [{ decision, atMin }]));
	const cited = new Set([...summit.measures, ...summit.history].flatMap((one) => one.facts));
	return {
		summit,
		scenario: DEFAULT_SCENARIO,
		sectors: sectors.map(({ id, name }) => ({ id, name })),
		incident: { acts, releaseMin: Math.min(...releases.map(({ atMin }) => atMin)) },
		facts: facts.filter(({ id }) => cited.has(id)).map(({ readAt: _readAt, ...fact }) => fact)
	};
}
