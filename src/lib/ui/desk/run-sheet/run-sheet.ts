import type { WorldView } from '../../../exercise/project/project.ts';
import type { InjectRevision, PlannedInject } from '../../../exercise/state.ts';
import type { ConditionPart, PlanPart } from '../../../room/live/desk/staff-parts.ts';
import type { Channel, InjectKind, Localized } from '../../../scenario/scenario.ts';

export type SheetState =
	| 'released'
	| 'next'
	| 'planned'
	| 'waiting'
	| 'held'
	/** Kept in the tray by a facilitator. */
	| 'parked'
	/** Released while the exercise is paused. */
	| 'onGoOn'
	| 'overtaken';

/** A message of the exercise as the run sheet lists it. */
export interface SheetRow {
	readonly id: string;
	/** When it went out, or is to go out; null: nobody knows. */
	readonly atMin: number | null;
	readonly from: string;
	readonly title: Localized;
	readonly body: Localized;
	readonly expected: Localized | null;
	/** Roles; null: everybody. */
	readonly to: readonly string[] | null;
	readonly channel: Channel;
	/** Null: it is out, and nobody asks any more. */
	readonly kind: InjectKind | null;
	readonly state: SheetState;
	/** Number of its plan: a change says which one it starts from. */
	readonly revision: number;
	readonly timing: InjectRevision['timing']['kind'];
	/** Whether it was written in the room. */
	readonly isWritten: boolean;
	/** Title of the message that it corrects. */
	readonly corrects: Localized | null;
	/** Who changed or released it last; null: nobody has. */
	readonly by: string | null;
	/** Who is writing at it. */
	readonly writers: readonly string[];
	readonly condition: ConditionPart | null;
	readonly earlier: readonly InjectRevision[];
	/** Of the teams that it has come to, how many have opened it; null: it is not out, or no people play. */
	readonly opened: { readonly teams: number; readonly of: number } | null;
}

export interface RunSheet {
	/** What has a time, in its order. */
	readonly timed: readonly SheetRow[];
	/** What waits for the world or for a hand. */
	readonly later: readonly SheetRow[];
	/** What was parked or written to be released by hand. */
	readonly tray: readonly SheetRow[];
	/** What nothing has called for while it could. */
	readonly overtaken: readonly SheetRow[];
}

export interface SheetFacts extends Pick<WorldView, 'injects' | 'ahead' | 'minute'> {
	readonly plan: readonly PlannedInject[];
	/** What desks are at. Null: it has not come yet. */
	readonly desk: PlanPart | null;
	readonly conditions: Readonly<Record<string, ConditionPart>>;
	/** The person at this desk: their own writing is no news to them. */
	readonly self: string | null;
	/** Ids of the teams of people that a message to these roles (null: all) has come to. */
	readonly reached: (inject: string, to: readonly string[] | null) => readonly string[];
}

type Changing = Pick<
	SheetRow,
	'revision' | 'timing' | 'isWritten' | 'corrects' | 'by' | 'writers' | 'condition' | 'earlier'
>;

/** What went out and what is to come in a world, as its staff see it. */
export function runSheet(facts: SheetFacts): RunSheet {
	const { injects, ahead, minute } = facts;
	const changes = changesOf(facts);
	const out = injects.map(({ inject, atMin, from, title, body, to, channel }): SheetRow => ({
		...{ id: inject, atMin, from, title, body, to, channel, expected: null, kind: null },
		...changes(inject, false),
		opened: openedOf(facts, inject, to),
		state: 'released'
	}));
	const coming = ahead.map((inject): SheetRow => {
		const { id, from, title, body, expected, to, channel, kind, plannedMin, scheduled } = inject;
		const change = changes(id, true);
		const state = stateOf(inject, change, facts, minute);
		const atMin = scheduled ? plannedMin : null;
		return {
			...{ id, from, title, body, expected, to, channel, kind, atMin },
			...change,
			opened: null,
			state
		};
	});
	const planned = coming
		.filter(({ state, atMin }) => state === 'planned' || (state === 'onGoOn' && atMin !== null))
		.sort((a, b) => a.atMin! - b.atMin!);
	const next = planned.find(({ state }) => state === 'planned')?.id;
	const of = (...states: SheetState[]) =>
		coming.filter(({ state, id }) => states.includes(state) && !planned.some((one) => one.id === id));
	return {
		timed: [...out, ...planned.map((row): SheetRow => (row.id === next ? { ...row, state: 'next' } : row))],
		later: of('waiting', 'held'),
		tray: of('parked', 'onGoOn'),
		overtaken: of('overtaken')
	};
}

function openedOf({ desk, reached }: SheetFacts, inject: string, to: readonly string[] | null) {
	const teams = reached(inject, to);
	const opened = desk?.opened[inject] ?? [];
	return teams.length === 0
		? null
		: { teams: teams.filter((one) => opened.includes(one)).length, of: teams.length };
}

function stateOf(
	{ id, scheduled, when, untilMin }: WorldView['ahead'][number],
	{ timing }: Changing,
	{ desk }: SheetFacts,
	minute: number
): SheetState {
	if (desk?.waiting.includes(id) === true) return 'onGoOn';
	if (untilMin !== null && untilMin < minute) return 'overtaken';
	if (timing === 'parked') return 'parked';
	if (scheduled) return 'planned';
	return when === null ? 'held' : 'waiting';
}

/** What desks have made of each message. */
function changesOf({ injects, ahead, plan, desk, conditions, self }: SheetFacts) {
	const titles = new Map<string, Localized>([
		...ahead.map(({ id, title }) => [id, title] as const),
		...injects.map(({ inject, title }) => [inject, title] as const)
	]);
	const written = new Set(ahead.filter((one) => one.isWritten === true).map(({ id }) => id));
	return (id: string, isAhead: boolean): Changing => {
		const planned = plan.find(({ inject }) => inject === id);
		const corrects = planned?.corrects ?? null;
		return {
			revision: planned?.revision ?? 0,
			timing: planned?.timing.kind ?? 'asWritten',
			isWritten: written.has(id),
			corrects: corrects === null ? null : (titles.get(corrects) ?? null),
			by: desk?.by[id] ?? null,
			writers: isAhead
				? (desk?.writing ?? [])
						.filter(({ inject, person }) => inject === id && person !== self)
						.map(({ name }) => name)
				: [],
			condition: isAhead ? (conditions[id] ?? null) : null,
			earlier: isAhead ? (planned?.earlier ?? []) : []
		};
	};
}
