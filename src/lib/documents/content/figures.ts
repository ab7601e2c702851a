import type { SeriesPoint } from '../../debrief/hot-wash/hot-wash.ts';
import { documentWords } from '../../text/document-words.ts';
import { percent, tick } from '../../text/figures.ts';
import type { PictureBlock } from '../office/blocks.ts';
import { CHART, chartPicture, type ChartSeries, type LineChart } from '../picture/line-chart.ts';
import type { Material, Party } from '../material/material.ts';
import { momentText } from '../material/moments.ts';
import { teamText } from './team-names.ts';

const { figures: words } = documentWords.aar;
const { seriesNames } = documentWords.curves;

/** A curve of the three runs as a picture, and in words for those who do not see it. */
export interface Figure {
	readonly png: Uint8Array;
	readonly caption: string;
	readonly alt: string;
	/** What it shows, in sentences. */
	readonly sentences: readonly string[];
}

const SERIES: readonly ChartSeries['look'][] = ['played', 'record', 'none'];
const WIDTH_MM = 165;

/** Hosts down and service over time, of what the team owns where it owns something; none: nothing was computed. */
export function figuresOf(material: Material, party: Party): readonly Figure[] {
	if (party.wash === null) return [];
	let figures = drawn.get(party);
	if (figures === undefined) {
		const team = teamText(material, party);
		figures = [
			hostsFigure(material, party, words.down(team)),
			serviceFigure(material, party, words.output(team))
		];
		drawn.set(party, figures);
	}
	return figures;
}

/** Several documents show the same figures. */
const drawn = new WeakMap<Party, readonly Figure[]>();

export function pictureBlock(figure: Figure, number: number): PictureBlock {
	return {
		...{ kind: 'picture', png: figure.png, alt: figure.alt },
		...{ widthMm: WIDTH_MM, heightMm: (WIDTH_MM * CHART.height) / CHART.width },
		caption: words.number(number, figure.caption)
	};
}

function hostsFigure(material: Material, party: Party, caption: string): Figure {
	const valueOf = ({ own, down }: SeriesPoint) => (party.hasOwn && own !== null ? own.down : down);
	const runs = runsOf(party, valueOf);
	const most = Math.max(1, ...runs.flatMap(({ points }) => points.map(({ value }) => value)));
	const { to, step } = roundAxis(most);
	const unit = party.hasOwn ? words.ownUnit : words.downUnit;
	const sentences = runs.map(({ label, points }) => {
		const peak = points.reduce((a, b) => (b.value > a.value ? b : a));
		return words.peak(label, peak.value, momentText(material, peak.minute));
	});
	const ticks = Array.from({ length: Math.round(to / step) + 1 }, (_, n) => n * step);
	return figure(
		material,
		party,
		{ runs, unit, caption, sentences },
		{
			...{ from: 0, to },
			ticks: ticks.map((value) => ({ value, label: tick(value) }))
		}
	);
}

function serviceFigure(material: Material, party: Party, caption: string): Figure {
	const valueOf = ({ own, outputs }: SeriesPoint) => {
		if (party.hasOwn && own !== null) return own.output;
		const all = Object.values(outputs);
		return all.length === 0 ? 1 : all.reduce((sum, one) => sum + one, 0) / all.length;
	};
	const runs = runsOf(party, valueOf);
	const least = Math.min(0.9, ...runs.flatMap(({ points }) => points.map(({ value }) => value)));
	const from = Math.max(0, Math.floor(least * 10) / 10);
	const sentences = runs.map(({ label, points }) => {
		const lowest = points.reduce((a, b) => (b.value < a.value ? b : a));
		return words.lowest(label, lowest.value, momentText(material, lowest.minute));
	});
	const count = Math.round((1 - from) * 10);
	const every = count > 5 ? 2 : 1;
	const ticks = Array.from({ length: count + 1 }, (_, n) => 1 - n / 10).filter((_, n) => n % every === 0);
	const unit = party.hasOwn ? words.ownOutput : words.allOutput;
	return figure(
		material,
		party,
		{ runs, unit, caption, sentences },
		{
			...{ from, to: 1 },
			ticks: ticks.map((value) => ({ value, label: percent(value) }))
		}
	);
}

function runsOf({ wash }: Party, valueOf: (point: SeriesPoint) => number): ChartSeries[] {
	return SERIES.flatMap((look): ChartSeries[] => {
		const points = wash!.timeSeries[look] ?? [];
		if (points.length === 0) return [];
		const values = points.map((point) => ({ minute: point.minute, value: valueOf(point) }));
		return [{ label: seriesNames[look], look, points: values }];
	});
}

function figure(
	material: Material,
	{ wash }: Party,
	said: {
		readonly runs: readonly ChartSeries[];
		readonly unit: string;
		readonly caption: string;
		readonly sentences: readonly string[];
	},
	axis: Pick<LineChart, 'from' | 'to' | 'ticks'>
): Figure {
	const { runs, unit, caption, sentences } = said;
	const endMin = Math.max(1, wash!.endMin);
	const png = chartPicture({ series: runs, unit, endMin, times: timesUpTo(material, endMin), ...axis });
	return { png, caption, sentences, alt: words.alt(caption, unit, sentences) };
}

const HOUR = 60;
const DAY = 1440;
const MARKS_MIN = [HOUR, 3 * HOUR, 8 * HOUR, DAY, 3 * DAY, 6 * DAY, 10 * DAY, 20 * DAY, 40 * DAY];

function timesUpTo(material: Material, endMin: number) {
	const start = momentText(material, 0).replace(/^.*, /, '');
	const marks = MARKS_MIN.filter((minute) => minute <= endMin);
	return [{ minute: 0, label: start }, ...marks.map((minute) => ({ minute, label: afterText(minute) }))];
}

function afterText(minute: number): string {
	return minute < DAY ? words.after.hours(minute / HOUR) : words.after.days(minute / DAY);
}

/** A round end of an axis that holds the most, and steps of it: at most five. */
function roundAxis(most: number): { to: number; step: number } {
	let power = 1;
	while (most / (5 * power) > 5) power *= 10;
	const step = [1, 2, 5].map((one) => one * power).find((one) => most / one <= 5)!;
	return { step, to: step * Math.ceil(most / step) };
}
