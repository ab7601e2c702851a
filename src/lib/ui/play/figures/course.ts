import type { RoomFacts } from '../../../room/facts/room-facts.ts';
import type { Sample } from '../../../room/feed/samples.ts';
import { roundFloor } from '../../chart/floor.ts';
import type { MultipleLine } from '../../chart/Multiple.svelte';
import { compact, dollarsCompact, percent, rounded } from '../../../text/figures.ts';
import type { FigureId } from '../../../text/en/explain.ts';
import { inLocale } from '../../../text/words.ts';
import {
	ownUnit,
	ownBacklog,
	ownOutput,
	ownsOrganisations,
	trustingOf,
	trustPoints
} from '../feed/reading.ts';
import { words } from '../words.ts';

/** One small chart of the course so far: what it shows, and how a table or a sentence says the same. */
export interface CourseChart {
	readonly id: string;
	readonly explained: FigureId;
	readonly name: string;
	readonly tone: 'crashed' | 'unprotected' | 'ink';
	readonly hangs: boolean;
	/** Takes the room of two, because its lines are named. */
	readonly isWide: boolean;
	readonly top: number;
	readonly bottom: number;
	/** The value at the edge that the line does not rest on. */
	readonly edge: string;
	readonly lines: readonly MultipleLine[];
	readonly value: string;
	readonly sentence: string;
	/** For a table: what it was at a sample. */
	readonly said: (sample: Sample) => string;
}

const SECTORS_NAMED = 3;

type Read = (sample: Sample) => number;

/** The charts of a course, all of them over the same samples. */
export function courseCharts(facts: RoomFacts, history: readonly Sample[]): CourseChart[] {
	const now = history.at(-1);
	if (now === undefined) return [];
	const whose = trustingOf(facts);
	const owns = ownsOrganisations(facts);
	const rising = (
		id: string,
		explained: FigureId,
		name: string,
		read: Read,
		say: (n: number) => string,
		tone: CourseChart['tone'] = 'ink',
		sayEdge = say
	): CourseChart => {
		const most = history.reduce((top, sample) => Math.max(top, read(sample)), 0);
		const said = (sample: Sample) => say(read(sample));
		return {
			...{ id, explained, name, tone, said },
			...{
				hangs: false,
				isWide: false,
				bottom: 0,
				top: most === 0 ? 1 : most,
				// The figure above says it already where it is the most there has been.
				edge: say(most) === said(now) ? '' : sayEdge(most)
			},
			lines: [{ id, label: null, points: pointsOf(history, read) }],
			value: said(now),
			sentence: words.charts.sentence(name, say(read(now)), say(most))
		};
	};
	const unit = ownUnit(facts);
	const charts: CourseChart[] = [
		rising('down', 'hostsDown', words.charts.down, ({ down }) => down, compact, 'crashed'),
		rising(
			...(['unprotected', 'unprotected', words.charts.unprotected] as const),
			({ unprotected }) => unprotected,
			compact,
			'unprotected'
		),
		rising('losses', 'losses', words.charts.losses, ({ lossCents }) => lossCents, dollarsCompact),
		sectorsChart(facts, history, now),
		hanging(owns ? words.charts.own : words.charts.allServices, history, now),
		unit === null
			? rising(
					'backlog',
					'hostsCrashed',
					words.charts.crashed,
					({ everCrashed }) => everCrashed,
					compact,
					'crashed'
				)
			: rising(
					...(['backlog', 'backlog', words.charts.backlog, ownBacklog] as const),
					(n) => words.charts.counted(n, compact(n), unit),
					'ink',
					compact
				)
	];
	if (now.trust === null) return charts;
	const trust: Read = (sample) => trustPoints(sample, whose) ?? 0;
	const least = history.reduce((low, sample) => Math.min(low, trust(sample)), 100);
	return [
		...charts,
		{
			...{
				id: 'trust',
				explained: 'trust',
				name: words.charts.trust,
				tone: 'ink',
				hangs: true,
				isWide: false
			},
			...{ top: 100, bottom: roundFloor(least / 100) * 100, edge: rounded(roundFloor(least / 100) * 100) },
			lines: [{ id: 'trust', label: null, points: pointsOf(history, trust) }],
			value: rounded(trust(now)),
			sentence: words.charts.sentenceLow(words.figures.trust[whose], rounded(trust(now)), rounded(least)),
			said: (sample) => rounded(trust(sample))
		}
	];
}

function pointsOf(history: readonly Sample[], read: Read): MultipleLine['points'] {
	return history.map((sample) => ({ minute: sample.minute, value: read(sample) }));
}

function hanging(name: string, history: readonly Sample[], now: Sample): CourseChart {
	const least = history.reduce((low, sample) => Math.min(low, ownOutput(sample)), 1);
	return {
		...{ id: 'own', explained: 'service', name, tone: 'ink', hangs: true, isWide: false },
		...{ top: 1, bottom: roundFloor(least), edge: percent(roundFloor(least)) },
		lines: [{ id: 'own', label: null, points: pointsOf(history, ownOutput) }],
		value: percent(ownOutput(now)),
		sentence: words.charts.sentenceLow(name, percent(ownOutput(now)), percent(least)),
		said: (sample) => percent(ownOutput(sample))
	};
}

/** All sectors in one picture; those that are worst off have their names at the line. */
function sectorsChart(facts: RoomFacts, history: readonly Sample[], now: Sample): CourseChart {
	const output = (sample: Sample, sector: number) => sample.sectors[sector]?.output ?? 1;
	const order = facts.sectors.map((_, sector) => sector).sort((a, b) => output(now, a) - output(now, b));
	const worst = order.filter((sector) => output(now, sector) < 0.995).slice(0, SECTORS_NAMED);
	const name = (sector: number) => inLocale(facts.sectors[sector]!.name);
	const least = history.reduce(
		(low, sample) => sample.sectors.reduce((lower, { output }) => Math.min(lower, output), low),
		1
	);
	const say = (sample: Sample, sector: number) => `${name(sector)} ${percent(output(sample, sector))}`;
	const lowest = (sample: Sample) =>
		order.reduce((low, sector) => (output(sample, sector) < output(sample, low) ? sector : low), order[0]!);
	return {
		...{ id: 'sectors', explained: 'service', name: words.charts.services, tone: 'ink', hangs: true },
		...{ isWide: true, top: 1, bottom: roundFloor(least), value: '', edge: '' },
		lines: order.toReversed().map((sector) => ({
			id: facts.sectors[sector]!.id,
			label: worst.includes(sector) ? name(sector) : null,
			points: pointsOf(history, (sample) => output(sample, sector))
		})),
		sentence: words.charts.sectors(order.map((sector) => say(now, sector)).join(', ')),
		said: (sample) => say(sample, lowest(sample))
	};
}
