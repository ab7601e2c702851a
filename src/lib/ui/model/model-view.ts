import type { MeasureTable } from '../../outages/figures/measure-table.ts';
import type { Band, Bounds, CalibrationReport } from '../../scenario/calibration/report.ts';
import type { Weight } from '../../scenario/calibration/weights.ts';
import type { Fact, Measured, Scenario } from '../../scenario/scenario.ts';
import type { ParameterEntry } from '../../scenario/schema/setting.ts';
import type { ModelParameters } from '../../scenario/schema/scenario.ts';
import { parameterSpec } from '../../sim/parameters.ts';
import { inLocale, wordsFor } from '../../text/words.ts';
import { measuresView, type MeasureView } from './measures-view.ts';
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
	/** The record lies in the band, and the band's middle does not lie in the record's range. */
	readonly byWidth: boolean;
	/** No blind prediction: it was known when assumptions that move it were added. */
	readonly seen: boolean;
	/** What the same sets give within the first fit's priors, and whether the record met that. */
	readonly first: CalibrationReport['predicted'][number]['first'];
	readonly sources: readonly string[];
}

export interface PriorRow {
	readonly parameter: string;
	readonly meaning: string;
	readonly value: string;
	readonly bounds: string;
	/** What the first fit drew, where that was less. */
	readonly first: string | null;
	/** Where the accepted sets put it. */
	readonly accepted: string;
	readonly sources: readonly string[];
	/** Why this value, or what the sources leave open. */
	readonly why: string;
}

export interface SensitivityRow {
	readonly parameter: string;
	readonly meaning: string;
	readonly of: CalibrationReport['sensitivity'][number]['of'];
}

export interface LossRow {
	readonly name: string;
	readonly band: Band;
	/** What losses by unit were multiplied by so that the Fortune 500 part comes out; null: not calibrated. */
	readonly factor: Band | null;
	readonly share: Bounds | null;
	/** What Fortune 500 firms of the sector were found to have lost, US$. */
	readonly measuredUsd: number | null;
}

/** A decision that saves the world far more than it costs its role. */
export interface WeightRow extends Weight {
	readonly title: string;
	readonly role: string;
	readonly sources: readonly string[];
	readonly assumed: string | null;
}

/** Everything that the page on the model's worth shows: plain data, made once, when the page is built. */
export interface ModelView {
	readonly counts: Pick<
		CalibrationReport,
		'sampledRuns' | 'sampledAccepted' | 'triedRuns' | 'acceptedRuns' | 'members'
	>;
	readonly calibrated: readonly FigureRow[];
	readonly predicted: readonly FigureRow[];
	readonly worldLoss: FigureRow;
	readonly orders: CalibrationReport['orders'];
	readonly sensitivity: readonly SensitivityRow[];
	readonly priors: readonly PriorRow[];
	readonly losses: readonly LossRow[];
	readonly weights: readonly WeightRow[];
	/** What single measures of the summit do, over how many shocks of each kind and after how many months. */
	readonly measures: {
		readonly rows: readonly MeasureView[];
		readonly shocks: number;
		readonly months: number;
	};
}

/** Joins the report with the names, values and sources that stand in the scenario and its model parameters. */
export function modelView(
	scenario: Scenario,
	model: ModelParameters,
	report: CalibrationReport,
	weights: readonly Weight[],
	measures: MeasureTable
): ModelView {
	const facts = new Map([...model.facts, ...scenario.facts].map((fact) => [fact.id, fact]));
	// Two facts of one figure may come from one source.
	const sources = (ids: readonly string[] | undefined) => [
		...new Set((ids ?? []).map((id) => sourceText(facts.get(id)!)))
	];
	const measured = new Map(scenario.record.measured.map((one) => [one.id, one]));
	const row = (found: Band & { id: string }, judged: Judged = NOT_JUDGED) => {
		const one = measured.get(found.id)!;
		return figureRow(one, found, judged, sources(one.facts));
	};
	const sectorName = (id: string) => inLocale(scenario.sectors.find((one) => one.id === id)!.name);
	const accepted = new Map(report.parameters.map((one) => [one.parameter, one]));
	const chosen = new Map(report.choices.map((one) => [one.parameter, one]));
	const calibratedLosses = new Set(report.losses.map(({ calibration }) => calibration?.measured));
	return {
		counts: {
			sampledRuns: report.sampledRuns,
			sampledAccepted: report.sampledAccepted,
			triedRuns: report.triedRuns,
			acceptedRuns: report.acceptedRuns,
			members: report.members
		},
		// Losses are met exactly by construction: they have a table of their own.
		calibrated: report.calibrated.filter(({ id }) => !calibratedLosses.has(id)).map((found) => row(found)),
		predicted: report.predicted.map((found) => row(found, found)),
		worldLoss: row(report.worldLoss),
		orders: report.orders,
		sensitivity: report.sensitivity.map(({ parameter, of }) => ({
			parameter,
			meaning: parameterSpec(parameter)!.meaning,
			of
		})),
		priors: model.parameters.flatMap((entry): PriorRow[] => {
			const row = { parameter: entry.set, sources: sources(entry.facts), ...reasonOf(entry) };
			const band = accepted.get(entry.set);
			if (band !== undefined) return [{ ...row, ...numberWords(entry, band, scenario.sectors.length) }];
			const choice = chosen.get(entry.set);
			return choice === undefined ? [] : [{ ...row, ...choiceWords(entry, choice) }];
		}),
		losses: report.losses.map(({ sector, calibration, ...band }) => ({
			name: sectorName(sector),
			band,
			factor: calibration?.factor ?? null,
			share: calibration?.share ?? null,
			measuredUsd: calibration === null ? null : measured.get(calibration.measured)!.value
		})),
		measures: {
			rows: scenario.summit === undefined ? [] : measuresView(scenario.summit, measures),
			shocks: measures.shocks,
			months: measures.months
		},
		weights: weights.map((weight) => {
			const decision = scenario.decisions.find(({ id }) => id === weight.decision)!;
			return {
				...weight,
				title: inLocale(decision.title),
				role: inLocale(scenario.roles.find(({ id }) => id === decision.role)!.name),
				sources: sources(decision.facts),
				assumed: decision.assumed
			};
		})
	};
}

