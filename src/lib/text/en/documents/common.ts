import type { Mark } from '../../../exercise/log/events.ts';

/** What several documents say. */
export const common = {
	marking: 'THIS IS AN EXERCISE',
	draft: 'DRAFT',
	application: 'Patchfall',
	page: (n: string, of: string) => `Page ${n} of ${of}`,
	handling: {
		heading: 'Handling instructions',
		toFill:
			'Handling instructions: [to be filled in by the sponsor: who may read this, how it is kept and destroyed]',
		real: 'Should something real happen while the exercise runs, say “This is real, stop the exercise”, and stop. A real emergency goes before any exercise.'
	},
	toFill: '[to be filled in]',
	none: 'none',
	nobody: 'nobody',
	notKnown: 'not computed',
	/** The fields of HSEEP’s exercise overview. */
	overview: {
		heading: 'Exercise overview',
		name: 'Exercise Name',
		dates: 'Exercise Dates',
		scope: 'Scope',
		missionAreas: 'Mission Area(s)',
		missionAreasValue: 'Response, Recovery [adjust as needed]',
		capabilities: 'Core Capabilities',
		objectives: 'Objectives',
		threat: 'Threat or Hazard',
		threatValue: 'Technological: an outage that a vendor’s faulty update causes',
		scenario: 'Scenario',
		sponsor: 'Sponsor',
		participants: 'Participating Organizations',
		contact: 'Point of Contact',
		scopeValue: (cut: string | null, minutes: number | null, ways: string) =>
			cut === null
				? `A discussion-based exercise in rounds, ${ways}.`
				: `A discussion-based exercise, length “${cut}”${minutes === null ? '' : `, planned for about ${minutes} minutes`}, ${ways}.`,
		ways: {
			solo: 'one person alone, other roles by the computer',
			shared: 'all teams in one shared world',
			parallel: 'each team in a world of its own'
		},
		participantsNote: (roles: string) =>
			`Fictional organisations played: ${roles}. Those who took part: [to be filled in]`
	},
	ratings: {
		heading: 'Ratings definitions',
		own: 'These definitions are in our own words. HSEEP’s official wording stands in FEMA’s templates; where your programme asks for it, put it in their place.',
		key: 'Ratings key',
		columns: ['Rating', 'Meaning'],
		names: {
			P: 'Performed without Challenges',
			S: 'Performed with Some Challenges',
			M: 'Performed with Major Challenges',
			U: 'Unable to be Performed',
			N: 'Not observed'
		} satisfies Record<Mark, string>,
		meaning: {
			P: 'The tasks were done and the objective was met. Nothing else suffered for it, and no plan, rule or law was broken.',
			S: 'The tasks were done and the objective was met, but there is room to do it better or sooner.',
			M: 'The objective was met, but it hurt other work, put people or systems at more risk, or broke a plan, a rule or a law.',
			U: 'The tasks were not done, or the objective was not met.',
			N: 'Nobody saw enough of it to say. It says nothing about how it was done.'
		} satisfies Record<Mark, string>,
		short: (mark: Mark, name: string) => `${mark} – ${name}`
	},
	authors: {
		facilitator: 'Facilitator',
		evaluator: (seat: string | null) => (seat === null ? 'Evaluator' : `Evaluator ${seat}`),
		seat: 'Player’s own rating'
	},
	team: (id: string) => `Team ${id}`,
	/** Rounds and minutes of the exercise. */
	time: {
		before: 'in preparation',
		elapsed: (hours: string, minutes: string) => `${hours}:${minutes}`,
		utc: (day: string, time: string) => `${day}, ${time} UTC`
	},
	model: 'Figures are results of a model, not measurements of anybody.'
};
