import * as v from 'valibot';
import { byId, closed, FactId, Flag, Id, Line, list, Localized, Share, notIn } from './basic.ts';

/** The common outcomes that measures promise to better; `protection` from attack adds up and can fall. */
export const COMMON_OUTCOMES = ['hosts', 'recovery', 'services', 'protection'] as const;
/** What a party wins or loses for itself. */
export const PRIVATE_OUTCOMES = ['market', 'freedom', 'standing'] as const;

export const THEMES = [
	'safe-deployment',
	'testing',
	'privilege',
	'recovery',
	'information',
	'market',
	'contingency',
	'governance'
] as const;

/** How readily a bot asks for less as rounds go by. */
export const CONCEDING = ['eagerly', 'steadily', 'hardly'] as const;

const Weight = v.pipe(v.number(), v.minValue(0), v.maxValue(100));
const Points = v.pipe(v.number(), v.minValue(-100), v.maxValue(100));
const UsdMillion = v.pipe(v.number(), v.minValue(-10_000), v.maxValue(10_000));
const Months = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(120));
const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100));
/** A share of the distance to full trust, or to none. */
const Step = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const Promise = v.pipe(v.number(), v.minValue(-1), v.maxValue(1));
const Grade = v.pipe(v.number(), v.safeInteger(), v.minValue(-3), v.maxValue(3));

/** Something about a text: all conditions of a list must hold. */
const TextCondition = v.union(
	[
		closed({
			has: Id,
			parameter: v.optional(Id),
			atLeast: v.optional(v.number()),
			above: v.optional(v.number()),
			below: v.optional(v.number())
		}),
		closed({ lacks: Id }),
		closed({ paysOverUsdMillion: UsdMillion })
	],
	notIn('textCondition')
);
const Conditions = v.pipe(list(TextCondition, 10), v.minLength(1));

const PartyEntry = closed({
	id: Id,
	/** The role that sits there after the incident; left out: somebody who had none in it. */
	role: v.optional(Id),
	/** Vendors whose releases it decides on, its own and those that it speaks for. */
	vendors: v.optional(list(Id, 20), []),
	/** Sectors whose hosts it speaks for. */
	sectors: v.optional(list(Id, 50), []),
	name: Localized,
	/** What it is, in a word or two. */
	office: Localized,
	/** What it alone is told. */
	brief: Localized,
	/** What it cares about: the weights sum to 100. */
	weights: closed({
		hosts: Weight,
		recovery: Weight,
		services: Weight,
		protection: Weight,
		market: Weight,
		money: Weight,
		freedom: Weight,
		standing: Weight
	}),
	/** Points under which it is better off without an accord. */
	walksAwayBelow: Points,
	/** Over three years. */
	budgetUsdMillion: v.pipe(v.number(), v.gtValue(0), v.maxValue(100_000)),
	concedes: v.picklist(CONCEDING),
	/** Harder to play than the others. */
	isHard: v.optional(Flag),
	/** Whom it believes more or less than most, before the incident. */
	trusts: v.optional(byId(Share), {}),
	/** What it never agrees to, whatever the sum. */
	redLines: v.optional(list(closed({ text: Localized, when: Conditions }), 20), []),
	offers: v.optional(list(Localized, 20), []),
	fears: v.optional(list(Localized, 20), [])
});

const ParameterOfMeasure = closed({
	id: Id,
	name: Localized,
	unit: Localized,
	/** The value at which the measure does nothing, the one that its figures are for, and the strictest one. */
	weak: v.number(),
	reference: v.number(),
	strong: v.number()
});

