import { describe, expect, test } from 'vitest';
import type { Frame } from '../../sim/observe/frame.ts';
import { decision, expression, inject } from '../testing/scenario.ts';
import { CONTRADICTIONS, type ContradictionName, type Offered, type Told } from './contradiction.ts';
import { contradictionsIn } from './contradictions.ts';
import type { TellingScenario } from './of-messages.ts';

/*
 * Ten small faults of an author, one of each kind that has a name, each in a world that shows it; and the same without the
 * fault.
 */

const SCENARIO: TellingScenario = {
	decisions: [{ id: 'halt', role: 'vendor', costUsd: 0 }],
	trustIn: 'acme',
	organisationsOf: { airline: ['wings'], vendor: [] },
	// It begins at 04:00.
	startMinuteOfDay: 240
};

interface World {
	readonly down?: number;
	readonly statement?: string;
	readonly rollout?: string;
}

/** As much of a frame as the rules look at. */
function frameOf({ down = 0, statement = 'silent', rollout = 'running' }: World, minute: number): Frame {
	const tally = { hosts: 100, down, everCrashed: 50, everCompromised: 0, counts: { compromised: 0 } };
	return {
		minute,
		world: { ...tally, down: 5 },
		byOrganisation: { wings: tally },
		organisations: { wings: { output: 1, backlogUnits: 0, lostUnits: 0, lossCents: 0 } },
		releases: [{ vendor: 'acme', statement, rollout, vendorState: 'unaware', seenCrashes: 0 }]
	} as unknown as Frame;
}

interface Telling extends World {
	readonly title?: string;
	readonly body?: string;
	readonly plannedMin?: number;
	readonly atMin?: number;
	readonly callsFor?: readonly string[];
	readonly claim?: string;
	readonly taken?: readonly string[];
	readonly before?: readonly string[];
	readonly answers?: readonly string[];
}

function told(telling: Telling): Told {
	const { title = 'A message', body = 'Nothing much.', plannedMin = 10, atMin = plannedMin } = telling;
	const { callsFor, claim, taken = [], before = [], answers = null } = telling;
	const texts = (en: string, text: string) => ({ title: { en }, body: { en: text }, to: ['airline'] });
	return {
		kind: 'told',
		inject: inject('planted', plannedMin, {
			...texts(title, body),
			...(callsFor && { callsFor }),
			...(claim !== undefined && { claims: [expression(claim)] })
		}),
		atMin,
		frame: frameOf(telling, atMin),
		acts: taken.map((id) => ({ atMin: 5, decision: id })),
		before: before.map((en, index) => inject(`before-${index}`, 0, texts(en, ''))),
		answers
	};
}

function offered(parameter: string, value: number, inForce: number): Offered {
	const scope = { kind: 'world' } as const;
	const made = decision('planted', 'vendor', { parameter });
	return {
		kind: 'offered',
		decision: { ...made, effects: [{ parameter, scope, value, afterMin: 0 }] },
		atMin: 60,
		orders: [{ parameter, scope, value: inForce, atMin: 30 }]
	};
}

const DARK = { title: 'Gates are dark', body: 'All of our screens are dark.' };
const AGAIN = { title: 'Queues', body: 'They grow.' };
const SILENT = { body: 'Corvane does not answer.' };

const PLANTED: Record<ContradictionName, { fault: Told | Offered; sound: Told | Offered }> = {
	nobodyDown: { fault: told({ ...DARK, down: 0 }), sound: told({ ...DARK, down: 3 }) },
	alreadyDecided: {
		fault: told({ callsFor: ['halt'], taken: ['halt'] }),
		sound: told({ callsFor: ['halt'] })
	},
	claimFails: {
		fault: told({ claim: 'organisation.wings.down > 20', down: 20 }),
		sound: told({ claim: 'organisation.wings.down > 20', down: 21 })
	},
	hourPassed: {
		fault: told({ body: 'Call us by 05:00 UTC.', plannedMin: 10, atMin: 70 }),
		sound: told({ body: 'Call us by 05:00 UTC.', plannedMin: 10, atMin: 50 })
	},
	rolloutOtherwise: {
		fault: told({ body: 'The content of 04:09 is withdrawn.', rollout: 'paused' }),
		sound: told({ body: 'The content of 04:09 is withdrawn.', rollout: 'rolledBack' })
	},
	hasSpoken: {
		fault: told({ ...SILENT, statement: 'apologised' }),
		sound: told({ ...SILENT, statement: 'silent' })
	},
	saidTwice: {
		fault: told({ ...AGAIN, before: ['Queues'] }),
		sound: told({ ...AGAIN, before: ['Other queues'] })
	},
	noAnswer: { fault: told({ answers: [] }), sound: told({ answers: ['yes', 'no'] }) },
	changesNothing: {
		fault: offered('repair.failShare', 0.1, 0.1),
		sound: offered('repair.failShare', 0.1, 0.2)
	},
	// From an apology (3) back to an acknowledgement (1).
	goesBack: { fault: offered('vendor.statement', 1, 3), sound: offered('vendor.statement', 3, 1) }
};

describe('a planted contradiction is found and called by its name, and nothing else is', () => {
	test.each(CONTRADICTIONS)('%s', (name) => {
		const { fault, sound } = PLANTED[name];
		expect(contradictionsIn(SCENARIO, [fault]).map((one) => [one.name, one.of])).toEqual([[name, 'planted']]);
		expect(contradictionsIn(SCENARIO, [sound])).toEqual([]);
	});
});
