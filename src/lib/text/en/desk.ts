import { counted, rounded } from '../figures.ts';
import { erasing, roomLinks } from './desk-doors.ts';
import { cues } from './cues.ts';
import { deskStart } from './desk-start.ts';
import { deskTeams } from './desk-teams.ts';
import { marks } from './marks.ts';
import { otherDesks } from './other-desks.ts';
import { sheet } from './sheet.ts';

const minutes = (n: number | null) => (n === null ? '' : ` (${n} min)`);
const runTo = (stop: string | null) => `run to ${stop ?? 'the end'}`;
const people = (n: number, one: string, other: string) => (n === 0 ? null : counted(n, { one, other }));

/** What the facilitator's desk says. */
export const desk = {
	title: (code: string) => `Desk, room ${code} · Patchfall`,
	opening: 'The desk',
	strip: 'Facilitator’s screen: do not project',
	onlyYou: 'only you see this',

	bar: {
		here: (players: number, evaluators: number, observers: number, stages: number, phones: number) =>
			[
				counted(players, { one: 'player', other: 'players' }),
				people(evaluators, 'evaluator', 'evaluators'),
				people(observers, 'observer', 'observers'),
				stages === 0 ? 'no stage' : stages === 1 ? 'stage' : `${stages} stages`,
				people(phones, 'phone', 'phones')
			]
				.filter((part) => part !== null)
				.join(', '),
		links: 'Links and codes',
		keys: 'Keys',
		end: 'End exercise',
		ended: 'The exercise has ended',
		lock: 'Close the door',
		unlock: 'Open the door',
		erase: 'Erase',
		locked: (players: boolean, audience: boolean) =>
			`The door is closed to ${players && audience ? 'everybody' : players ? 'new players' : 'the audience'}: whoever is in stays in.`
	},

	main: {
		startBriefing: 'Start the briefing',
		openPreparation: (n: number | null) => `Open preparation${minutes(n)}`,
		closePreparation: (stop: string | null) => `Close preparation and ${runTo(stop)}`,
		openDecisions: (n: number | null) => `Open decisions${minutes(n)}`,
		closeDecisions: (stop: string | null) => `Close decisions and ${runTo(stop)}`,
		closeUndecided: (n: number) => `Close with ${counted(n, { one: 'team', other: 'teams' })} undecided`,
		skipRound: (round: number, stop: string | null) => `Leave out round ${round} and ${runTo(stop)}`,
		pause: 'Pause',
		resume: 'Go on',
		showFindings: 'Show what each team’s run came to',
		end: 'End the exercise',
		stillReading: 'Teams have read for 4 minutes and cannot decide yet. Open decisions?',
		again: 'Press once more to close all the same.',
		waiting: 'On its way …',
		closing: 'Closing … Keep open',
		closeNow: 'Close at once',
		closingIn: (n: number) => `Closes in ${counted(n, { one: 'second', other: 'seconds' })}.`,
		undo: (what: string, time: string | null) => `Undo: ${what}${time === null ? '' : `, ${time}`}`,
		undoes: { briefing: 'briefing started', preparation: 'preparation opened', decide: 'decisions opened' }
	},

	clock: {
		exercise: 'Exercise time',
		next: (stop: string) => `Next stop ${stop}`,
		nextEnd: 'Runs to the end',
		since: (minutes: string) => `T+${minutes}`,
		round: (phase: string, round: number, rounds: number | null) =>
			rounds === null ? `${phase}, round ${round}` : `${phase}, round ${round} of ${rounds}`,
		steps: {
			situation: 'The situation is shown.',
			decide: 'Teams are deciding.',
			advance: 'Time passes.'
		},
		pause: 'Pause',
		stopHere: 'Stop here and open a round',
		pausedBy: (who: string | null) =>
			who === null || who === '' ? 'Paused by the facilitator.' : `Paused by ${who}.`,
		pausedByRestart: 'Paused: the server was started again. Nothing was lost.',
		lastBy: (who: string) => `Last step by ${who}`
	},

	timer: {
		heading: 'Time to decide',
		next: 'Time for the next step',
		none: 'no limit',
		minutes: (n: number) => `${n} min`,
		more: (n: number) => `+${n} min`,
		moreLabel: (n: number) => `Give ${counted(n, { one: 'more minute', other: 'more minutes' })} to all`,
		set: 'Start a timer',
		clear: 'No limit',
		left: 'left to decide'
	},

	pace: {
		label: 'Speed of time',
		atOnce: 'At once',
		steps: [
			{ pace: 2, label: 'Slow' },
			{ pace: 8, label: 'Even' },
			{ pace: 30, label: 'Fast' }
		]
	},

	start: deskStart,
	cues,
	teams: deskTeams,
	folded: {
		text: 'This desk fills the screen and no stage is connected, so that everybody may be looking at it. Notes and what is to come are folded away.',
		open: 'Show them all the same'
	},

	sheetLater: {
		text: 'What goes out to teams as time passes. None of it is needed before the start.',
		open: 'Show the run sheet'
	},

	parts: {
		...{ label: 'Parts of the desk', now: 'Now', sheet: 'Run sheet', teams: 'Teams', stage: 'Stage' },
		/** What is new of the teams, under their name. */
		news: {
			asks: 'more time?',
			waiting: (n: number) => counted(n, { one: 'waits', other: 'wait' }),
			ready: (ready: number, of: number) => `${ready} of ${of} ready`
		}
	},

	hotWash: {
		heading: 'What to keep and what to change',
		next: (team: string) => `Next team: ${team}`,
		allDone: 'All teams have talked',
		talks: (team: string) => `${team} has the word: one thing to keep, one to change.`,
		noCards: 'No cards yet. People add them on their own pages: one line of what to keep or to change.',
		keep: 'Keep',
		change: 'Change',
		group: 'Heading for the chosen cards; empty takes them out',
		put: (n: number) =>
			n === 0 ? 'Choose cards first' : `Put ${counted(n, { one: 'card', other: 'cards' })} under it`
	},

	sheet,
	marks,

	notes: {
		heading: 'Your notes for this step',
		byStep: {
			lobby: {
				say: 'Put the stage on the projector, scan the code with your own phone, and see that every role has a team or the computer.',
				ask: ['Can the last row read the stage?', 'Does every team have somebody who leads?']
			},
			briefing: {
				say: 'Aims and rules: no blame, plans as they are, decide with what you have. Read the situation aloud, then give four minutes for the role briefs.',
				ask: ['What are you judged by?', 'What do you own, and what is out of your hands?']
			},
			summit: {
				say: 'Nine parties, one text. Give each chair a minute to say what it cares about, then let people go round and bargain.',
				ask: [
					'What would make you sign?',
					'What can you give that costs you little and is worth much to them?'
				]
			},
			nextOutages: {
				say: 'Say first that one outage is given: how often one comes, nobody here knows. Show the curves, then one shock where the accord helps and one where it does not.',
				ask: [
					'Who gained, and who paid for it?',
					'Which measure would you drop, and which did you miss?',
					'What is left that no measure here prevents?'
				]
			},
			preparation: {
				say: 'Money and attention are short on purpose. The people they play do not know the day: let them say what a purchase is worth on an ordinary one.',
				ask: ['What would you miss most?', 'Who is still waiting for whom?']
			},
			situation: {
				say: 'Read the newest headline aloud and let the silence work. Open decisions once people have read.',
				ask: ['What do you know, and what do you guess?', 'Who else needs to know this?']
			},
			decide: {
				say: 'Walk from team to team and listen. Teams commit by themselves; the timer rings and closes nothing.',
				ask: [
					'What would have to be true for the opposite choice?',
					'Which of your numbers is a count, and which a guess?',
					'Who has not spoken yet?'
				]
			},
			advance: {
				say: 'Say nothing for twenty seconds. Then let one team say in two sentences what it did and why.',
				ask: ['What do you expect to see?']
			},
			hotWash: {
				say: 'Each team reads its own result first. Then two minutes a team: one thing to keep, one to change. Nobody is ranked.',
				ask: [
					'At which minute did you have what you needed to decide otherwise?',
					'Who takes which action, until when?'
				]
			},
			closed: { say: 'Thank people. Collect the actions with an owner and a date.', ask: [] }
		},
		/** Where a presenter tells the story and an audience votes. */
		presented: {
			lobby: {
				say: 'Put the stage on the projector and scan its code with your own phone. While people come in: no app, no account.',
				ask: ['Can the last row read the stage?', 'Has your own phone come in?']
			},
			briefing: {
				say: 'Say in one sentence what will be told, then ask the first question: with it everybody sees that their phone works.',
				ask: ['Who has not found the code yet?']
			},
			decide: {
				say: 'Read the question and its options aloud, give people time to press, then close the vote and wait a moment before you show it.',
				ask: ['What would have to be true for the opposite choice?']
			},
			advance: { say: 'Say nothing for twenty seconds.', ask: ['What do you expect to see?'] },
			hotWash: {
				say: 'Say what this room came to beside what was done on the day. Nobody is ranked.',
				ask: ['At which minute did this room have what it needed to decide otherwise?']
			},
			closed: {
				say: 'Thank people. Their phones lead to the same day, to be played alone.',
				ask: []
			}
		}
	},

	stage: {
		heading: 'On the stage now',
		label: 'What the stage shows',
		none: 'No stage is connected. Open it on the projector by “Links and codes”.',
		sections: {
			welcome: 'Welcome',
			rules: 'Aims, rules',
			title: 'Title',
			situation: 'Situation',
			map: 'World',
			services: 'Services',
			ballot: 'Vote',
			summit: 'Summit',
			curves: 'Curves',
			shocks: 'By shock',
			twoMaps: 'Two maps',
			sides: 'Gains, costs',
			history: 'Done in fact',
			hotWash: 'Hot wash',
			findings: 'Findings',
			comparison: 'Comparison',
			thanks: 'Thanks'
		},
		blank: 'Blank',
		code: 'Code'
	},

	world: {
		heading: 'World',
		down: 'Hosts down',
		unprotected: 'Up, agent down',
		recovered: 'Recovered',
		value: rounded
	},

	links: roomLinks,
	others: otherDesks,
	erase: erasing,
	end: {
		heading: 'End the exercise?',
		text: 'Teams can decide nothing more, and the world stops where it is. What was done stays readable. This cannot be taken back.',
		end: 'End the exercise',
		keep: 'Keep it open'
	},

	keys: {
		heading: 'Keys of the desk',
		close: 'Close',
		singles: 'Single letters, while nothing is being written',
		switch: 'Use single letters',
		help: 'Every key repeats a button. In the run sheet arrows, Home and End choose a message, and Enter opens it. Esc stops what is going out, closes what is open, and never moves the exercise.'
	}
};
