import type { WorldView } from '../../exercise/project/project.ts';
import type { Localized } from '../../scenario/scenario.ts';

export type SheetState = 'released' | 'next' | 'planned' | 'waiting' | 'held' | 'overtaken';

/** A message of the exercise as the run sheet lists it. */
export interface SheetRow {
	readonly id: string;
	/** When it went out, or is to go out; null: nobody knows. */
	readonly atMin: number | null;
	readonly title: Localized;
	readonly body: Localized;
	readonly expected: Localized | null;
	/** Roles; null: everybody. */
	readonly to: readonly string[] | null;
	readonly channel: string;
	readonly state: SheetState;
}

export interface RunSheet {
	/** What has a time, in its order. */
	readonly timed: readonly SheetRow[];
	/** What waits for the world or for a hand. */
	readonly later: readonly SheetRow[];
	/** What nothing has called for while it could. */
	readonly overtaken: readonly SheetRow[];
}

/** What went out and what is to come in a world, as its staff see it. */
export function runSheet({
	injects,
	ahead,
	minute
}: Pick<WorldView, 'injects' | 'ahead' | 'minute'>): RunSheet {
	const out = injects.map(({ inject, atMin, title, body, to, channel }): SheetRow => ({
		...{ id: inject, atMin, title, body, to, channel },
		expected: null,
		state: 'released'
	}));
	const coming = ahead.map((inject): SheetRow => {
		const { id, title, body, expected, to, channel, plannedMin, scheduled, when, untilMin } = inject;
		const isOver = untilMin !== null && untilMin < minute;
		const state = isOver ? 'overtaken' : scheduled ? 'planned' : when === null ? 'held' : 'waiting';
		return { id, title, body, expected, to, channel, atMin: scheduled ? plannedMin : null, state };
	});
	const planned = coming
		.filter(({ state }) => state === 'planned')
		.sort((a, b) => a.atMin! - b.atMin!)
		.map((row, i): SheetRow => (i === 0 ? { ...row, state: 'next' } : row));
	return {
		timed: [...out, ...planned],
		later: coming.filter(({ state }) => state === 'waiting' || state === 'held'),
		overtaken: coming.filter(({ state }) => state === 'overtaken')
	};
}
