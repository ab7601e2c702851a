import type { Component } from '../machines/host.ts';
import type { OtherEvent } from '../machines/other-defects.ts';
import type { Release } from '../model.ts';
import { nextState, REFUSED } from '../table/compile.ts';
import { HOST_STATES } from '../table/states.ts';
import { otherDefectTable, type OtherDefectTable } from '../table/tables.ts';
import { COLUMN_OF, OTHER_STATES } from './columns.ts';

type OtherStateName = OtherDefectTable['states'][number];

/** Where hosts go: a column of the cell's record, or −1 less the number of one of {@link OTHER_STATES}. */
export type Place = number;

/** Column of other states that a place stands for, or −1 where it is one of the cell's record. */
export function otherColumn(place: Place): number {
	return place < 0 ? COLUMN_OF[-1 - place]! : -1;
}

/** Where an event of a release sends hosts, read from the compiled statechart; throws where the chart refuses it. */
export function placeAfter(
	{ defect }: Pick<Release, 'defect'>,
	from: OtherStateName,
	event: OtherEvent['type'],
	component: Component = 'kernel',
	{ waits = false, fallsBack = false } = {}
): Place {
	const table = otherDefectTable({ component, defect, waits, fallsBack });
	const to = nextState(table, table.state[from], event);
	if (to === REFUSED) throw new Error(`the statechart of other defects refuses ${event} in '${from}'`);
	const name = table.states[to]!;
	const column = (HOST_STATES as readonly string[]).indexOf(name);
	return column >= 0 ? column : -1 - (OTHER_STATES as readonly string[]).indexOf(name);
}

/**
 * Where hosts go when a release takes effect on them, by where its component runs; `fallsBack`: those in the kernel whose
 * agent takes its last good content.
 */
export interface Effect {
	readonly kernel: Place;
	readonly user: Place;
	readonly fallsBack: Place;
}

function effectOf(release: Release, from: OtherStateName, event: OtherEvent['type']): Effect {
	return {
		kernel: placeAfter(release, from, event, 'kernel'),
		user: placeAfter(release, from, event, 'user'),
		fallsBack: placeAfter(release, from, event, 'kernel', { fallsBack: true })
	};
}

/** Everything that a release does to hosts besides what the host's own machine knows. */
export interface Effects {
	/** Where installs go whose defect waits. */
	readonly dormant: Place;
	readonly installed: Effect;
	readonly triggered: Effect;
	readonly expired: Effect;
}

export function effectsOf(release: Release): Effects {
	return {
		dormant: placeAfter(release, 'reached', 'INSTALL', 'kernel', { waits: true }),
		installed: effectOf(release, 'reached', 'INSTALL'),
		triggered: effectOf(release, 'carrying', 'TRIGGER'),
		expired: effectOf(release, 'reached', 'EXPIRE')
	};
}

const ANY = { defect: 'harmless' } as const;
export const REVERTED_TO = placeAfter(ANY, 'carrying', 'REVERT');
export const ACTIVATED_TO = placeAfter(ANY, 'implanted', 'ACTIVATE');
export const WIPED_TO = placeAfter(ANY, 'implanted', 'WIPE');
export const IMPLANT_FOUND_TO = placeAfter(ANY, 'implanted', 'CONTAIN');
export const FALL_BACK_TO = placeAfter(ANY, 'restarting', 'FALL_BACK');
export const LET_GO_TO = placeAfter(ANY, 'isolated', 'RELEASE');
export const ISOLATED_TO_HANDS = placeAfter(ANY, 'isolated', 'NEED_HANDS');
export const WIPED_TO_HANDS = placeAfter(ANY, 'wiped', 'NEED_HANDS');
