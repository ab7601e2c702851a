import type { Channel } from '../../../scenario/scenario.ts';

/** The master scenario events list: HSEEP’s ten columns, then ours. */
export const msel = {
	title: (scenario: string) => `Master Scenario Events List: ${scenario}`,
	sheets: { events: 'MSEL', about: 'About' },
	columns: {
		number: 'Event Number',
		scenarioTime: 'Designated Scenario Time',
		eventType: 'Event Type',
		injectMode: 'Inject Mode',
		from: 'From',
		to: 'To',
		message: 'Message',
		expected: 'Expected Participant Response',
		objective: 'Exercise Objective',
		notes: 'Notes',
		title: 'Title',
		scheduledTime: 'Scheduled Time',
		move: 'Move',
		phase: 'Phase',
		controller: 'Responsible Controller',
		capability: 'Core Capability',
		task: 'Critical Task',
		status: 'Status',
		releasedAt: 'Released At',
		releasedBy: 'Released By',
		id: 'Inject ID',
		kind: 'Inject Kind',
		condition: 'Condition',
		latest: 'Latest Time',
		halts: 'Opens A Round',
		marking: 'Exercise Marking'
	},
	eventTypes: { standard: 'Inject', contingency: 'Contingency Inject', adaptive: 'Contingency Inject' },
	kinds: { standard: 'Standard', contingency: 'Contingency', adaptive: 'Adaptive' },
	channels: {
		news: 'News',
		vendorNotice: 'Vendor notice',
		statusPage: 'Status page',
		ticket: 'Ticket',
		phoneCall: 'Phone call',
		email: 'E-mail',
		microblog: 'Post',
		regulatorLetter: 'Letter'
	} satisfies Record<Channel, string>,
	everybody: 'All players',
	allObjectives: 'All objectives',
	yes: 'Yes',
	no: 'No',
	phases: { incident: 'Incident', recovery: 'Recovery' },
	/** In the words of FEMA’s toolkit. */
	status: { approved: 'Approved', released: 'Released', deferred: 'Deferred', draft: 'Draft' },
	by: {
		schedule: 'Schedule',
		condition: 'Its condition',
		facilitator: 'Facilitator'
	},
	notes: {
		waits: (condition: string) => `Goes out when this holds: ${condition}`,
		until: (time: string) => `No later than ${time}.`,
		parked: 'Kept back for the facilitator’s hand.',
		written: 'Written in the room.',
		changed: 'Changed in the room.',
		corrects: (inject: string) => `Corrects ${inject}.`
	},
	inTeam: (team: string, what: string) => `${team}: ${what}`,
	about: {
		columns: ['About this list', ''],
		rows: {
			marking: 'Exercise marking',
			scenario: 'Scenario',
			times: 'Times',
			timesText:
				'Designated Scenario Time is UTC. Scheduled Time and Released At are hours and minutes since the exercise’s start.',
			kinds: 'Kinds',
			kindsText:
				'Standard injects go out at their time. Contingency and adaptive ones wait for their condition, or for the facilitator.',
			ours: 'Columns',
			oursText:
				'The first ten are HSEEP’s. Status, Released At and Released By say how it was conducted. Inject ID to Opens A Round keep what the scenario needs to take the list in again.',
			handling: 'Handling instructions'
		}
	}
};
