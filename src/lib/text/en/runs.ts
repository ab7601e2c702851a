import { shortDay, timeOfDay } from '../moments.ts';

/** What the list of runs kept on this device says. */
export const runs = {
	heading: 'Runs on this device',
	none: 'No run is kept on this device yet.',
	reading: 'Reading the runs on this device …',
	noStore:
		'This browser keeps nothing for this page, so there are no runs to list. A saved log can still be opened.',
	notRead:
		'The runs on this device could not be read: the storage of this browser does not answer. Nothing has been removed.',
	cut: (id: string) => (id === 'short' ? 'short' : id === 'full' ? 'full length' : id),
	table: 'The whole table',
	forked: (round: number) => `forked from round ${round}`,
	seed: (seed: string) => `seed ${seed}`,
	where: {
		briefing: 'at the briefing',
		preparation: 'in preparation',
		deciding: (part: 'incident' | 'recovery', round: number, rounds: number) =>
			`${part === 'incident' ? 'incident' : 'recovery'}, round ${round} of ${rounds}`,
		running: { incident: 'incident, between two rounds', recovery: 'recovery, between two rounds' },
		hotWash: 'ended'
	},
	result: (harm: string, record: string) => `${harm}, the record ${record}`,
	notices: {
		label: 'About this run',
		head: {
			refused: 'Not possible.',
			notOpened: 'Not opened.',
			notAsStored: 'Not as stored.',
			resumed: 'Resumed.',
			notKept: 'Not saved.',
			broken: 'The computation was started afresh.',
			slow: 'Slow.',
			elsewhere: 'Open elsewhere.',
			tookOver: 'Taken over.',
			asComputedThen: 'As computed then.'
		},
		resumed: (time: string) => `The run goes on from ${time} UTC, where it was left.`,
		acts: { retry: 'Try again', takeBack: 'Take it back here', saveLog: 'Save what is here' },
		dismiss: 'Dismiss'
	},
	readOnly: {
		heading: (name: string) => `${name} can be read, not played`,
		results: 'What the log holds',
		result: (minute: number, hash: string) => `At minute ${minute}: state ${hash}.`,
		save: 'Save its log',
		start: 'Set up a new run'
	},
	open: 'Continue',
	openEnded: 'Hot wash',
	openEarlier: 'Show',
	earlier: 'Played with an earlier version: it can be shown and its log saved, not played on.',
	again: 'Again',
	againTitle: 'The same role, length and seed, from the start',
	otherSeed: 'Another seed',
	forget: 'Remove',
	forgetSure: 'Remove for good',
	keep: 'Keep',
	/** When a run was last played, by the clock on the wall. */
	moment: (minuteSince2000: number) => `${shortDay(minuteSince2000)}, ${timeOfDay(minuteSince2000)} UTC`
};
