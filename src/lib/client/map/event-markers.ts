import type { Localized } from '../../scenario/scenario.ts';
import type { MapEventMarker } from './messages.ts';

export interface MarkedEvents {
	readonly releaseMinutes: readonly number[];
	/** `isOthers`: neither the person's own nor of a run that is only looked at. */
	readonly acts: readonly { readonly atMin: number; readonly text: Localized; readonly isOthers?: boolean }[];
	readonly injects: readonly { readonly atMin: number; readonly title: Localized }[];
}

/** What a scrubber marks of a run, by minute. What was done in preparation is marked where the run begins. */
export function eventMarkers({ releaseMinutes, acts, injects }: MarkedEvents): MapEventMarker[] {
	const markers: MapEventMarker[] = [
		...releaseMinutes.map((atMin) => ({ atMin, kind: 'release' }) as const),
		...acts.map(({ atMin, text, isOthers = false }) => {
			return { atMin: Math.max(0, atMin), kind: isOthers ? 'other' : 'decision', text } as const;
		}),
		...injects.map(({ atMin, title }) => ({ atMin, kind: 'inject', text: title }) as const)
	];
	return markers.sort((a, b) => a.atMin - b.atMin);
}

/** What a decision is called; its id where the scenario has none of that id any more. */
export function decisionTitle(
	decisions: readonly { readonly id: string; readonly title: Localized }[],
	decision: string
): Localized {
	return decisions.find(({ id }) => id === decision)?.title ?? { en: decision };
}
