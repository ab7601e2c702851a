import type { Band, FitReport } from '../../debrief/fit/report.ts';
import { FORTUNE_SHARES } from '../../debrief/fit/fortune-500.ts';
import type { Fact, Measured, Scenario } from '../../scenario/scenario.ts';
import type { ParameterEntry } from '../../scenario/schema/setting.ts';
import type { ModelCard } from '../../scenario/schema/scenario.ts';
import { PARAMETERS, type ParameterId } from '../../sim/parameters.ts';
import { inLocale, type Locale } from '../text/words.ts';
import { withUnit } from './units.ts';

/** A figure of the record beside what the accepted sets make of it. */
export interface FigureRow {
	readonly id: string;
	readonly name: string;
	readonly reading: string;
	readonly unit: string;
	readonly value: number;
	readonly low: number;
	readonly high: number;
	readonly band: Band;
	/** Null for a figure that sets were accepted by. */
	readonly inside: boolean | null;
	readonly under: Readonly<Record<string, Band>>;
	readonly sources: readonly string[];
}

export interface PriorRow {
	readonly parameter: string;
	readonly meaning: string;
	readonly value: string;
	readonly bounds: string;
	/** Where the accepted sets put it. */
	readonly accepted: string;
	readonly sources: readonly string[];
	/** Why this value, or what the sources leave open. */
	readonly why: string;
}

export interface SensitivityRow {
	readonly parameter: string;
	readonly meaning: string;
	readonly of: FitReport['sensitivity'][number]['of'];
}

export interface LossRow {
	readonly name: string;
	readonly band: Band;
	/** What losses by unit were multiplied by so that the Fortune 500 part comes out; null: not calibrated. */
	readonly factor: Band | null;
	readonly share: { readonly low: number; readonly high: number } | null;
	/** What Fortune 500 firms of the sector were found to have lost, US$. */
	readonly measuredUsd: number | null;
}

/** Everything that the page on the model's worth shows: plain data, made once, when the page is built. */
export interface ModelView {
	readonly counts: Pick<
		FitReport,
		'sampledRuns' | 'sampledAccepted' | 'triedRuns' | 'acceptedRuns' | 'members'
	>;
	readonly calibrated: readonly FigureRow[];
	readonly predicted: readonly FigureRow[];
	readonly worldLoss: FigureRow;
	readonly orders: FitReport['orders'];
	readonly sensitivity: readonly SensitivityRow[];
	readonly priors: readonly PriorRow[];
	readonly losses: readonly LossRow[];
}

/** Joins the report with the names, values and sources that stand in the scenario and its model card. */
export function modelView(scenario: Scenario, card: ModelCard, report: FitReport, locale: Locale): ModelView {
	const facts = new Map([...card.facts, ...scenario.facts].map((fact) => [fact.id, fact]));
	const sources = (ids: readonly string[] | undefined) => (ids ?? []).map((id) => sourceText(facts.get(id)!));
	const measured = new Map(scenario.record.measured.map((one) => [one.id, one]));
	const row = (found: Band & { id: string }, inside: boolean | null, under: FigureRow['under']) => {
		const one = measured.get(found.id)!;
		return figureRow(one, found, inside, under, sources(one.facts), locale);
	};
	const sectorName = (id: string) => inLocale(scenario.sectors.find((one) => one.id === id)!.name, locale);
	const accepted = new Map(report.parameters.map((one) => [one.parameter, one]));
	return {
		counts: {
			sampledRuns: report.sampledRuns,
			sampledAccepted: report.sampledAccepted,
			triedRuns: report.triedRuns,
			acceptedRuns: report.acceptedRuns,
			members: report.members
		},
		// Losses are met exactly by construction: they have a table of their own.
		calibrated: report.calibrated
			.filter(({ id }) => FORTUNE_SHARES.every(({ measured }) => measured !== id))
			.map((found) => row(found, null, {})),
		predicted: report.predicted.map((found) => row(found, found.inside, found.under)),
		worldLoss: row(report.worldLoss, null, {}),
		orders: report.orders,
		sensitivity: report.sensitivity.map(({ parameter, of }) => ({
			parameter,
			meaning: PARAMETERS[parameter as ParameterId].meaning,
			of
		})),
		priors: card.parameters.flatMap((entry): PriorRow[] => {
			const band = accepted.get(entry.set);
			if (band === undefined) return [];
			return [priorRow(entry, band, sources(entry.facts), scenario.sectors.length)];
		}),
		losses: report.losses.map(({ sector, factor, ...band }) => {
			const share = FORTUNE_SHARES.find((one) => one.sector === sector);
			return {
				name: sectorName(sector),
				band,
				factor,
				share: share === undefined ? null : { low: share.low, high: share.high },
				measuredUsd: share === undefined ? null : measured.get(share.measured)!.value
			};
		})
	};
}

function figureRow(
	{ id, quantity, reading, unit, value, low, high }: Measured,
	{ low: from, middle, high: to }: Band,
	inside: boolean | null,
	under: FigureRow['under'],
	sources: readonly string[],
	locale: Locale
): FigureRow {
	return {
		id,
		name: inLocale(quantity, locale),
		reading: reading === null ? '' : inLocale(reading, locale),
		unit,
		value,
		low: low ?? value,
		high: high ?? value,
		band: { low: from, middle, high: to },
		inside,
		under,
		sources
	};
}

function priorRow(entry: ParameterEntry, band: Band, sources: readonly string[], sectors: number): PriorRow {
	const { set, value, range, factor, assumed, note } = entry;
	const spec = PARAMETERS[set as ParameterId];
	const own = Object.keys(entry.sectors ?? {}).length;
	const text = (n: number) => (range === undefined ? `× ${n}` : withUnit(n, spec.unit));
	const [low, high] = range ?? factor!;
	const values =
		typeof value === 'object'
			? Object.entries(value)
					.map(([hostClass, n]) => `${hostClass} ${n}`)
					.join(', ')
			: withUnit(value as number, spec.unit);
	return {
		parameter: set,
		meaning: spec.meaning,
		value: own > 0 ? `${values}; ${own} of ${sectors} sectors have their own` : values,
		bounds: `${text(low)} to ${text(high)}`,
		accepted: `${text(band.low)} to ${text(band.high)}`,
		sources,
		why: [assumed, note].filter((line) => line !== undefined).join('. ')
	};
}

function sourceText({ source, verified }: Fact): string {
	return verified ? source : `${source} (not verified)`;
}
