import * as v from 'valibot';
import { Amount, byId, closed, Hosts, FactId, Id, Line, list, Localized, Share } from './basic.ts';

const Hours = v.pipe(v.array(v.pipe(v.number(), v.minValue(0), v.maxValue(1000))), v.length(24));

/** Demand through the local day: 24 numbers of any scale. */
export const Profile = Hours;

/** Shares by host class, which together make up a whole. */
export const ClassMix = closed({
	server: Share,
	workstation: Share,
	laptop: Share,
	kiosk: Share,
	cloud: Share
});

/** Where a sector’s hosts stand: as services, industry or all hosts of the countries, or as flights of the airports. */
export const FOLLOWS = ['services', 'industry', 'flights', 'hosts'] as const;

export const SectorEntry = closed({
	id: Id,
	name: Localized,
	/** What its services deliver, in the plural. */
	unit: Localized,
	/** What is left of them undone, in the plural; it says no more than that they were not delivered as due. */
	undone: v.optional(Localized),
	/** Units delivered on an ordinary day, worldwide. */
	unitsPerDay: Amount,
	/** Name of a profile. */
	demandByHour: Id,
	/** Share of the world's managed hosts. */
	hostShare: Share,
	follows: v.picklist(FOLLOWS),
	classMix: ClassMix,
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});
export type SectorEntry = v.InferOutput<typeof SectorEntry>;

/** A sector that is added to the others, or changes one of them: what is left out is inherited. */
export const OwnSectorEntry = closed({
	id: Id,
	/** Of a new sector: the one from which it takes what is not said. */
	like: v.optional(Id),
	name: v.optional(Localized),
	unit: v.optional(Localized),
	undone: v.optional(Localized),
	unitsPerDay: v.optional(Amount),
	demandByHour: v.optional(Id),
	hostShare: v.optional(Share),
	follows: v.optional(v.picklist(FOLLOWS)),
	classMix: v.optional(ClassMix),
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});
export type OwnSectorEntry = v.InferOutput<typeof OwnSectorEntry>;

const Online = v.union([Share, v.pipe(v.array(Share), v.length(24))]);
const Habit = closed({ weekday: Online, weekend: Online });

/** Share of a class's hosts that are on: one number for every hour, or 24 by local hour. */
export const Habits = closed({
	server: Habit,
	workstation: Habit,
	laptop: Habit,
	kiosk: Habit,
	cloud: Habit
});
export type Habits = v.InferOutput<typeof Habits>;

export const VendorEntry = closed({
	id: Id,
	name: Line,
	text: v.optional(Localized),
	/** Vendors of like size that the entry stands for, 1 unless said; 0: its hosts have no agent. */
	standsFor: v.optional(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(1000))),
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});

/** Hosts of one vendor: a number that follows the countries' presence and the sectors' index, or a share of the rest. */
export const VendorFleet = closed({
	vendor: Id,
	hosts: v.optional(Hosts),
	sectorIndex: v.optional(byId(v.pipe(v.number(), v.minValue(0), v.maxValue(20)))),
	share: v.optional(Share),
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line)
});

export const Fleet = closed({
	/** Hosts under central management, worldwide. */
	managedHosts: Hosts,
	facts: v.optional(list(FactId, 20)),
	assumed: v.optional(Line),
	vendors: list(VendorFleet, 20)
});

export const DependencyEntry = closed({
	sector: Id,
	on: Id,
	weight: Share,
	assumed: v.optional(Line)
});
