import type { MapFacts } from '../../../room/map/map-facts.ts';
import {
	placeLabels,
	REACHES,
	type Box,
	type WantedLabel,
	type PlacedLabel
} from '../../../map/labels/label-places.ts';
import type { Marker } from '../../../sim/observe/map/map-markers.ts';
import type { WorldPoint } from '../../../map/geo/projection.ts';
import type { Tally } from '../../../map/points/tally.ts';
import { compact, whole } from '../../../text/figures.ts';
import { timeOfDay } from '../../../text/moments.ts';
import type { TextWidths } from './text-width.ts';

/** What a city's label says. */
export interface CityLabel {
	readonly id: number;
	readonly name: string;
	/** Local time; null where the label has room for one line only. */
	readonly time: string | null;
	readonly marker: Marker;
	readonly count: string;
	readonly width: number;
	readonly height: number;
}

export type PlacedCity = PlacedLabel & CityLabel;

/** How labels are written: CSS pixels of 1 rem and of the text, its families, and whether one line must do. */
export interface LabelStyle {
	readonly rem: number;
	readonly textPx: number;
	readonly textFont: string;
	readonly monoFont: string;
	readonly isTight: boolean;
}

/** As the style of a label says: in parts of the text's size, then in rem. */
const LINE = 1.35;
const GLYPH = 14 / 13;
const PAD = 0.5;
const GAP = 0.25;
/** What a browser may write wider than a canvas measures. */
const SLACK_PX = 3;

/** On a small map a label stands by its city or not at all: long lines across it explain nothing. */
const SHORT_REACHES = [12, 22, 34];

/** Weight of a city that should not be hidden: some hundred hosts down, or some hundred thousand hosts. */
const LEAST_SEEN = 200;
/** Only so many of the weightiest cities are asked whether they find room. */
const MOST_ASKED = 24;

/** The label of one city now. */
export function cityLabel(
	facts: MapFacts,
	id: number,
	tally: Tally,
	moment: number,
	{ rem, textPx: px, textFont, monoFont, isTight }: LabelStyle,
	widths: TextWidths
): CityLabel {
	const { name, utcOffsetMin } = facts.metros[id]!;
	const marker: Marker = tally.down > 0 ? 'crashed' : tally.of('recovered') > 0 ? 'recovered' : 'healthy';
	const hosts =
		marker === 'crashed' ? tally.down : marker === 'recovered' ? tally.of('recovered') : tally.hosts;
	const count = isTight ? compact(hosts) : whole(hosts);
	const time = isTight ? null : timeOfDay(moment + utcOffsetMin);
	const nameWidth = widths.of(name, `680 ${px}px ${textFont}`);
	const countWidth = GLYPH * px + GAP * rem + widths.of(count, `400 ${px}px ${textFont}`);
	const timeWidth = time === null ? 0 : GAP * rem + widths.of(time, `400 ${px}px ${monoFont}`);
	const inner = isTight
		? nameWidth + 2 * GAP * rem + countWidth
		: Math.max(nameWidth + timeWidth, countWidth);
	return {
		id,
		name,
		time,
		marker,
		count,
		width: Math.ceil(inner + PAD * rem + SLACK_PX),
		height: Math.ceil((isTight ? LINE : 2 * LINE) * px + PAD * rem)
	};
}

/** A city that may be named: where it is in the picture, and what there is to say of it. */
export interface City {
	readonly id: number;
	readonly at: WorldPoint;
	readonly tally: Tally;
}

/** Six regions on a desk's screen, fewer on smaller ones: as many as leave the map to be seen. */
export function mostLabels(width: number, height: number, rem: number): number {
	const area = (width * height) / (rem * rem);
	return Math.max(2, Math.min(6, Math.floor(area / 300)));
}

/**
 * The cities that matter most, each with a place for its label: who is singled out, then most hosts down, then most
 * hosts. None lies over another, over what is kept free, or over the edge.
 * @param others what should be seen too, beside the cities that may be named
 */
export function placeCities(
	cities: readonly City[],
	size: { readonly width: number; readonly height: number },
	keepFree: readonly Box[],
	{ most, isTight }: { readonly most: number; readonly isTight: boolean },
	isSingled: (id: number) => boolean,
	labelOf: (city: City) => CityLabel,
	others: readonly WorldPoint[] = []
): PlacedCity[] {
	const { width, height } = size;
	const weighed = cities.map((city) => {
		const { id, tally } = city;
		const weight = isSingled(id) ? 1e12 : tally.down > 0 ? tally.down * 100 : tally.hosts / 1000;
		return { ...city, weight };
	});
	const labels = new Map<number, CityLabel>();
	const requests = spread(weighed, width).map((city): WantedLabel => {
		const { id, at, weight } = city;
		const label = labelOf(city);
		labels.set(id, label);
		return { id, at, weight, width: label.width, height: label.height };
	});
	// What a label would hide: the cities that have something to show.
	const seen = [...weighed.filter(({ weight }) => weight > LEAST_SEEN).map(({ at }) => at), ...others];
	const covers = (box: Box) =>
		seen.filter(([x, y]) => x > box.left && x < box.right && y > box.top && y < box.bottom).length;
	const within = { left: 8, top: 8, right: width - 8, bottom: height - 8 };
	const reaches = isTight ? SHORT_REACHES : REACHES;
	const placed = placeLabels(requests, within, keepFree, most, covers, reaches);
	return placed.map((one) => ({ ...labels.get(one.id)!, ...one }));
}

/** Of neighbours only the weightiest asks for a label, so that six labels tell of six regions. */
function spread<City extends { readonly at: WorldPoint; readonly weight: number }>(
	cities: readonly City[],
	width: number
): City[] {
	const apart = width / 9;
	const kept: City[] = [];
	for (const city of [...cities].sort((a, b) => b.weight - a.weight)) {
		if (kept.length > MOST_ASKED) break;
		const near = kept.some(
			({ at }) => Math.abs(at[0] - city.at[0]) < apart && Math.abs(at[1] - city.at[1]) < apart * 0.7
		);
		if (!near) kept.push(city);
	}
	return kept;
}
