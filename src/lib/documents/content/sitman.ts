import { documentWords } from '../../text/document-words.ts';
import { heading, list, NEW_PAGE, paragraph, type Block, type TableBlock } from '../office/blocks.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';
import { momentText } from '../material/moments.ts';
import { overviewTable } from '../material/overview.ts';

const words = documentWords.sitman;
const { overview } = documentWords.common;

/** The situation manual of a scenario: for players, without anything that is told only later. */
export function sitmanDocument(material: Material): Uint8Array {
	const title = material.say(material.pack.scenario.title);
	return written(material, { title: words.title, below: words.below(title), isDraft: false }, [
		paragraph(words.preface),
		NEW_PAGE,
		heading(1, words.agenda.heading),
		agendaTable(material),
		paragraph(words.agenda.note, 'note'),
		heading(1, overview.heading),
		overviewTable(material),
		NEW_PAGE,
		heading(1, words.general.heading),
		...general(material),
		...modules(material)
	]);
}

/** Shares of a session, in parts of its planned length. */
const PARTS = { welcome: 0.07, briefing: 0.1, preparation: 0.15, hotWash: 0.2 };
const LENGTH_MIN = 90;

function agendaTable(material: Material): TableBlock {
	const { agenda } = words;
	const stops = material.cut?.stops ?? [];
	const length = material.cut?.minutes ?? LENGTH_MIN;
	const rest = 1 - PARTS.welcome - PARTS.briefing - PARTS.preparation - PARTS.hotWash;
	const round = (stop: number, n: number) =>
		[agenda.round(n + 1, momentText(material, stop)), rest / Math.max(1, stops.length)] as const;
	const hasPreparation = material.pack.scenario.phases.includes('preparation');
	const parts: (readonly [string, number])[] = [
		[agenda.welcome, PARTS.welcome],
		[agenda.briefing, PARTS.briefing],
		...(hasPreparation ? ([[agenda.preparation, PARTS.preparation]] as const) : []),
		...stops.map(round),
		[agenda.hotWash, PARTS.hotWash]
	];
	let at = 0;
	const clock = (minute: number) =>
		agenda.minute(Math.floor(minute / 60), String(Math.round(minute) % 60).padStart(2, '0'));
	const rows = parts.map(([activity, share]) => {
		const from = Math.round(at);
		at += share * length;
		return [clock(from), clock(Math.round(at)), activity];
	});
	const end = clock(Math.round(at));
	return {
		...{ kind: 'table', caption: null, head: agenda.columns },
		rows: [...rows, [end, '', agenda.close]],
		widths: [1, 1, 4]
	};
}

function general(material: Material): Block[] {
	const { general } = words;
	const { scenario } = material.pack;
	const { say } = material;
	const objectives: Block =
		scenario.objectives.length === 0
			? paragraph(general.noObjectives)
			: {
					...{ kind: 'table', caption: null, head: general.objectiveColumns },
					rows: scenario.objectives.map(({ name, capability }) => [say(name), say(capability)]),
					widths: [2, 1]
				};
	return [
		heading(2, general.objectives),
		paragraph(general.objectivesLead),
		objectives,
		heading(2, general.roles),
		list(general.roleText.map(([role, what]) => general.roleLine(role, what))),
		heading(3, general.organisations),
		{
			...{ kind: 'table', caption: null, head: null },
			rows: scenario.roles.map(({ name, text }) => [say(name), say(text)]),
			widths: [1, 2.4]
		},
		heading(2, general.structure),
		paragraph(general.structureText(material.cut?.stops.length ?? material.state.rounds.length)),
		heading(2, general.guidelines),
		list(general.guidelineItems),
		heading(2, general.assumptions),
		list(general.assumptionItems),
		heading(2, general.evaluation),
		paragraph(general.evaluationText)
	];
}

function modules(material: Material): Block[] {
	const { modules } = words;
	const { phases, briefing } = material.pack.scenario;
	const told = briefing === null ? '' : `${material.say(briefing)}\n\n`;
	const all = [
		{
			phase: 'preparation',
			name: modules.preparation,
			text: told + modules.preparationText,
			issues: modules.preparationIssues,
			questions: modules.preparationQuestions
		},
		{
			phase: 'incident',
			name: modules.incident,
			text: modules.incidentText(momentText(material, 0)),
			issues: modules.incidentIssues,
			questions: modules.incidentQuestions
		},
		{
			phase: 'recovery',
			name: modules.recovery,
			text: modules.recoveryText,
			issues: modules.recoveryIssues,
			questions: modules.recoveryQuestions
		}
	] as const;
	return all
		.filter(({ phase }) => phases.includes(phase))
		.flatMap(({ name, text, issues, questions }, n) => [
			NEW_PAGE,
			heading(1, modules.heading(modules.names[n]!, name)),
			heading(2, modules.scenario),
			paragraph(text),
			heading(2, modules.keyIssues),
			list(issues),
			heading(2, modules.questions),
			paragraph(modules.lead),
			list(questions)
		]);
}
