import { standingMarks } from '../../exercise/assessment/marks.ts';
import type { Author, Mark, RatingMark } from '../../exercise/log/events.ts';
import type { Note, Rating } from '../../exercise/state.ts';
import type { Objective, Task } from '../../scenario/scenario.ts';
import { waysOf, type Material, type Party } from './material.ts';

/** What was said of one critical task of one team. */
export interface TaskReport {
	readonly objective: Objective;
	readonly task: Task;
	readonly party: Party;
	/** What people said of it: each author's latest rating. */
	readonly ratings: readonly Rating[];
	/** What evaluators and facilitators noted about it. */
	readonly notes: readonly Note[];
	/** As the model sees it; null: not computed. */
	readonly model: RatingMark | null;
	/** The worst rating that people gave; null: they gave none. */
	readonly worst: RatingMark | null;
}

const WORST_FIRST: readonly Mark[] = ['U', 'M', 'S', 'P'];

/** Every critical task of the teams that are reported, in the scenario's order. */
export function taskReports(material: Material): TaskReport[] {
	const { pack, state } = material;
	const standing = standingMarks(state.ratings.filter((one) => isReported(material, one))).map(
		({ now }) => now
	);
	return pack.scenario.objectives.flatMap((objective) =>
		objective.tasks.flatMap((task) =>
			material.parties
				.filter(({ roles }) => roles.some(({ id }) => task.roles.includes(id)))
				.map((party): TaskReport => {
					const ratings = standing.filter(
						({ subject, team }) => subject === task.id && (team === null || team === party.team)
					);
					const marks = ratings.map(({ mark }) => mark);
					const worst = WORST_FIRST.find((mark) => marks.includes(mark)) ?? null;
					return {
						...{ objective, task, party, ratings },
						notes: notesOf(material, party, task.id),
						model: party.wash?.reviews.find((one) => one.task === task.id)?.model ?? null,
						worst: worst as RatingMark | null
					};
				})
		)
	);
}

/** Notes on a task of a team; `task` null: on no task in particular. */
export function notesOf(material: Material, party: Party | null, task: string | null): Note[] {
	return material.state.notes.filter((note) => {
		const { seen } = note;
		if (!isReported(material, note) || (note.author.kind === 'facilitator' && !isAlone(material)))
			return false;
		if ((seen?.task ?? null) !== task) return false;
		const team = seen?.team ?? null;
		return party === null ? team === null : team === party.team || (task !== null && team === null);
	});
}

/** What players of a room mark and note of themselves is theirs: it is in no document that others read. */
function isReported(material: Material, { author }: { readonly author: Author }): boolean {
	return author.kind !== 'seat' || isAlone(material);
}

const isAlone = (material: Material) => waysOf(material) === 'solo';

/** The rating that stands for a task: what people said, else what the model says. */
export function standingRating({ worst, model }: TaskReport): RatingMark | null {
	return worst ?? model;
}
