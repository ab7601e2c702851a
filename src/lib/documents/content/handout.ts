import type { Role } from '../../scenario/scenario.ts';
import { documentWords } from '../../text/document-words.ts';
import { percent } from '../../text/figures.ts';
import { heading, list, NEW_PAGE, paragraph, type Block } from '../office/blocks.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';
import { momentText } from '../material/moments.ts';

const words = documentWords.handout;

/** What players get on paper: a part for everybody, then a page for each role, to be handed to that role alone. */
export function handoutDocument(material: Material): Uint8Array {
	const { say, pack, cut } = material;
	const { scenario } = pack;
	const about = { title: words.title, below: words.below(say(scenario.title)), isDraft: false };
	return written(material, about, [
		heading(1, words.all.heading),
		paragraph(say(scenario.summary)),
		...(scenario.briefing === null
			? []
			: [heading(2, words.all.briefing), paragraph(say(scenario.briefing))]),
		heading(2, words.all.rules),
		list(words.all.ruleItems),
		...(cut === null
			? []
			: [
					heading(2, words.all.rounds),
					{
						...({ kind: 'table', caption: null, head: words.all.roundColumns } as const),
						rows: cut.stops.map((stop, n) => [String(n + 1), momentText(material, stop)]),
						widths: [1, 4]
					}
				]),
		...scenario.roles.flatMap((role) => [NEW_PAGE, ...rolePage(material, role)])
	]);
}

function rolePage({ pack, say }: Material, role: Role): Block[] {
	const { role: of } = words;
	const tasks = pack.scenario.objectives
		.flatMap((objective) => objective.tasks)
		.filter((task) => task.roles.includes(role.id));
	return [
		heading(1, say(role.name)),
		paragraph(say(role.text)),
		...(role.brief === null ? [] : [heading(2, of.brief), paragraph(say(role.brief))]),
		...(role.owns.length === 0 ? [] : [heading(2, of.owns), list(role.owns.map(say))]),
		heading(2, of.goal),
		...goal(role, say),
		heading(2, of.budget),
		...budget(role),
		...(tasks.length === 0 ? [] : [heading(2, of.tasks), list(tasks.map(({ text }) => say(text)))]),
		heading(2, of.notes),
		{ kind: 'lines', count: 6 }
	];
}

function goal({ goal }: Role, say: Material['say']): Block[] {
	const { role: of } = words;
	if (goal === null) return [paragraph(of.noGoal)];
	const rows = goal.terms.map(({ name, weight }) => [say(name), percent(weight)]);
	return [
		paragraph(say(goal.name)),
		{ kind: 'table', caption: null, head: of.goalColumns, rows, widths: [4, 1] }
	];
}

function budget({ budget }: Role): Block[] {
	const { role: of } = words;
	if (budget === null) return [paragraph(of.noBudget)];
	const rows = [
		[of.prepare, of.money(budget.preparationUsd), of.attention(budget.preparationAttention)],
		[of.respond, of.money(budget.responseUsd), of.attentionRound(budget.attentionPerRound)]
	];
	return [{ kind: 'table', caption: null, head: of.budgetColumns, rows, widths: [2, 1, 1] }];
}
