import { documentWords } from '../../text/document-words.ts';
import { heading, list, NEW_PAGE, paragraph, type Block } from '../office/blocks.ts';
import { mselRows } from '../msel/msel-rows.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';
import { shortMoment } from '../material/moments.ts';
import { overviewTable } from '../material/overview.ts';
import { ratingDefinitions } from './rating-words.ts';

const words = documentWords.handbook;
const { overview, toFill } = documentWords.common;

/** The handbook of those who run and evaluate the exercise: everything that players do not know. */
export function handbookDocument(material: Material): Uint8Array {
	const title = material.say(material.pack.scenario.title);
	return written(material, { title: words.title, below: words.below(title), isDraft: false }, [
		paragraph(words.secret, 'notice'),
		NEW_PAGE,
		heading(1, overview.heading),
		overviewTable(material),
		heading(1, words.staff.heading),
		{
			...{ kind: 'table', caption: null, head: words.staff.columns },
			rows: words.staff.rows.map(([role, does]) => [role, does, toFill]),
			widths: [1, 2.4, 1.2]
		},
		heading(1, words.control.heading),
		list(words.control.items),
		{ kind: 'turn', to: 'landscape' },
		heading(1, words.events.heading),
		paragraph(words.events.lead),
		eventsTable(material),
		{ kind: 'turn', to: 'portrait' },
		heading(1, words.expected.heading),
		...expectedActions(material),
		heading(1, words.evaluation.heading),
		list(words.evaluation.items),
		...tasks(material),
		...ratingDefinitions(2),
		heading(1, words.hotWash.heading),
		paragraph(words.hotWash.lead),
		list(words.hotWash.questions)
	]);
}

function eventsTable(material: Material): Block {
	const { events } = words;
	const rows = mselRows(material).map((row) => {
		const when = row.condition === '' ? '' : `\n${events.waits(row.condition)}`;
		return [
			row.number,
			`${row.scheduledTime}\n${row.scenarioTime}`,
			`${row.kind}${when}`,
			events.fromTo(row.from, row.to, row.injectMode),
			`${row.title}\n${row.message}`,
			row.expected
		];
	});
	return { kind: 'table', caption: null, head: events.columns, rows, widths: [0.4, 1, 1.6, 1.5, 3.6, 2] };
}

function expectedActions({ pack, say }: Material): Block[] {
	const { experts, decisions, roles } = pack.scenario;
	const { expected } = words;
	if (experts.length === 0) return [paragraph(expected.none)];
	const tables = experts.flatMap(({ role, plays }): Block[] => {
		const named = roles.find(({ id }) => id === role);
		const rows = plays.flatMap(({ decision, atMin }) => {
			const known = decisions.find(({ id }) => id === decision);
			if (known === undefined) return [];
			const isPrepared = known.phase === 'preparation' || known.phase === 'briefing';
			const when = isPrepared ? expected.prepared : shortMoment({ pack }, atMin);
			return [[when, say(known.title), say(known.text)]];
		});
		const caption = named === undefined ? role : say(named.name);
		return [{ kind: 'table', caption, head: expected.columns, rows, widths: [1, 1.8, 3] }];
	});
	return [paragraph(expected.lead), ...tables];
}

function tasks({ pack, say }: Material): Block[] {
	const { objectives, roles } = pack.scenario;
	if (objectives.length === 0) return [];
	const name = (id: string) => {
		const role = roles.find((one) => one.id === id);
		return role === undefined ? id : say(role.name);
	};
	const rows = objectives.flatMap((objective) =>
		objective.tasks.map((task) => [
			say(objective.name),
			say(objective.capability),
			say(task.text),
			task.roles.map(name).join('\n')
		])
	);
	const { taskColumns } = words.evaluation;
	return [
		heading(2, words.evaluation.tasks),
		{ kind: 'table', caption: null, head: taskColumns, rows, widths: [1.6, 1.1, 1.8, 1.2] }
	];
}