const MeasureEntry = closed({
	id: Id,
	theme: v.picklist(THEMES),
	term: v.picklist(['short', 'long']),
	title: Localized,
	text: Localized,
	sideEffect: Localized,
	/** What it moves in the model, in words, and the levers that are there for it. */
	moves: Localized,
	levers: v.optional(list(Line, 10), []),
	parameters: v.optional(list(ParameterOfMeasure, 5), []),
	/** Months until it begins to work, and until it works fully. */
	leadMonths: Months,
	fullMonths: Months,
	/** What parties believe that it does, at the reference parameters. */
	promises: closed({ hosts: Promise, recovery: Promise, services: Promise, protection: Promise }),
	/** Who must do it. */
	owners: v.pipe(list(Id, 20), v.minLength(1)),
	/** US$ millions over three years, by party; less than nothing: it is paid. */
	pays: v.optional(byId(UsdMillion), {}),
	/** What a party wins or loses by it for itself, from −3 to 3. */
	grades: v.optional(
		byId(
			closed({
				market: v.optional(Grade, 0),
				freedom: v.optional(Grade, 0),
				standing: v.optional(Grade, 0)
			})
		),
		{}
	),
	requires: v.optional(list(Id, 10), []),
	/** Measures that it cannot stand beside; with `theirs`, only while that parameter of the other exceeds this one's. */
	conflicts: v.optional(list(closed({ with: Id, theirs: v.optional(Id), exceeds: v.optional(Id) }), 10), []),
	facts: v.optional(list(FactId, 20), []),
	assumed: v.optional(Line)
});

const LimitEntry = closed({
	id: Id,
	/** The party that keeps this law. */
	keeper: Id,
	text: Localized,
	when: Conditions,
	facts: v.pipe(list(FactId, 20), v.minLength(1))
});

const Minutes = v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(100_000));

const ConductEntry = closed({
	id: Id,
	decision: Id,
	/** Minutes from the release: it was done by then; or it was done later than that, or never. */
	within: v.optional(Minutes),
	later: v.optional(Minutes),
	/** Whom it moves, whose trust in whom; left out: that of everybody else. */
	of: Id,
	with: v.optional(list(Id, 20)),
	moves: Step,
	/** What was done, as the end of a sentence that begins with the party's name. */
	text: Localized
});

const Quorum = closed({ of: v.pipe(list(Id, 20), v.minLength(1)), atLeast: Count });

const RulesEntry = closed({
	rounds: Count,
	polls: Count,
	/** Trust where no party says otherwise. */
	trust: Share,
	pledge: closed({ points: Points, most: Count }),
	/** What comes later than this counts for nothing. */
	horizonMonths: Months,
	audit: closed({ measure: Id, belief: Share }),
	ratified: closed({ atLeast: Count, among: list(Quorum, 10) }),
	partial: closed({ atLeast: Count }),
	/** Whose two signatures bind those who did not sign, in which themes, and how much later. */
	imposed: v.optional(
		closed({
			by: v.pipe(list(Id, 5), v.minLength(1)),
			themes: list(v.picklist(THEMES), 8),
			laterMonths: Months
		})
	),
	/** Whose walking away gets dearer as the trust of others in them goes. */
	pressed: v.optional(
		closed({
			parties: list(Id, 20),
			judges: v.pipe(list(Id, 20), v.minLength(1)),
			pointsPerTenthLost: Points,
			pointsPerTenthWon: Points
		})
	),
	/** How trust moves by what is done at the table. */
	atTheTable: closed({ kept: Step, empty: Step, leaked: Step, reversed: Step })
});

const HistoryEntry = closed({
	when: Line,
	text: Localized,
	measures: v.optional(list(Id, 20), []),
	facts: v.pipe(list(FactId, 20), v.minLength(1))
});

/** A measure as the record comes to it, by one who reads the sources. */
const InFactEntry = closed({
	measure: Id,
	/** By the measure's parameters; one that is left out is at its reference. */
	parameters: v.optional(byId(v.number()), {}),
	laterMonths: v.optional(Months, 0),
	facts: v.pipe(list(FactId, 20), v.minLength(1))
});

/** Who meets after the incident, what they may agree on, and how. */
export const SummitEntry = closed({
	/** Once in a scenario. */
	rules: v.optional(RulesEntry),
	parties: v.optional(list(PartyEntry, 20), []),
	measures: v.optional(list(MeasureEntry, 100), []),
	limits: v.optional(list(LimitEntry, 20), []),
	conduct: v.optional(list(ConductEntry, 100), []),
	/** What was in fact agreed and done, in the order of time. */
	history: v.optional(list(HistoryEntry, 50), []),
	/** The accord that what was in fact done comes to. */
	inFact: v.optional(list(InFactEntry, 50), [])
});
export type SummitEntry = v.InferOutput<typeof SummitEntry>;
