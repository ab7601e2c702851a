import type { Frame } from '../../sim/observe/frame.ts';
import { ownOrganisations, type SampledFacts } from './samples.ts';

/**
 * A frame as an audience may see it: the world is everybody's; named organisations are their own roles' alone, and what a
 * vendor's telemetry shows is nobody's but the model's (it comes as messages).
 */
export function frameFor(frame: Frame, facts: SampledFacts): Frame {
	const own = new Set(ownOrganisations(facts));
	return {
		...frame,
		byOrganisation: only(frame.byOrganisation, own),
		organisations: only(frame.organisations, own),
		releases: frame.releases.map((release) => ({ ...release, seenInstalls: 0, seenCrashes: 0 }))
	};
}

function only<Value>(
	record: Readonly<Record<string, Value>>,
	ids: ReadonlySet<string>
): Record<string, Value> {
	return Object.fromEntries(Object.entries(record).filter(([id]) => ids.has(id)));
}
