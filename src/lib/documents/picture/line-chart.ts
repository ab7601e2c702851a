import { BLACK, Drawing, textWidth, type Grey, type Point } from './drawing.ts';
import { LINE_HEIGHT } from './letters.ts';
import { pngFile } from './png.ts';

/** A line of a chart. Lines are told apart by dash and label, so that a print in black and white says as much. */
export interface ChartSeries {
	readonly label: string;
	readonly look: keyof typeof LOOKS;
	readonly points: readonly { readonly minute: number; readonly value: number }[];
}

export interface LineChart {
	readonly series: readonly ChartSeries[];
	/** What values are, above the axis. */
	readonly unit: string;
	readonly endMin: number;
	/** Moments along the time axis. */
	readonly times: readonly { readonly minute: number; readonly label: string }[];
	readonly ticks: readonly { readonly value: number; readonly label: string }[];
	/** The span of values that is drawn. */
	readonly from: number;
	readonly to: number;
}

const LOOKS = {
	played: { thickness: 5, grey: 0, dash: null },
	record: { thickness: 4, grey: 90, dash: [18, 10] },
	none: { thickness: 4, grey: 60, dash: [4, 9] }
} as const satisfies Readonly<
	Record<string, { thickness: number; grey: Grey; dash: readonly [number, number] | null }>
>;

export const CHART = { width: 1600, height: 800, dotsPerInch: 240 };
const PLOT = { left: 150, right: 1530, top: 150, bottom: 720 };
const LABEL_GAP = 16;
const GRID: Grey = 205;

/** A chart as a picture, drawn without a browser: the same curves give the same bytes. */
export function chartPicture(chart: LineChart): Uint8Array {
	const drawing = new Drawing(CHART.width, CHART.height);
	const x = xOf(chart.endMin);
	const y = (value: number) =>
		PLOT.bottom - ((value - chart.from) / (chart.to - chart.from)) * (PLOT.bottom - PLOT.top);
	drawing.text(chart.unit, PLOT.left, PLOT.top - 28, 'left', BLACK);
	for (const { value, label } of chart.ticks) {
		drawing.path(
			[
				{ x: PLOT.left, y: y(value) },
				{ x: PLOT.right, y: y(value) }
			],
			1,
			GRID
		);
		drawing.text(label, PLOT.left - 14, y(value) + 10, 'right', BLACK);
	}
	let free = 0;
	for (const { minute, label } of chart.times) {
		drawing.path(
			[
				{ x: x(minute), y: PLOT.top },
				{ x: x(minute), y: PLOT.bottom }
			],
			1,
			GRID
		);
		// A label that would run into the one before is left out; its line stays.
		const left = x(minute) - textWidth(label) / 2;
		if (left < free) continue;
		drawing.text(label, left, PLOT.bottom + 42, 'left', BLACK);
		free = left + textWidth(label) + LABEL_GAP;
	}
	drawing.path(
		[
			{ x: PLOT.left, y: PLOT.bottom },
			{ x: PLOT.right, y: PLOT.bottom }
		],
		3,
		BLACK
	);
	for (const { look, points } of [...chart.series].reverse()) {
		const { thickness, grey, dash } = LOOKS[look];
		const path = points.map(({ minute, value }): Point => ({ x: x(minute), y: y(clamp(value, chart)) }));
		drawing.path(path, thickness, grey, dash);
	}
	legend(drawing, chart.series);
	return pngFile(drawing.bitmap, CHART.dotsPerInch);
}

const clamp = (value: number, { from, to }: LineChart) => Math.min(to, Math.max(from, value));

/** Samples of each line by its look, in one row above everything. */
function legend(drawing: Drawing, series: readonly ChartSeries[]): void {
	let at = PLOT.left;
	for (const { label, look } of series) {
		const { thickness, grey, dash } = LOOKS[look];
		drawing.path(
			[
				{ x: at, y: 50 },
				{ x: at + 90, y: 50 }
			],
			thickness,
			grey,
			dash
		);
		drawing.text(label, at + 104, 50 + LINE_HEIGHT * 0.26, 'left', BLACK);
		at += 104 + textWidth(label) + 60;
	}
}

/** The first hours are stretched: a minute's place goes by its cube root. */
function xOf(endMin: number): (minute: number) => number {
	return (minute) => PLOT.left + cubeRoot(minute / endMin) * (PLOT.right - PLOT.left);
}

/** By halving, which is the same everywhere. @param share 0 to 1 */
function cubeRoot(share: number): number {
	let [low, high] = [0, 1];
	for (let i = 0; i < 40; i++) {
		const middle = (low + high) / 2;
		if (middle * middle * middle < share) low = middle;
		else high = middle;
	}
	return high;
}
