import { documentWords } from '../../text/document-words.ts';
import { heading, NEW_PAGE, paragraph, type Block, type TableBlock } from '../office/blocks.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';
import { momentText } from '../material/moments.ts';
import { overviewTable } from '../material/overview.ts';
import { taskReports } from '../material/ratings.ts';
import { capabilityAnalysis, summaryTable } from './aar-analysis.ts';
import { ballotBlocks, decisionBlocks, participantBlocks } from './aar-appendices.ts';
import { figuresOf, pictureBlock } from './figures.ts';
import { findingsOf, isArea, ratedText, type Finding } from './findings.ts';
import { outcomeTable } from './outcome.ts';
import { ratingDefinitions } from './rating-words.ts';
import { isOver } from '../material/material.ts';

const words = documentWords.aar;
const { overview, toFill } = documentWords.common;

/** The after-action report and improvement plan: a draft that people finish. */
export function aarDocument(material: Material): Uint8Array {
	const { say, pack } = material;
	const findings = findingsOf(taskReports(material));
	const about = { title: words.title, below: words.below(say(pack.scenario.title)), isDraft: true };
	return written(material, about, [
		paragraph(words.howToUse),
		NEW_PAGE,
		heading(1, overview.heading),
		overviewTable(material),
		heading(1, words.whatHappened.heading),
		...happened(material),
		NEW_PAGE,
		heading(1, words.analysis.heading),
		...analysis(material, findings),
		{ kind: 'turn', to: 'landscape' },
		heading(1, words.plan.heading),
		...improvementPlan(material, findings.filter(isArea)),
		{ kind: 'turn', to: 'portrait' },
		...participantBlocks(material),
		...decisionBlocks(material),
		...ballotBlocks(material)
	]);
}

function happened(material: Material): Block[] {
	const { parties, pack } = material;
	if (parties.every(({ wash }) => wash === null)) return [paragraph(words.whatHappened.notComputed)];
	let number = 0;
	const ends = parties.flatMap(({ wash }) => (wash === null ? [] : [wash.endMin]));
	const endMin = Math.max(...ends);
	const isWhole = isOver(material) && endMin >= pack.exercise.horizonMin;
	return [
		...parties.flatMap((party): Block[] => {
			const table = outcomeTable(material, party);
			const pictures = figuresOf(material, party).map((figure) => pictureBlock(figure, ++number));
			return table === null ? [] : [table, ...pictures];
		}),
		paragraph(words.whatHappened.explain, 'note'),
		...(isWhole ? [] : [paragraph(words.whatHappened.atMinute(momentText(material, endMin)), 'note')])
	];
}

function analysis(material: Material, findings: readonly Finding[]): Block[] {
	if (findings.length === 0) return [paragraph(words.analysis.none)];
	return [
		paragraph(words.analysis.lead),
		...summaryTable(material, findings),
		...ratingDefinitions(2),
		...capabilityAnalysis(material, findings)
	];
}

function improvementPlan(material: Material, areas: readonly Finding[]): Block[] {
	const { say, pack } = material;
	const { plan } = words;
	const roleNames = (finding: Finding) =>
		pack.scenario.roles
			.filter(({ id }) => finding.report.task.roles.includes(id))
			.map(({ name }) => say(name))
			.join(', ');
	const rows = areas.map((finding) => {
		const { objective, task } = finding.report;
		const issue = `${say(task.text)}\n${ratedText(material, finding)}`;
		const owner = plan.owner(roleNames(finding));
		return [
			say(objective.capability),
			issue,
			plan.action,
			plan.element,
			owner,
			plan.contact,
			plan.date,
			plan.date
		];
	});
	const open = [toFill, toFill, plan.action, plan.element, toFill, plan.contact, plan.date, plan.date];
	const table: TableBlock = {
		...{ kind: 'table', caption: null, head: plan.columns },
		rows: [...rows, open],
		widths: [1.2, 2.3, 1.6, 1.5, 1.6, 1.1, 0.9, 1.1]
	};
	return [paragraph(plan.lead(areas.length)), table];
}
