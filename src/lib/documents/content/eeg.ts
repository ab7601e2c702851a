import type { Note } from '../../exercise/state.ts';
import type { Objective } from '../../scenario/scenario.ts';
import { documentWords } from '../../text/document-words.ts';
import { heading, NEW_PAGE, pairs, paragraph, type Block } from '../office/blocks.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';
import { shortMoment } from '../material/moments.ts';
import { notesOf, taskReports, type TaskReport } from '../material/ratings.ts';
import { authorText, markText, ratingDefinitions } from './rating-words.ts';
import { teamText } from './team-names.ts';

const words = documentWords.eeg;
const { toFill, ratings } = documentWords.common;

/** An evaluation guide for each objective, with what was rated and noted during play. */
export function eegDocument(material: Material): Uint8Array {
	const title = material.say(material.pack.scenario.title);
	return written(material, { title: words.title, below: words.below(title), isDraft: false }, [
		paragraph(words.how),
		...eegBlocks(material)
	]);
}

function eegBlocks(material: Material): Block[] {
	const reports = taskReports(material);
	const objectives = material.pack.scenario.objectives.filter(({ id }) =>
		reports.some(({ objective }) => objective.id === id)
	);
	const guides = objectives.flatMap((objective) => [
		NEW_PAGE,
		...guide(
			material,
			objective,
			reports.filter((one) => one.objective.id === objective.id)
		)
	]);
	const nothing = guides.length === 0 ? [paragraph(words.none)] : [];
	return [...nothing, ...guides, NEW_PAGE, ...further(material), ...ratingDefinitions(1, ratings.key)];
}

function guide(material: Material, objective: Objective, reports: readonly TaskReport[]): Block[] {
	const { say, pack } = material;
	const { fields } = words;
	const name = say(objective.name);
	return [
		heading(1, name),
		pairs(null, [
			[fields.name, say(pack.scenario.title)],
			[fields.date, toFill],
			[fields.organization, toFill],
			[fields.venue, toFill],
			[fields.objective, name],
			[fields.capability, say(objective.capability)],
			[fields.sources, words.fields.sourcesValue]
		]),
		{
			kind: 'table',
			caption: words.tableCaption(name),
			head: words.columns,
			rows: objective.tasks.flatMap((task, n) => {
				const own = reports.filter((report) => report.task.id === task.id);
				if (own.length === 0) return [];
				return [[n === 0 ? name : '', say(task.text), observations(material, own), targetRating(own)]];
			}),
			widths: [1.1, 1.2, 2.4, 1]
		},
		pairs(null, [[words.final, words.finalValue]]),
		{
			kind: 'table',
			caption: words.evaluator,
			head: null,
			rows: words.evaluatorRows.map((row) => [row, '']),
			widths: [1, 2.4]
		}
	];
}

/** What was written of a task, team by team, each with who wrote it. */
function observations(material: Material, reports: readonly TaskReport[]): string {
	const lines = reports.flatMap((report) => {
		const team = teamText(material, report.party);
		const rated = report.ratings.flatMap(({ author, mark, observation, seen }) => {
			const said = words.rating(authorText(author), mark, team);
			const when = seen === undefined ? '' : ` (${shortMoment(material, seen.minute)})`;
			return [`${said}${when}`, ...(observation === null ? [] : [observation])];
		});
		const model = report.model === null ? [] : [`${team}. ${words.model(markText(report.model))}`];
		return [...rated, ...report.notes.flatMap((note) => noteLines(material, note, team)), ...model];
	});
	return lines.join('\n');
}

function noteLines(material: Material, { author, text, seen }: Note, team: string): string[] {
	const when = seen === undefined ? '' : shortMoment(material, seen.minute);
	return [words.note(authorText(author), team, when), text];
}

/** Of each team its worst rating by people: a difference between evaluators is for them to settle. */
function targetRating(reports: readonly TaskReport[]): string {
	const marks = reports.flatMap(({ worst, ratings: all }) => {
		if (worst !== null) return [markText(worst)];
		return all.length > 0 ? [markText('N')] : [];
	});
	return marks.length === 0 ? words.notRated : [...new Set(marks)].join('\n');
}

function further(material: Material): Block[] {
	const notes = [...material.parties, null].flatMap((party) => {
		const team = party === null ? material.say(material.pack.scenario.title) : teamText(material, party);
		return notesOf(material, party, null).map((note) => noteLines(material, note, team).join(' '));
	});
	return [
		heading(1, words.further),
		paragraph(words.furtherText),
		notes.length === 0 ? paragraph(words.noFurther) : { kind: 'list', items: notes }
	];
}
