import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import { gridMinuteFrom } from '../../../sim/time/grid.ts';
import type { Localized } from '../../../scenario/scenario.ts';

/** Why the world stands at a minute: the exercise planned it, a message halted it, or the person did. */
export type StopReason =
	{ readonly kind: 'planned' | 'person' } | { readonly kind: 'inject'; readonly title: Localized };

export function stopReason(
	{ cut, spans }: Pick<RoomFacts, 'spans'> & { readonly cut: { readonly stops: readonly number[] } },
	minute: number,
	injects: readonly { readonly atMin: number; readonly title: Localized }[]
): StopReason {
	if (cut.stops.some((stop) => gridMinuteFrom(spans, stop) === minute)) return { kind: 'planned' };
	const halting = injects.findLast(({ atMin }) => atMin === minute);
	return halting === undefined ? { kind: 'person' } : { kind: 'inject', title: halting.title };
}
