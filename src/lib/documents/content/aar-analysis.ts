import type { RatingMark } from '../../exercise/log/events.ts';
import type { Objective } from '../../scenario/scenario.ts';
import { documentWords } from '../../text/document-words.ts';
import { heading, list, paragraph, type Block } from '../office/blocks.ts';
import type { Material } from '../material/material.ts';
import { decisionsBehind, isArea, isStrength, ratedText, saidOf, type Finding } from './findings.ts';

const words = documentWords.aar.analysis;
const MARKS: readonly RatingMark[] = ['P', 'S', 'M', 'U'];

/** Objectives that somebody was rated by, each with what was found. */
function byObjective(
	{ pack }: Material,
	findings: readonly Finding[]
): readonly { objective: Objective; own: readonly Finding[] }[] {
	return pack.scenario.objectives.flatMap((objective) => {
		const own = findings.filter(({ report }) => report.objective.id === objective.id);
		return own.length === 0 ? [] : [{ objective, own }];
	});
}

/** HSEEP's table 1: how many tasks of each objective got which rating. */
export function summaryTable(material: Material, findings: readonly Finding[]): Block[] {
	const { say } = material;
	const rows = byObjective(material, findings).map(({ objective, own }) => [
		say(objective.name),
		say(objective.capability),
		...MARKS.map((mark) => {
			const rated = own.filter((one) => one.mark === mark);
			const star = rated.some(({ isByModel }) => isByModel) ? '*' : '';
			return { text: rated.length === 0 ? '' : `${rated.length}${star}`, align: 'centre' as const };
		})
	]);
	const anyStar = findings.some(({ isByModel }) => isByModel);
	return [
		{ kind: 'table', caption: words.table, head: words.columns, rows, widths: [3.4, 2, 0.6, 0.6, 0.6, 0.6] },
		paragraph(words.tableNote(anyStar), 'note')
	];
}

/** For each objective and its core capability: strengths, and areas for improvement with reference and analysis. */
export function capabilityAnalysis(material: Material, findings: readonly Finding[]): Block[] {
	const { say } = material;
	return byObjective(material, findings).flatMap(({ objective, own }) => {
		const strengths = own.filter(isStrength);
		const areas = own.filter(isArea);
		return [
			heading(2, say(objective.name)),
			paragraph(words.capability(say(objective.capability))),
			heading(3, words.strengths),
			strengths.length === 0
				? paragraph(words.noStrengths)
				: list(strengths.map((one) => strengthText(material, one))),
			heading(3, words.areas),
			...(areas.length === 0
				? [paragraph(words.noAreas)]
				: areas.flatMap((one, n) => areaBlocks(material, one, n + 1)))
		];
	});
}

function strengthText(material: Material, finding: Finding): string {
	const task = material.say(finding.report.task.text);
	return [`${task}. ${ratedText(material, finding)}.`, ...saidOf(finding)].join(' ');
}

function areaBlocks(material: Material, finding: Finding, number: number): Block[] {
	const behind = decisionsBehind(material, finding);
	const analysis = [
		`${ratedText(material, finding)}.`,
		...saidOf(finding),
		behind.length === 0 ? words.noRelated : words.related(behind.join('; ')),
		words.toFill
	];
	return [
		paragraph(words.area(number, material.say(finding.report.task.text)), 'strong'),
		paragraph(`${words.reference} ${words.referenceValue}`),
		paragraph(`${words.analysis} ${analysis.join(' ')}`)
	];
}
