import type { RoomFacts } from '../../room/facts/room-facts.ts';
import type { SeriesPoint, HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import type { FigureId } from '../../text/en/explain.ts';
import { compact, dollarsCompact, percent } from '../../text/figures.ts';
import { dayAndTime } from '../../text/moments.ts';
import { said, words } from './words.ts';

export type SeriesName = 'played' | 'record' | 'none';

export interface SmallCourse {
	readonly id: string;
	readonly figure: FigureId;
	readonly name: string;
	readonly allSeries: Readonly<
		Record<SeriesName, readonly { readonly minute: number; readonly value: number }[]>
	>;
	readonly top: number;
	readonly bottom: number;
	/** What is missing from the top is the shape. */
	readonly hangs: boolean;
	readonly tone: 'ink' | 'crashed' | 'unprotected' | 'compromised';
	readonly extreme: string;
	readonly sentence: string;
}

interface Quantity extends Pick<SmallCourse, 'id' | 'figure' | 'name' | 'tone'> {
	/** Null: there is none of it in this run. */
	readonly read: (point: SeriesPoint) => number | null;
	readonly write: (value: number) => string;
	readonly hangs: boolean;
}

const say = words.multiples;

/** The small charts of a run: what is the role's own first, then the world's. */
export function quantitiesOf(wash: HotWash, facts: RoomFacts): SmallCourse[] {
	const own: Quantity[] = [
		share('ownService', 'service', say.ownService, ({ own }) => own?.output ?? null),
		count('ownBacklog', 'backlog', say.ownBacklog, ({ own }) => own?.backlogUnits ?? null),
		money('ownLosses', say.ownLosses, ({ own }) => own?.lossCents ?? null),
		{
			...count('ownUnprotected', 'unprotected', say.ownUnprotected, ({ own }) => own?.unprotected ?? null),
			tone: 'unprotected'
		}
	];
	const world: Quantity[] = [
		{ ...count('down', 'hostsDown', say.down, ({ down }) => down), tone: 'crashed' },
		money('losses', say.losses, ({ lossCents }) => lossCents),
		{
			...count('unprotected', 'unprotected', say.unprotected, (one) => one.unprotected),
			tone: 'unprotected'
		},
		{
			...count('compromised', 'compromised', say.compromised, (one) => one.compromised),
			tone: 'compromised'
		},
		{ ...count('backlog', 'backlog', say.backlog, ({ backlogDays }) => backlogDays), write: say.days },
		share('public', 'trust', say.trustPublic, ({ trust }) => trust?.public ?? null),
		share('customers', 'trust', say.trustCustomers, ({ trust }) => trust?.customers ?? null),
		share('government', 'trust', say.trustGovernment, ({ trust }) => trust?.government ?? null)
	];
	return [...own, ...world].flatMap((quantity) => courseOf(quantity, wash, facts.startMinute) ?? []);
}

/** Output of every sector's services, all on one scale. */
export function servicesOf(wash: HotWash, facts: RoomFacts): SmallCourse[] {
	const all = facts.sectors.flatMap(({ id, name }) => {
		const quantity = share(id, 'service', said(name), ({ outputs }) => outputs[id] ?? null);
		return courseOf(quantity, wash, facts.startMinute) ?? [];
	});
	const bottom = Math.min(1, ...all.map((one) => one.bottom));
	return all.map((one) => ({ ...one, bottom }));
}

function courseOf(quantity: Quantity, { timeSeries }: HotWash, startMinute: number): SmallCourse | null {
	const { read, write, hangs, ...about } = quantity;
	const values = (points: readonly SeriesPoint[] | null) =>
		(points ?? []).flatMap((point) => {
			const value = read(point);
			return value === null ? [] : [{ minute: point.minute, value }];
		});
	const allSeries = {
		played: values(timeSeries.played),
		record: values(timeSeries.record),
		none: values(timeSeries.none)
	};
	const { played } = allSeries;
	if (played.length === 0) return null;
	const all = [...allSeries.played, ...allSeries.record, ...allSeries.none].map(({ value }) => value);
	const most = played.reduce((best, one) =>
		(hangs ? one.value < best.value : one.value > best.value) ? one : best
	);
	const said = (hangs ? say.lowest : say.most)(write(most.value));
	return {
		...about,
		allSeries,
		hangs,
		top: hangs ? 1 : Math.max(1e-9, ...all),
		bottom: hangs ? tenthBelow(Math.min(...all)) : 0,
		extreme: said,
		sentence: say.sentence(
			about.name,
			said,
			dayAndTime(startMinute + most.minute),
			write(played.at(-1)!.value)
		)
	};
}

/** The next lower tenth, at most 0.9: small losses of service are seen, and the scale is round. */
function tenthBelow(least: number): number {
	return Math.max(0, Math.min(0.9, Math.floor(least * 10) / 10));
}

function count(id: string, figure: FigureId, name: string, read: Quantity['read']): Quantity {
	return { id, figure, name, read, write: (value) => compact(Math.round(value)), hangs: false, tone: 'ink' };
}

function money(id: string, name: string, read: Quantity['read']): Quantity {
	return { id, figure: 'losses', name, read, write: dollarsCompact, hangs: false, tone: 'ink' };
}

function share(id: string, figure: FigureId, name: string, read: Quantity['read']): Quantity {
	return { id, figure, name, read, write: percent, hangs: true, tone: 'ink' };
}
