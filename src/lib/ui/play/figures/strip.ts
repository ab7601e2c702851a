import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import type { Sample } from '../../../room/feed/samples.ts';
import type { HostState } from '../../../sim/world/columns.ts';
import { compact, dollarsCompact, percent, rounded } from '../../../text/figures.ts';
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
import { words } from '../words.ts';

/** A figure of the moment, and what has changed since the last stop. */
export interface StripFigure {
	readonly id: FigureId;
	readonly name: string;
	readonly glyph: HostState | null;
	readonly value: string;
	readonly change: string;
}

type Facts = Pick<RoomFacts, 'mine' | 'scenario' | 'sectors'>;
type Read = (sample: Sample) => number;

/**
 * The six figures that a seat steers by. Who owns organisations sees the world's hosts and losses, and of their own all
 * that they are judged by; what is left out stands in the charts and in the map's legend.
 */
export function stripFigures(facts: Facts, now: Sample, before: Sample, isRecovery: boolean): StripFigure[] {
	const count = (id: FigureId, name: string, glyph: HostState | null, read: Read): StripFigure => {
		return { id, name, glyph, value: compact(read(now)), change: changed(read(now) - read(before)) };
	};
	const money = (id: FigureId, name: string, read: Read): StripFigure => {
		const more = read(now) - read(before);
		const change = more === 0 ? words.figures.unchanged : `+${dollarsCompact(more)}`;
		return { id, name, glyph: null, value: dollarsCompact(read(now)), change };
	};
	const service = (name: string): StripFigure => {
		const change = shareChanged(ownOutput(now), ownOutput(before));
		return { id: 'service', name, glyph: null, value: percent(ownOutput(now)), change };
	};
	const down = count('hostsDown', words.figures.down, 'crashed', (sample) => sample.down);
	const back = count('recovered', words.figures.recovered, 'recovered', (sample) => sample.recovered);
	const bare = count('unprotected', words.figures.unprotected, 'agentDown', (sample) => sample.unprotected);
	const world = money('losses', words.figures.losses, (sample) => sample.lossCents);

	if (!ownsOrganisations(facts)) {
		const all = [...(isRecovery ? [back, down, bare] : [down, bare, back])];
		return [...all, world, service(words.figures.allServices), ...trust(facts, now, before)];
	}
	const unit = ownUnit(facts);
	return [
		isRecovery ? back : down,
		count('ownHostsDown', words.figures.ownDown, 'crashed', ownDown),
		service(words.figures.own),
		unit === null ? bare : count('lost', words.figures.lost(unit), null, ownLost),
		money('ownLosses', words.figures.ownLosses, ownLossCents),
		world
	];
}

function trust(facts: Facts, now: Sample, before: Sample): StripFigure[] {
	const whose = trustingOf(facts);
	const points = trustPoints(now, whose);
	if (points === null) return [];
	const more = points - (trustPoints(before, whose) ?? points);
	const change = Math.round(more) === 0 ? words.figures.unchanged : words.figures.points(more);
	return [{ id: 'trust', name: words.figures.trust[whose], glyph: null, value: rounded(points), change }];
}

function changed(difference: number): string {
	if (Math.round(difference) === 0) return words.figures.unchanged;
	return `${difference > 0 ? '+' : '−'}${compact(Math.abs(difference))}`;
}

/** A share is written to a tenth near all or nothing: its change is told as finely, so that the two never disagree. */
function shareChanged(share: number, earlier: number): string {
	if (percent(share) === percent(earlier)) return words.figures.unchanged;
	return words.figures.points((share - earlier) * 100);
}
