import { HOST_CLASSES } from '../../sim/model.ts';
import { minuteOf } from '../parse/point-in-time.ts';
import type { Scenario, WorldData } from '../scenario.ts';
import { PLAYED_PHASES } from '../schema/decision.ts';
import type { ModelParameters, ScenarioFile } from '../schema/scenario.ts';
import { normalised } from '../compile/spread.ts';
import { clockOf } from './clock.ts';
import { likesOf, withLikes } from './own-sectors.ts';
import type { Parts } from './parts.ts';
import { organisationsOf, rolesOf, vendorsOf } from './people.ts';
import { actsOf, cutsOf, decisionsOf, expertsOf, injectsOf, objectivesOf, questionsOf } from './play.ts';
import { settingsOf, signalOf, type Names } from './settings.ts';
import { summitOf } from './summit.ts';

const HOURS = 24;

/** A scenario file that the linter found sound, with every name looked up and every time a minute. */
export function resolveScenario(
	file: ScenarioFile,
	parts: Parts,
	model: ModelParameters | null,
	world: WorldData
): Scenario {
	const clock = clockOf(file.clock);
	const { startMinute, horizonMin } = clock;
	const sectorIndex = (id: string) => parts.sectors.findIndex((sector) => sector.id === id);
	const names: Names = {
		sectors: new Set(parts.sectors.map(({ id }) => id)),
		ringPlans: file.ringPlans.map(({ id }) => id)
	};
	const roles = rolesOf(file);
	const course = { startMinute, horizonMin, roles, names };
	const decisions = decisionsOf(file, course);
	return {
		format: file.format,
		id: file.id,
		title: file.title,
		summary: file.summary,
		briefing: file.briefing ?? null,
		...(file.marking !== undefined && { marking: file.marking }),
		...(file.handling !== undefined && { handling: file.handling }),
		model: file.model ?? null,
		worldId: typeof file.world === 'string' ? file.world : null,
		world,
		clock,
		phases: file.phases ?? PLAYED_PHASES,
		managedHosts: file.fleet.managedHosts,
		vendors: vendorsOf(file),
		sectors: parts.sectors.map((sector) => ({
			...sector,
			demandByHour: normalised(parts.profiles[sector.demandByHour]!)
		})),
		habits: HOST_CLASSES.map((hostClass) => {
			const { weekday, weekend } = parts.habits![hostClass];
			return { weekday: byHour(weekday), weekend: byHour(weekend) };
		}),
		releases: file.releases
			.map(({ vendor, at, defect, dormantUntil, ringPlan, facts: _, ...options }) => ({
				vendor: file.vendors.findIndex(({ id }) => id === vendor),
				atMin: minuteOf(at, startMinute),
				defect,
				...options,
				...(dormantUntil !== undefined && { dormantUntilMin: minuteOf(dormantUntil, startMinute) }),
				...(ringPlan !== undefined && { ringPlan: names.ringPlans.indexOf(ringPlan) })
			}))
			.sort((a, b) => a.atMin - b.atMin),
		...(file.trustIn !== undefined && { trustIn: file.trustIn }),
		...(file.signal !== undefined && { signal: signalOf(file.signal, names) }),
		ringPlans: file.ringPlans.map(({ id, rings }) => ({
			id,
			rings: rings.map(({ share, bakeMin, gatePerMille }) => ({
				share,
				bakeMin,
				gatePerMille: gatePerMille ?? null
			}))
		})),
		dependencies: parts.dependencies.map(({ sector, on, weight }) => ({
			sector: sectorIndex(sector),
			on: sectorIndex(on),
			weight
		})),
		roles,
		organisations: organisationsOf(file, parts),
		settings: [
			...settingsOf(
				withLikes(model?.parameters ?? [], likesOf(file.ownSectors, file.sectors ?? model?.sectors ?? [])),
				names
			),
			...settingsOf(file.parameters, names)
		],
		decisions,
		injects: injectsOf(file, course),
		cuts: cutsOf(file, course),
		...(file.questions.length > 0 && { questions: questionsOf(file, course) }),
		objectives: objectivesOf(file, course),
		experts: expertsOf(file, course),
		record: {
			acts: actsOf(file, decisions, course),
			measured: file.record.measured.map(({ low, high, at, reading, ...measured }) => ({
				...measured,
				reading: reading ?? null,
				low: low ?? null,
				high: high ?? null,
				atMin: at === undefined ? null : minuteOf(at, startMinute)
			}))
		},
		facts: parts.facts,
		...summitOf(file)
	};
}

function byHour(share: number | number[]): number[] {
	return typeof share === 'number' ? Array.from({ length: HOURS }, () => share) : share;
}
