import { asPlanned } from '../../exercise/injects/plan.ts';
import { injectsSeen } from '../../exercise/injects/injects.ts';
import type { ExerciseInject } from '../../exercise/scenario/scenario.ts';
import { entry } from '../../exercise/state.ts';
import { documentWords } from '../../text/document-words.ts';
import { markingOf } from '../material/about.ts';
import { isOver, isPlayed, reportedWorlds, type Material } from '../material/material.ts';
import { elapsed, scenarioTime } from '../material/moments.ts';

const words = documentWords.msel;

/** The columns of the list, in their order. */
export const MSEL_COLUMNS = Object.keys(words.columns) as (keyof typeof words.columns)[];
export type MselColumn = (typeof MSEL_COLUMNS)[number];
/** One event of the list, as text in every column. */
export type MselRow = Readonly<Record<MselColumn, string>>;

/** Every inject as it was planned in the end, in the order of time; after play with when each was released, and by whom. */
export function mselRows(material: Material): MselRow[] {
	const injects = asPlanned(material.pack.exercise, material.state).injects;
	const inOrder = injects
		.map((inject, index) => ({ inject, index }))
		.sort((a, b) => a.inject.plannedMin - b.inject.plannedMin || a.index - b.index);
	return inOrder.map(({ inject }, index) => rowOf(material, inject, index + 1));
}

function rowOf(material: Material, inject: ExerciseInject, number: number): MselRow {
	const { pack, say } = material;
	const { kind, plannedMin, untilMin, when } = inject;
	const objectives = objectivesOf(material, inject);
	const isParked = entry(material.state.plan, inject.id)?.timing.kind === 'parked';
	const isTimed = !isParked && inject.isWritten !== true;
	const timed = (minute: number) => (isTimed || inject.scheduled ? minute : null);
	const planned = timed(plannedMin);
	return {
		number: String(number),
		scenarioTime: planned === null ? '' : scenarioTime(material, planned),
		eventType: words.eventTypes[kind],
		injectMode: words.channels[inject.channel],
		from: inject.from,
		to: inject.to === null ? words.everybody : inject.to.map((id) => roleName(material, id)).join('; '),
		message: say(inject.body),
		expected: inject.expected === null ? '' : say(inject.expected),
		objective: inject.to === null ? words.allObjectives : objectives.map(({ name }) => say(name)).join('; '),
		notes: notesOf(material, inject, isParked),
		title: say(inject.title),
		scheduledTime: planned === null ? '' : elapsed(planned),
		move: planned === null ? '' : String(moveOf(material, planned)),
		phase: planned === null ? '' : words.phases[phaseOf(material, planned)],
		controller: '',
		capability: [...new Set(objectives.map(({ capability }) => say(capability)))].join('; '),
		task: objectives
			.flatMap(({ tasks }) => tasks)
			.filter((task) => inject.to?.some((role) => task.roles.includes(role)) === true)
			.map(({ text }) => say(text))
			.join('; '),
		...conductOf(material, inject),
		id: inject.id,
		kind: words.kinds[kind],
		condition: when?.text ?? '',
		latest: untilMin === null ? '' : elapsed(untilMin),
		halts: inject.stops ? words.yes : words.no,
		marking: markingOf(pack.scenario, say)
	};
}

function roleName({ pack, say }: Material, id: string): string {
	const role = pack.scenario.roles.find((one) => one.id === id);
	return role === undefined ? id : say(role.name);
}

/** Those of the roles that get it; of what everybody gets, none in particular. */
function objectivesOf({ pack }: Material, { to }: ExerciseInject) {
	if (to === null) return [];
	return pack.scenario.objectives.filter(({ tasks }) =>
		tasks.some((task) => task.roles.some((role) => to.includes(role)))
	);
}

function notesOf(material: Material, inject: ExerciseInject, isParked: boolean): string {
	const plan = entry(material.state.plan, inject.id);
	const { notes } = words;
	const lines = [
		inject.when === null ? null : notes.waits(inject.when.text),
		inject.when === null || inject.untilMin === null ? null : notes.until(elapsed(inject.untilMin)),
		isParked ? notes.parked : null,
		inject.isWritten === true ? notes.written : plan === undefined ? null : notes.changed,
		plan === undefined || plan.corrects === null ? null : notes.corrects(plan.corrects)
	];
	return lines.filter((line) => line !== null).join(' ');
}

/** The round in which it is read: that which opens next. */
function moveOf({ state, cut }: Material, minute: number): number {
	const opened = state.rounds.map(({ atMin }) => atMin);
	const stops = opened.length > 0 ? opened : (cut?.stops ?? []);
	return stops.filter((stop) => stop < minute).length + 1;
}

function phaseOf({ cut }: Material, minute: number): 'incident' | 'recovery' {
	return cut !== null && minute > cut.recoveryFromMin ? 'recovery' : 'incident';
}

function conductOf(
	material: Material,
	inject: ExerciseInject
): Pick<MselRow, 'status' | 'releasedAt' | 'releasedBy'> {
	const { events, state, pack } = material;
	const { status, by, inTeam } = words;
	if (!isPlayed(material)) return { status: status.approved, releasedAt: '', releasedBy: '' };
	const worlds = reportedWorlds(material);
	const releases = worlds.flatMap(({ id, world, party }) => {
		const seen = injectsSeen(pack.exercise, state, world).find((one) => one.inject === inject.id);
		if (seen === undefined) return [];
		const event = events.find(
			(one) => one.type === 'injectReleased' && one.inject === inject.id && one.world === id
		);
		// The room's own commands are numbered by itself.
		const who =
			event === undefined ? by.schedule : event.command.startsWith('room.') ? by.condition : by.facilitator;
		const named = (text: string) => (worlds.length === 1 ? text : inTeam(party.team, text));
		return [{ at: named(elapsed(seen.atMin)), by: named(who) }];
	});
	if (releases.length === 0) {
		const open = isOver(material) ? status.deferred : status.approved;
		return { status: open, releasedAt: '', releasedBy: '' };
	}
	const joined = (texts: readonly string[]) => texts.join('; ');
	return {
		status: status.released,
		releasedAt: joined(releases.map(({ at }) => at)),
		releasedBy: joined(releases.map((one) => one.by))
	};
}