type Judged = Pick<FigureRow, 'inside' | 'seen' | 'first'>;
const NOT_JUDGED: Judged = { inside: null, seen: false, first: null };

function figureRow(
	{ id, quantity, reading, unit, value, low, high }: Measured,
	{ low: from, middle, high: to }: Band,
	{ inside, seen, first }: Judged,
	sources: readonly string[]
): FigureRow {
	return {
		id,
		name: inLocale(quantity),
		reading: reading === null ? '' : inLocale(reading),
		unit,
		value,
		low: low ?? value,
		high: high ?? value,
		band: { low: from, middle, high: to },
		inside,
		byWidth: inside === true && !isMiddleMet({ value, low, high }, middle),
		seen,
		first,
		sources
	};
}

/** How far a middle may be from a figure that the record gives without a range. */
const NEAR = 0.1;

/** Whether the middle of the sets is what the record says, not only an end of a wide band. */
export function isMiddleMet(
	{ value, low, high }: Pick<Measured, 'value' | 'low' | 'high'>,
	middle: number
): boolean {
	if (low === null && high === null) return Math.abs(middle - value) <= NEAR * Math.abs(value);
	return middle >= (low ?? value) && middle <= (high ?? value);
}

type PriorWords = Pick<PriorRow, 'value' | 'bounds' | 'first' | 'accepted'>;

function reasonOf({ set, assumed, note }: ParameterEntry): Pick<PriorRow, 'meaning' | 'why'> {
	return {
		meaning: parameterSpec(set)!.meaning,
		why: [assumed, note].filter((line) => line !== undefined).join('. ')
	};
}

function numberWords(
	{ set, value, range, factor, ...rest }: ParameterEntry,
	{ first, ...band }: Band & { readonly first: Bounds | null },
	sectors: number
): PriorWords {
	const { unit } = parameterSpec(set)!;
	const own = Object.keys(rest.sectors ?? {}).length;
	const text = (n: number) => (range === undefined ? `× ${n}` : withUnit(n, unit));
	const fromTo = (low: number, high: number) => `${text(low)} to ${text(high)}`;
	const values =
		typeof value === 'object'
			? Object.entries(value)
					.map(([hostClass, n]) => `${hostClass} ${n}`)
					.join(', ')
			: withUnit(value as number, unit);
	return {
		value: own > 0 ? `${values}; ${own} of ${sectors} sectors have their own` : values,
		bounds: fromTo(...(range ?? factor!)),
		first: first === null ? null : fromTo(first.low, first.high),
		accepted: fromTo(band.low, band.high)
	};
}

/** A choice in words: what it may be, and in how many accepted sets it is what. */
function choiceWords(
	{ value }: ParameterEntry,
	{ sets, drawnAtFirst }: CalibrationReport['choices'][number]
): PriorWords {
	const words = wordsFor().model.priors;
	const name = (choice: string) => words.choices[choice as keyof typeof words.choices];
	const members = Object.values(sets).reduce((sum, n) => sum + n, 0);
	return {
		value: name(value as string),
		bounds: words.either(Object.keys(sets).map(name)),
		first: drawnAtFirst ? null : name(value as string),
		accepted: Object.entries(sets)
			.map(([choice, n]) => words.chosen(name(choice), n, members))
			.join('; ')
	};
}

function sourceText({ source, verified }: Fact): string {
	return verified ? source : `${source} (not verified)`;
}
