import type { BotProfile, Mark } from '../../exercise/log/events.ts';
import type { Phase } from '../../exercise/phases/phases.ts';
import { whole } from '../figures.ts';
import { form } from '../plural.ts';

const listed = (parts: readonly string[]) => parts.join(', ');

/** What the page that replays an exercise says. */
export const replay = {
	title: 'Patchfall: replay',
	heading: 'Replay',
	lead: 'The whole exercise once more, at any minute: the map, the curves, and what everybody was told, decided and noted. From any moment it can be forked, to see what would have come of something else.',
	opening: 'Reading the exercise …',
	running: (share: number) => `Its worlds are run once more: ${whole(share * 100)}\u202f% …`,
	openLog: 'Open a log',
	openAnother: 'Compare a log',
	back: 'Back to the hot wash',
	none: 'Open the log of an exercise, a run or a fork to replay it.',
	failed: (what: string, remedy: string) => `Not opened: ${what}. ${remedy}`,
	otherScenario: (file: string) => ({
		what: `${file} was played with another scenario, or another version of it`,
		remedy: 'Only exercises of one scenario are shown side by side. Open it alone'
	}),
	noWorld: (file: string) => ({
		what: `${file} ends before its world was opened`,
		remedy: 'There is nothing to replay in it yet'
	}),
	noRun: {
		what: 'this run is not on this device',
		remedy: 'Open its log as a file, or choose a run on the first page'
	},
	noLog: {
		what: 'the replay of the room did not come',
		remedy: 'It is for those who were in the room, once it is over. Load the page again in a moment'
	},
	departure: 'The end of this log is not what the log itself says: another version may have written it.',
	time: {
		label: 'Time of the exercise',
		play: 'Play',
		pause: 'Pause',
		speed: 'Speed',
		times: (speed: number) => `${speed}×`,
		speedNote: '1×: five minutes of the exercise a second.',
		before: 'Decision before',
		after: 'Next decision',
		shows: (time: string) => `Shows ${time} UTC`
	},
	series: {
		legend: 'Side by side',
		most: (count: number) => `Up to ${whole(count)} at once.`,
		this: 'This exercise',
		team: (name: string) => `Team ${name}`,
		bots: 'Bots alone',
		fork: (name: string, team: string | null) => (team === null ? name : `${name}, ${team}`)
	},
	maps: 'Maps at this minute',
	lanes: {
		exercise: 'Phases, rounds, votes',
		injects: 'Messages',
		summit: 'Summit',
		assessment: 'Ratings and notes',
		record: 'On the day'
	},
	chart: {
		heading: 'Curves and what happened',
		caption:
			'One axis for all: the first hours are stretched. Each sign is one event, or several close together; all of them stand in the list below.',
		measure: 'Curve',
		measures: {
			down: 'Hosts down',
			unprotected: 'Hosts without protection',
			lossCents: 'Losses so far, all sectors',
			ownDown: 'Own hosts down',
			ownLossCents: 'Own losses so far'
		},
		time: 'Time (UTC)',
		sentence: (measure: string, parts: readonly string[]) => `${measure}. ${listed(parts)}.`,
		most: (name: string, most: string, at: string) => `${name}: at most ${most}, ${at}`,
		before: 'before'
	},
	figures: {
		heading: 'Figures at this minute',
		world: 'World',
		down: 'Hosts down',
		unprotected: 'Without protection',
		recovered: 'Recovered',
		loss: 'Losses so far',
		hash: 'State',
		hashNote: 'Equal states are equal in every host: two futures with one past share them until they part.'
	},
	list: {
		heading: 'What happened',
		filter: 'Show',
		all: 'Everything',
		decisions: 'Decisions alone',
		jump: (time: string) => `Show ${time}`,
		none: 'Nothing of this kind happened.',
		prepared: 'before'
	},
	fork: {
		heading: 'Fork from this moment',
		lead: 'Everything before this minute stays as it was. From here on one thing is different, and bots, messages and the world react to it by the same rules and the same chance.',
		at: (time: string) => `Forks at ${time} UTC.`,
		of: 'Fork of',
		what: 'What is different',
		kinds: {
			leaveOut: 'A decision is left out',
			commit: 'A decision is taken here',
			bot: 'A bot plays on'
		},
		leaveOut: 'Left out',
		commit: 'Taken here',
		whose: 'For',
		bot: 'How it plays',
		name: 'Name of the fork',
		go: 'Fork here',
		nothingOpen: 'There is no decision left for this role to take here.',
		nothingLeft: 'People took no decision from this minute on.',
		late: 'This team came late: its past is another team’s, so its world cannot be forked.',
		names: {
			leaveOut: (title: string) => `Without “${title}”`,
			commit: (title: string, time: string) => `“${title}” at ${time}`,
			bot: (role: string, bot: string, time: string) => `${role}: a bot (${bot}) from ${time}`
		},
		playOn: 'Play on myself from here',
		playOnNote: 'Opens a new run that stands at this minute, in a round of decisions.',
		kept: (name: string) => `“${name}” is kept with the runs on this device.`,
		keptOfRoom: (name: string) =>
			`“${name}” is kept on this device, without what people wrote, and listed here.`,
		list: {
			heading: 'Forks on this device',
			open: 'Open beside',
			forget: 'Forget',
			forgetSure: 'Forget it for good',
			keep: 'Keep it'
		},
		notKept: (name: string) => `“${name}” could not be kept on this device. Save it as a file.`,
		save: (name: string) => `Save “${name}” as a file`,
		refused: (decisions: readonly string[]) => `The rules did not allow any more: ${listed(decisions)}.`,
		compare: {
			heading: 'Two futures',
			from: (name: string, time: string) => `${name}: one past until ${time} UTC.`,
			atEnd: 'At the end',
			difference: 'Difference',
			peak: 'Most hosts down at once',
			lossOf: (sector: string) => `Losses: ${sector}`
		}
	},
	phases: {
		lobby: 'People gather.',
		briefing: 'The briefing begins.',
		preparation: 'Preparation is open.',
		incident: 'The incident begins.',
		recovery: 'The recovery begins.',
		hotWash: 'The exercise has ended: the hot wash.',
		summit: 'The summit begins.',
		nextOutages: 'The next outages are run.',
		debrief: 'The debrief begins.',
		closed: 'The exercise is closed.'
	} satisfies Record<Phase, string>,
	round: (round: number) => `Round ${whole(round)}: decisions are open.`,
	paused: 'Paused.',
	resumed: 'Goes on.',
	inject: (from: string, channel: string, title: string, to: readonly string[] | null) =>
		`${from} (${channel}): ${title}${to === null ? '' : `, to ${listed(to)}`}.`,
	decided: (role: string, title: string) => `${role}: ${title}.`,
	amended: (role: string, title: string) => `${role} gives another reason for “${title}”.`,
	withdrawn: (title: string) => `Taken back: ${title}.`,
	byBot: 'bot',
	rationale: (text: string) => `Because: ${text}`,
	confidence: (pct: number) => `${whole(pct)}\u202f% sure.`,
	setting: (parameter: string, value: number) => `Set by hand: ${parameter} to ${String(value)}.`,
	standIn: (role: string, bot: string) => `From here on a bot acts for ${role}: ${bot}.`,
	standInEnds: (role: string) => `People act for ${role} again.`,
	ballot: (question: string, team: string | null, tally: readonly string[]) =>
		`Vote${team === null ? '' : ` of ${team}`}: ${question} ${listed(tally)}.`,
	option: (option: string, votes: number | null) =>
		votes === null
			? option
			: `${option}: ${form(votes, { one: 'one vote', other: `${whole(votes)} votes` })}`,
	rating: (mark: string, subject: string, team: string | null) =>
		`${team === null ? '' : `${team}: `}${mark}. ${subject}`,
	marks: {
		P: 'Performed without challenges (P)',
		S: 'Performed with some challenges (S)',
		M: 'Performed with major challenges (M)',
		U: 'Unable to be performed (U)',
		N: 'Not observed'
	} satisfies Record<Mark, string>,
	note: {
		facilitator: (text: string) => `Facilitator’s note: ${text}`,
		evaluator: (text: string) => `Evaluator’s note: ${text}`,
		seat: (text: string) => `Own note: ${text}`
	},
	poll: (round: number, yes: number, no: number) =>
		`Poll in round ${whole(round)}: ${whole(yes)} would say yes, ${whole(no)} no.`,
	voted: (party: string, vote: string) => `${party}: ${vote}.`,
	onTheDay: (role: string | null, does: string) => (role === null ? does : `${role}: ${does}`),
	bots: {
		record: 'as they did',
		cautious: 'cautious',
		fast: 'fast',
		thrifty: 'thrifty',
		expert: 'as an expert',
		none: 'does nothing'
	} satisfies Record<BotProfile, string>
};
