import type { RatingMark } from '../../exercise/log/events.ts';
import { entry } from '../../exercise/state.ts';
import { documentWords } from '../../text/document-words.ts';
import type { Material } from '../material/material.ts';
import { standingRating, type TaskReport } from '../material/ratings.ts';
import { authorText, markText } from './rating-words.ts';
import { teamText } from './team-names.ts';

const words = documentWords.aar.analysis;

/** A critical task of a team, judged: what went well, or is to be improved. */
export interface Finding {
	readonly report: TaskReport;
	readonly mark: RatingMark;
	/** Whether the model alone rated it. */
	readonly isByModel: boolean;
}

/** Every task that somebody or the model rated. */
export function findingsOf(reports: readonly TaskReport[]): Finding[] {
	return reports.flatMap((report) => {
		const mark = standingRating(report);
		return mark === null ? [] : [{ report, mark, isByModel: report.worst === null }];
	});
}

export const isStrength = ({ mark }: Finding) => mark === 'P' || mark === 'S';

/** What was done with major challenges, or not at all: these go into the improvement plan. */
export const isArea = ({ mark }: Finding) => mark === 'M' || mark === 'U';

/** `Airline: M – Performed with Major Challenges (the model’s rating)` */
export function ratedText(material: Material, { report, mark, isByModel }: Finding): string {
	const rating = markText(mark);
	return words.rated(teamText(material, report.party), isByModel ? words.byModel(rating) : rating);
}

/** What people said of it, each with who they were. */
export function saidOf({ report }: Finding): string[] {
	const observed = report.ratings.flatMap(({ author, observation }) =>
		observation === null ? [] : [words.said(authorText(author), observation)]
	);
	return [...observed, ...report.notes.map(({ author, text }) => words.said(authorText(author), text))];
}

/** Titles of what those who were to do the task decided. */
export function decisionsBehind({ pack, state, say }: Material, { report }: Finding): string[] {
	const { party, task } = report;
	const acts = entry(state.worlds, party.world)?.acts ?? [];
	const taken = new Set(acts.flatMap((act) => (act.kind === 'decision' ? [act.decision] : [])));
	const own = new Set(party.roles.map(({ id }) => id).filter((id) => task.roles.includes(id)));
	return pack.scenario.decisions
		.filter(({ id, role }) => taken.has(id) && own.has(role))
		.map(({ title }) => say(title));
}
