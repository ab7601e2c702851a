import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import type { Sample } from '../../../room/feed/samples.ts';
import type { HostState } from '../../../sim/world/columns.ts';
import { compact, dollarsCompact, percent, rounded } from '../../../text/figures.ts';
import { goalFigures } from './goal-figures.ts';
import type { FigureId } from '../../../text/en/explain.ts';
import {
	ownDown,
	ownLossCents,
	ownLost,
	ownOutput,
	ownsOrganisations,
	ownUnit,
	trustingOf,
	trustPoints
} from '../feed/reading.ts';
import { wholeChange } from './whole-change.ts';
import { words } from '../words.ts';

/** A figure of the moment, and what has changed since the last stop. */
export interface StripFigure {
	readonly id: FigureId;
	readonly name: string;
	readonly glyph: HostState | null;
	readonly value: string;
	readonly change: string;
	/** What no list of figures can know: what the seat is judged by, in its author's words. */
	readonly entry?: { readonly name: string; readonly unit: string };
	/** Told apart from the others. */
	readonly key: string;
}

type Facts = Pick<RoomFacts, 'mine' | 'scenario' | 'sectors'>;
type Read = (sample: Sample) => number;

/** More than these would not be read. */
const MOST = 7;

/**
 * The figures that a seat steers by: all that it is judged by, and beside that the world's hosts and losses. What is left
 * out stands in the charts and in the map's legend.
 */
export function stripFigures(facts: Facts, now: Sample, before: Sample, isRecovery: boolean): StripFigure[] {
	const count = (id: FigureId, name: string, glyph: HostState | null, read: Read): StripFigure => {
		const change = changed(wholeChange(read(now), read(before)));
		return { key: name, id, name, glyph, value: compact(read(now)), change };
	};
	const money = (id: FigureId, name: string, read: Read): StripFigure => {
		const more = read(now) - read(before);
		const change = more === 0 ? words.figures.unchanged : `+${dollarsCompact(more)}`;
		return { key: name, id, name, glyph: null, value: dollarsCompact(read(now)), change };
	};
	const service = (name: string): StripFigure => {
		const change = shareChanged(ownOutput(now), ownOutput(before));
		return { key: name, id: 'service', name, glyph: null, value: percent(ownOutput(now)), change };
	};
	const down = count('hostsDown', words.figures.down, 'crashed', (sample) => sample.down);
	const back = count('recovered', words.figures.recovered, 'recovered', (sample) => sample.recovered);
	const bare = count('unprotected', words.figures.unprotected, 'agentDown', (sample) => sample.unprotected);
	const world = money('losses', words.figures.losses, (sample) => sample.lossCents);

	const lead = isRecovery ? back : down;
	const judged = goals(facts, now, before);
	if (!ownsOrganisations(facts)) {
		const trusts = judged.some(({ id }) => id === 'trust') ? [] : trust(facts, now, before);
		const hosts = isRecovery ? [down, bare] : [bare, back];
		return once([lead, ...judged, ...hosts, world, service(words.figures.allServices), ...trusts]);
	}
	const unit = ownUnit(facts);
	const lost = unit === null ? bare : count('lost', words.figures.lost(unit), null, ownLost);
	return once([
		lead,
		count('ownHostsDown', words.figures.ownDown, 'crashed', ownDown),
		...(judged.length > 3 ? [] : [service(words.figures.own)]),
		...(judged.length === 0 ? [lost] : judged),
		money('ownLosses', words.figures.ownLosses, ownLossCents),
		world
	]);
}

/** Each figure once, and no more of them than are read. */
function once(figures: readonly StripFigure[]): StripFigure[] {
	return figures
		.filter(({ name }, i) => figures.findIndex((other) => other.name === name) === i)
		.slice(0, MOST);
}

/** What the seat is judged by besides money. */
function goals(facts: Facts, now: Sample, before: Sample): StripFigure[] {
	return goalFigures(facts).flatMap(({ id: key, index, name, whole, unit, isTrust }): StripFigure[] => {
		const value = now.goals[index] ?? null;
		if (value === null) return [];
		const earlier = before.goals[index] ?? value;
		const entry = { name: whole, unit };
		if (!isTrust) {
			const change = changed(wholeChange(value, earlier));
			return [{ key, id: 'lost', name, glyph: null, value: compact(value), change, entry }];
		}
		// A goal counts what is gone of it.
		const more = value - earlier;
		const change = Math.round(more * 100) === 0 ? words.figures.unchanged : words.figures.points(-more * 100);
		return [{ key, id: 'trust', name, glyph: null, value: rounded((1 - value) * 100), change }];
	});
}

function trust(facts: Facts, now: Sample, before: Sample): StripFigure[] {
	const whose = trustingOf(facts);
	const points = trustPoints(now, whose);
	if (points === null) return [];
	const more = points - (trustPoints(before, whose) ?? points);
	const change = Math.round(more) === 0 ? words.figures.unchanged : words.figures.points(more);
	const name = words.figures.trust[whose];
	return [{ key: name, id: 'trust', name, glyph: null, value: rounded(points), change }];
}

function changed(difference: number): string {
	if (difference === 0) return words.figures.unchanged;
	return `${difference > 0 ? '+' : '−'}${compact(Math.abs(difference))}`;
}

/** A share is written to a tenth near all or nothing: its change is told as finely, so that the two never disagree. */
function shareChanged(share: number, earlier: number): string {
	if (percent(share) === percent(earlier)) return words.figures.unchanged;
	return words.figures.points((share - earlier) * 100);
}
