import { graphlib, layout } from '@dagrejs/dagre';
import { hostMachine } from '../../../sim/machines/host.ts';
import { rolloutMachine } from '../../../sim/machines/rollout.ts';
import { serviceMachine } from '../../../sim/machines/service.ts';
import { vendorMachine } from '../../../sim/machines/vendor.ts';
import { chartOf, transitionName, type Chart, type ChartTransition } from './chart.ts';
import { labelOnCurve, type XY } from './curve.ts';

export type Direction = 'across' | 'down';

export interface PlacedState {
	readonly name: string;
	readonly tags: readonly string[];
	/** Middle of the state. */
	readonly x: number;
	readonly y: number;
}

export interface PlacedLine extends ChartTransition {
	readonly points: readonly XY[];
	readonly label: XY;
}

export interface PlacedChart {
	readonly width: number;
	readonly height: number;
	readonly states: readonly PlacedState[];
	readonly lines: readonly PlacedLine[];
}

const MARGIN = 12;
const LINE_HEIGHT = 14;
/** Words of a line are broken beyond this many characters. */
const LINE_CHARACTERS = 13;
const CHARACTER_PX = 6.6;

/** The four machines of the physics, as they are. */
export const CHARTS = {
	host: chartOf(hostMachine),
	rollout: chartOf(rolloutMachine),
	vendor: chartOf(vendorMachine),
	service: chartOf(serviceMachine)
} as const;
export type ChartName = keyof typeof CHARTS;

/** What draws a chart: this module, which is loaded when somebody wants to see one. */
export interface ChartLayouts {
	readonly CHARTS: Readonly<Record<ChartName, Chart>>;
	readonly layoutChart: typeof layoutChart;
	readonly lineText: typeof lineText;
}

/** What stands at a line, in short rows: the event in words, and what it does. */
export function lineText({ event, action }: Pick<ChartTransition, 'event' | 'action'>): string[] {
	const text = event.toLowerCase().replaceAll('_', ' ') + (action === null ? '' : `, ${words(action)}`);
	const rows: string[] = [];
	for (const word of text.split(' ')) {
		const last = rows.at(-1);
		if (last !== undefined && last.length + word.length < LINE_CHARACTERS)
			rows[rows.length - 1] = `${last} ${word}`;
		else rows.push(word);
	}
	return rows;
}

/** `hasNextRing` → `has next ring` */
export function words(name: string): string {
	return name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** Places states and lines of a chart; sizes are CSS pixels. */
export function layoutChart(
	chart: Chart,
	state: { readonly width: number; readonly height: number },
	direction: Direction
): PlacedChart {
	const graph = new graphlib.Graph({ multigraph: true });
	graph.setGraph({
		rankdir: direction === 'across' ? 'LR' : 'TB',
		nodesep: 26,
		edgesep: 14,
		ranksep: direction === 'across' ? 26 : 22,
		marginx: MARGIN,
		marginy: MARGIN
	});
	for (const { name } of chart.states) graph.setNode(name, { ...state });
	for (const transition of chart.transitions) {
		const { from, to } = transition;
		const lines = lineText(transition);
		const width = Math.max(86, ...lines.map((line) => line.length * CHARACTER_PX));
		const label = { width, height: LINE_HEIGHT * (lines.length + 1), labelpos: 'c' };
		graph.setEdge({ v: from, w: to, name: transitionName(transition) }, label);
	}
	layout(graph);
	const { width, height } = graph.graph() as { width: number; height: number };
	return {
		width,
		height,
		states: chart.states.map(({ name, tags }) => {
			const { x, y } = graph.node(name) as { x: number; y: number };
			return { name, tags, x, y };
		}),
		lines: chart.transitions.map((transition) => {
			const { from, to } = transition;
			const edge = graph.edge({ v: from, w: to, name: transitionName(transition) }) as {
				points: { x: number; y: number }[];
				x: number;
				y: number;
			};
			const points = edge.points.map(({ x, y }): XY => [x, y]);
			return { ...transition, points, label: labelOnCurve(points, [edge.x, edge.y]) };
		})
	};
}
