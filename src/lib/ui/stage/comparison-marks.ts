import type { ComparisonPart, TeamFigures } from '../../room/live/worlds/comparison.ts';

/** Where teams stand on the scale of harm. Those whom chance may tell apart share a mark. */
export interface Mark {
	/** Numbers, in the order of the tables. */
	readonly teams: readonly number[];
	readonly harm: number;
}

/** Marks in the order of the tables, by the first team of each; never by harm. */
export function marksOf({ teams, alikeBelow }: ComparisonPart): Mark[] {
	const known = teams.flatMap(({ number, figures }) =>
		figures === null || figures.harm === null ? [] : [{ number, harm: figures.harm }]
	);
	const groups: { number: number; harm: number }[][] = [];
	for (const one of [...known].sort((a, b) => a.harm - b.harm)) {
		const group = groups.at(-1);
		const isAlike = group !== undefined && one.harm - group[0]!.harm <= (alikeBelow ?? 0);
		if (isAlike) group.push(one);
		else groups.push([one]);
	}
	return groups
		.map((group) => ({
			teams: group.map(({ number }) => number).sort((a, b) => a - b),
			harm: group.reduce((sum, { harm }) => sum + harm, 0) / group.length
		}))
		.sort((a, b) => a.teams[0]! - b.teams[0]!);
}

/** What stands at marks of the scale. */
export interface MarkLabel {
	/** Of the scale's width, where its middle stands. */
	readonly share: number;
	readonly teams: readonly number[];
}

/** Of the scale's width: what one number takes. */
const NUMBER_WIDTH = 0.06;

/** Numbers of teams at their marks; those that would touch stand together, in the order of the tables. */
export function labelsOf(marks: readonly Mark[], most: number): MarkLabel[] {
	const labels: MarkLabel[] = [];
	for (const { harm, teams } of [...marks].sort((a, b) => a.harm - b.harm)) {
		let label: MarkLabel = { share: harm / most, teams };
		for (let before = labels.at(-1); before !== undefined; before = labels.at(-1)) {
			const numbers = before.teams.length + label.teams.length;
			if (label.share - before.share >= (NUMBER_WIDTH * numbers) / 2) break;
			labels.pop();
			label = {
				share: (before.share * before.teams.length + label.share * label.teams.length) / numbers,
				teams: [...before.teams, ...label.teams].sort((a, b) => a - b)
			};
		}
		labels.push(label);
	}
	return labels;
}

/** Minutes across a lane: most happens in the first hours, so that these are stretched. What was prepared stands at the edge. */
export function laneX(minute: number, endMin: number, width: number): number {
	return Math.sqrt(Math.max(0, minute) / endMin) * width;
}

const HOUR_MIN = 60;
const DAY_MIN = 24 * HOUR_MIN;
/** Midnights that are named under the lanes, counted from the first. */
const NAMED_NIGHTS = [0, 2, 6];
/** Of a lane: times closer than this would touch, and so would one at its very end. */
const APART = 0.15;

/** Times under the lanes, as shares of their width: the first whole hour, and a few midnights. */
export function timesOf(startMinute: number, endMin: number): { minute: number; share: number }[] {
	const after = (unitMin: number) => (unitMin - (startMinute % unitMin)) % unitMin;
	const minutes = [after(HOUR_MIN), ...NAMED_NIGHTS.map((night) => after(DAY_MIN) + night * DAY_MIN)];
	const times: { minute: number; share: number }[] = [];
	for (const minute of minutes) {
		const share = laneX(minute, endMin, 1);
		const last = times.at(-1)?.share ?? -APART;
		if (share - last >= APART && share <= 1 - APART / 2) times.push({ minute, share });
	}
	return times;
}

/** The service as a shape that stands on the lane's foot: as high as the share that is served. */
export function shapeOf(
	service: TeamFigures['service'],
	endMin: number,
	width: number,
	height: number
): string {
	if (service.length === 0) return '';
	const points = service.map(({ minute, share }) => {
		const y = height * (1 - Math.min(1, Math.max(0, share)));
		return `${laneX(minute, endMin, width).toFixed(1)} ${y.toFixed(1)}`;
	});
	const last = laneX(service.at(-1)!.minute, endMin, width).toFixed(1);
	return `M0 ${height}L${points.join('L')}L${last} ${height}z`;
}
