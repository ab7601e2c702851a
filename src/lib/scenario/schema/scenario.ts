import * as v from 'valibot';
import { byId, closed, Id, list, Localized, notIn } from './basic.ts';
import { ClockEntry } from './clock.ts';
import { DecisionEntry, PLAYED_PHASES } from './decision.ts';
import {
	DependencyEntry,
	Fleet,
	Habits,
	OwnSectorEntry,
	Profile,
	SectorEntry,
	VendorEntry
} from './fleet.ts';
import { InjectEntry } from './inject.ts';
import { CutEntry, ExpertEntry, ObjectiveEntry, QuestionEntry } from './play.ts';
import { OrganisationEntry, RoleEntry } from './people.ts';
import { FactEntry, RecordEntry } from './record.ts';
import { ReleaseEntry, RingPlanEntry } from './rollout.ts';
import { ParameterEntry } from './setting.ts';
import { SignalEntry } from './signal.ts';
import { SummitEntry } from './summit.ts';
import { InlineWorld } from './world.ts';

/** The format that this version writes and the newest that it reads. */
export const FORMAT = 1;

/** What model parameters may hold, and what a scenario may say anew in its place. */
const modelParts = {
	profiles: v.optional(byId(Profile)),
	sectors: v.optional(v.pipe(list(SectorEntry, 100), v.minLength(1))),
	habits: v.optional(Habits),
	dependencies: v.optional(list(DependencyEntry, 1000)),
	parameters: v.optional(list(ParameterEntry), []),
	facts: v.optional(list(FactEntry, 500), [])
};

/** Model parameters: the parts that scenarios share, each value with its source or the reason for it. */
export const ModelParametersSchema = closed({
	format: v.literal(FORMAT),
	id: Id,
	title: Localized,
	...modelParts
});
export type ModelParameters = v.InferOutput<typeof ModelParametersSchema>;

/** What a scenario may also keep in files of its own. */
const playParts = {
	roles: v.optional(list(RoleEntry, 50), []),
	organisations: v.optional(list(OrganisationEntry, 100), []),
	decisions: v.optional(list(DecisionEntry, 500), []),
	injects: v.optional(list(InjectEntry, 500), []),
	objectives: v.optional(list(ObjectiveEntry, 50), []),
	experts: v.optional(list(ExpertEntry, 50), []),
	cuts: v.optional(list(CutEntry, 10), []),
	questions: v.optional(list(QuestionEntry, 30), []),
	record: v.optional(RecordEntry, { acts: [], measured: [] }),
	summit: v.optional(SummitEntry)
};

/** A part of a scenario that is kept in a file of its own. */
export const PartSchema = closed({
	format: v.literal(FORMAT),
	/** The name by which the scenario calls it: its file's. */
	part: Id,
	...playParts,
	facts: v.optional(list(FactEntry, 500), [])
});
export type PartFile = v.InferOutput<typeof PartSchema>;

/** A scenario as its author writes it. */
export const ScenarioSchema = closed({
	format: v.literal(FORMAT),
	id: Id,
	title: Localized,
	summary: Localized,
	/** What players read first. */
	briefing: v.optional(Localized),
	/** Stands on everything that is handed out: left out, it says that this is an exercise. */
	marking: v.optional(Localized),
	/** Who may read what is handed out, and how it is kept. */
	handling: v.optional(Localized),
	/** Id of the built-in model parameters to build on; the scenario's own parts replace theirs, its parameters follow. */
	model: v.optional(Id),
	world: v.union([Id, InlineWorld], notIn('world')),
	clock: ClockEntry,
	phases: v.optional(list(v.picklist(PLAYED_PHASES), 8)),
	/** Names of further files of the scenario, each a part whose lists follow on this one's. */
	parts: v.optional(list(Id, 30)),
	vendors: v.pipe(list(VendorEntry, 20), v.minLength(1)),
	fleet: Fleet,
	releases: v.pipe(list(ReleaseEntry, 10), v.minLength(1)),
	/** Id of the vendor that `trust` in expressions is about, where several vendors release something. */
	trustIn: v.optional(Id),
	/** How well the vendor can be made to see; left out: nobody is asked. */
	signal: v.optional(SignalEntry),
	ringPlans: v.pipe(list(RingPlanEntry, 50), v.minLength(1)),
	...playParts,
	...modelParts,
	/** Sectors that are added to those of the model, or change some of them. */
	ownSectors: v.optional(list(OwnSectorEntry, 100), [])
});
export type ScenarioFile = v.InferOutput<typeof ScenarioSchema>;
