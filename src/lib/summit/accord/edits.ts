import type { Measure } from '../../scenario/summit.ts';
import { byId } from './by-id.ts';
import { itemOf, newItem, type Accord, type Item } from './accord.ts';

/** One change of a text. */
export type Edit =
	| {
			readonly kind: 'add';
			readonly measure: string;
			readonly parameters?: Readonly<Record<string, number>>;
			readonly laterMonths?: number;
	  }
	| { readonly kind: 'strike'; readonly measure: string }
	| { readonly kind: 'set'; readonly measure: string; readonly parameter: string; readonly value: number }
	| { readonly kind: 'delay'; readonly measure: string; readonly laterMonths: number }
	/** A share of nothing takes the cover away. */
	| {
			readonly kind: 'cover';
			readonly measure: string;
			readonly of: string;
			readonly by: string;
			readonly share: number;
	  }
	/** Until month 0: the exemption ends. */
	| {
			readonly kind: 'exempt';
			readonly measure: string;
			readonly party: string;
			readonly untilMonth: number;
	  };

type Measures = readonly Pick<Measure, 'id' | 'parameters'>[];

/** The text after these changes by a party. Changes of what does not stand leave it as it is. */
export function edited(accord: Accord, edits: readonly Edit[], by: string): Accord {
	return edits.reduce((text, edit) => editedOnce(text, edit, by), accord);
}

function editedOnce(accord: Accord, edit: Edit, by: string): Accord {
	if (edit.kind === 'add') {
		if (itemOf(accord, edit.measure) !== undefined) return accord;
		const { parameters = {}, laterMonths = 0 } = edit;
		const item = { ...newItem(edit.measure, by), parameters, laterMonths };
		return { ...accord, items: [...accord.items, item] };
	}
	if (edit.kind === 'strike') {
		return { ...accord, items: accord.items.filter(({ measure }) => measure !== edit.measure) };
	}
	const items = accord.items.map((item) =>
		item.measure === edit.measure ? signed(changed(item, edit), by) : item
	);
	return { ...accord, items };
}

function changed(item: Item, edit: Exclude<Edit, { kind: 'add' | 'strike' }>): Item {
	switch (edit.kind) {
		case 'set':
			return { ...item, parameters: { ...item.parameters, [edit.parameter]: edit.value } };
		case 'delay':
			return { ...item, laterMonths: edit.laterMonths };
		case 'cover': {
			const { of, by, share } = edit;
			const others = item.covers.filter((cover) => cover.of !== of || cover.by !== by);
			return { ...item, covers: share > 0 ? [...others, { of, by, share }] : others };
		}
		case 'exempt': {
			const { party, untilMonth } = edit;
			const others = item.exempt.filter((one) => one.party !== party);
			return { ...item, exempt: untilMonth > 0 ? [...others, { party, untilMonth }] : others };
		}
	}
}

function signed(item: Item, by: string): Item {
	if (item.proposedBy === by || item.amendedBy.includes(by)) return item;
	return { ...item, amendedBy: [...item.amendedBy, by] };
}

/** Whether these changes leave a text as it is. */
export function changesNothing(accord: Accord, edits: readonly Edit[], measures: Measures): boolean {
	return edits.every((edit) => {
		if (edit.kind === 'add') return itemOf(accord, edit.measure) !== undefined;
		const item = itemOf(accord, edit.measure);
		if (item === undefined) return true;
		if (edit.kind === 'strike') return false;
		const { parameters = [] } = byId(measures).get(edit.measure) ?? {};
		return meaning(changed(item, edit), parameters) === meaning(item, parameters);
	});
}

/** What of an item binds anybody, in an order of its own. */
function meaning({ parameters, laterMonths, covers, exempt }: Item, known: Measure['parameters']): string {
	const values = known.map(({ id, reference }) => parameters[id] ?? reference);
	const sorted = (items: readonly object[]) => items.map((one) => JSON.stringify(one)).sort();
	return JSON.stringify([values, laterMonths, sorted(covers), sorted(exempt)]);
}
