import type { Evaluation } from '../../outages/evaluate/evaluation.ts';
import { notBegun } from '../../outages/evaluate/not-begun.ts';
import { timingOf } from '../../outages/reform/adoption.ts';
import { agreementOf } from '../../outages/reform/agreement.ts';
import type { Measure, Summit } from '../../scenario/summit.ts';
import type { Item } from '../../summit/accord/accord.ts';
import { parameterIn } from '../../summit/accord/conditions.ts';
import { AUDIENCE } from '../../summit/log/events.ts';
import { summitStateOf } from '../../summit/log/negotiated.ts';
import { isOpened, type SummitState } from '../../summit/state.ts';
import { paidFor } from '../../summit/value/money.ts';
import { documentWords } from '../../text/document-words.ts';
import { testBlocks } from './accord-tests.ts';
import { heading, list, pairs, paragraph, type Block } from '../office/blocks.ts';
import { written } from '../material/about.ts';
import type { Material } from '../material/material.ts';

const words = documentWords.accord;

interface Held {
	readonly summit: Summit;
	readonly state: SummitState;
	readonly say: Material['say'];
}

/** What the summit agreed on, as a document with commitments, owners and dates; null: no summit was held. */
export function accordDocument(material: Material): Uint8Array | null {
	const { summit } = material.pack.scenario;
	const state = summitStateOf(material.state.negotiated);
	if (summit === undefined || !isOpened(state)) return null;
	const { say } = material;
	const held: Held = { summit, state, say };
	const about = {
		title: words.title,
		below: words.below(say(material.pack.scenario.title)),
		isDraft: state.result === null
	};
	return written(material, about, [
		heading(1, words.result),
		...resultBlocks(held),
		heading(1, words.commitments),
		...(state.text.items.length === 0
			? [paragraph(words.none)]
			: state.text.items.flatMap((item) => itemBlocks(held, item))),
		...pledgeBlocks(held),
		...(state.result === null ? [] : [heading(1, words.votes), votesTable(held)]),
		heading(1, words.tests),
		...testBlocks(material.outages ?? null, (evaluation) => namesNotBegun(held, evaluation)),
		heading(1, words.history),
		historyTable(held)
	]);
}

function resultBlocks({ summit, state: { result } }: Held): Block[] {
	if (result === null) return [paragraph(words.open, 'notice')];
	const said =
		result.end === 'failed'
			? words.results.failed
			: words.results[result.end](result.signatories.length, summit.parties.length);
	return [paragraph(said, 'strong')];
}

function itemBlocks(held: Held, item: Item): Block[] {
	const { summit, state, say } = held;
	const measure = summit.measures.find(({ id }) => id === item.measure);
	if (measure === undefined) return [];
	const { result } = state;
	const binds = result === null || result.measures.includes(item.measure);
	return [
		heading(2, say(measure.title)),
		paragraph(say(measure.text)),
		...(binds ? [] : [paragraph(words.notBinding, 'notice')]),
		...(result?.imposed.includes(item.measure) === true ? [paragraph(words.imposed)] : []),
		pairs(null, itemRows(held, item, measure))
	];
}

function itemRows(held: Held, item: Item, measure: Measure): (readonly [string, string])[] {
	const { summit, say } = held;
	const { rows } = words;
	const name = nameIn(held);
	const values = measure.parameters.map(
		(one) => `${say(one.name)} ${parameterIn(item, measure, one.id)} ${say(one.unit)}`
	);
	const pays = summit.parties.flatMap(({ id }) => {
		const usdMillion = paidFor(measure, item, id, summit.rules.horizonMonths);
		return usdMillion > 0 ? [words.pays(name(id), usdMillion)] : [];
	});
	const covers = item.covers.map(({ by, of, share }) =>
		words.covers(name(by), name(of), Math.round(share * 100))
	);
	const exempt = item.exempt.map(({ party, untilMonth }) => words.exempt(name(party), untilMonth));
	const amended = item.amendedBy.length === 0 ? '' : words.amended(item.amendedBy.map(name));
	const { leadMonths, fullMonths } = timingOf(measure, item);
	const later = item.laterMonths;
	const row = (label: string, texts: readonly string[]): (readonly [string, string])[] =>
		texts.length === 0 ? [] : [[label, texts.join('; ')]];
	return [
		...row(rows.owners, [measure.owners.map(name).join(', ')]),
		...row(rows.dates, [words.dates(leadMonths + later, fullMonths + later)]),
		...row(rows.values, values),
		...row(rows.pays, pays.length === 0 ? [words.nobodyPays] : pays),
		...row(rows.covers, covers),
		...row(rows.exempt, exempt),
		...row(rows.proposed, [name(item.proposedBy) + amended]),
		...row(rows.side, [say(measure.sideEffect)])
	];
}

function pledgeBlocks(held: Held): Block[] {
	const { summit, state, say } = held;
	const name = nameIn(held);
	const { pledges } = state.text;
	if (pledges.length === 0) return [];
	const titleOf = (id: string | null) => {
		const found = summit.measures.find((one) => one.id === id);
		return found === undefined ? '' : say(found.title);
	};
	return [
		heading(1, words.pledges),
		list(
			pledges.map(({ by, to, promises, measure }) =>
				words.pledge[promises](name(by), name(to), titleOf(measure))
			)
		)
	];
}

function namesNotBegun({ summit, state, say }: Held, evaluation: Evaluation): string[] {
	return notBegun(summit, agreementOf(state).items, evaluation).map(({ title }) => say(title));
}

function votesTable(held: Held): Block {
	const { summit, state } = held;
	const name = nameIn(held);
	const { columns } = words;
	const audience = state.result?.audience;
	const rows = summit.parties.map(({ id }) => {
		const vote = state.votes[id];
		return [
			name(id),
			vote === undefined ? words.notVoted : words[vote],
			words[state.chairs[id] === 'person' ? 'person' : 'bot']
		];
	});
	const heard =
		audience === undefined ? [] : [[words.audience, words[audience.vote], words.counted(audience.weight)]];
	return {
		kind: 'table',
		caption: null,
		head: [columns.party, columns.vote, columns.chair],
		rows: [...rows, ...heard],
		widths: [3, 1, 2]
	};
}

function historyTable({ summit, state, say }: Held): Block {
	const { historyColumns: columns } = words;
	const isHere = (id: string) => state.text.items.some(({ measure }) => measure === id);
	const rows = summit.history.map(({ when, text, measures }) => {
		const here = summit.measures.filter(({ id }) => measures.includes(id) && isHere(id));
		const named = here.map(({ title }) => say(title)).join('; ');
		return [when, say(text), named === '' ? words.nothing : named];
	});
	return {
		kind: 'table',
		caption: null,
		head: [columns.when, columns.what, columns.here],
		rows,
		widths: [1, 3, 2]
	};
}

function nameIn({ summit, say }: Held): (party: string) => string {
	return (id) => {
		const party = summit.parties.find((one) => one.id === id);
		if (party !== undefined) return say(party.name);
		return id === AUDIENCE ? words.audience : id;
	};
}
