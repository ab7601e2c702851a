import type { Phase, RoundStep } from '../../exercise/phases/phases.ts';
import type { ToldAct } from '../../room/live/desk-acts.ts';
import type { DeskAct } from '../../room/live/parts.ts';
import { counted, rounded } from '../figures.ts';
import { setup } from './setup.ts';
import { marks } from './marks.ts';
import { sheet } from './sheet.ts';

const minutes = (n: number | null) => (n === null ? '' : ` (${n} min)`);
const runTo = (stop: string | null) => `run to ${stop ?? 'the end'}`;
const people = (n: number, one: string, other: string) => (n === 0 ? null : counted(n, { one, other }));

const STEP_ACTS: Readonly<Record<RoundStep, string>> = {
	situation: 'went on to the next situation',
	decide: 'opened decisions',
	advance: 'closed decisions'
};
const PHASE_ACTS: Readonly<Record<Phase, string>> = {
	lobby: 'went back to the start',
	briefing: 'started the briefing',
	preparation: 'opened preparation',
	incident: 'went on to the incident',
	recovery: 'went on to the recovery',
	hotWash: 'went on to the hot wash',
	summit: 'went on to the summit',
	nextOutages: 'went on to the next outages',
	debrief: 'went on to the debrief',
	closed: 'ended the exercise'
};

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
		again: 'Press once more to close all the same.',
		waiting: 'On its way …',
		closing: 'Closing … Keep open',
		closeNow: 'Close at once',
		closingIn: (n: number) => `Closes in ${counted(n, { one: 'second', other: 'seconds' })}.`,
		undo: (what: string, time: string | null) => `Undo: ${what}${time === null ? '' : `, ${time}`}`,
		undoes: { briefing: 'briefing started', preparation: 'preparation opened', decide: 'decisions opened' }
	},

	clock: {
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

	teams: {
		heading: {
			all: (of: number) => `All ${of} teams are ready.`,
			some: (ready: number, of: number) => `${ready} of ${of} teams are ready.`,
			none: (of: number) => counted(of, { one: 'team', other: 'teams' })
		},
		team: 'Team',
		state: 'State',
		advice: 'Advice',
		states: { ready: 'Ready', deciding: 'Deciding', empty: 'Nobody here', here: 'Here', bot: 'Computer' },
		here: (here: number, of: number) => `${here} of ${of} here`,
		nobody: 'nobody yet',
		lead: (name: string) => `${name} leads`,
		noLead: 'nobody leads',
		reading: (clock: string) => `${clock} to read`,
		leadGone: (name: string) => `${name} has been away for a minute. Members are offered the lead.`,
		standIn: (role: string, bot: string, since: string | null) =>
			`The computer plays ${role} (${bot}), ${since === null ? 'from the beginning' : `since ${since}`}.`,
		takeOver: {
			heading: 'Let the computer play',
			role: 'Role',
			all: 'All roles of the team',
			how: 'It plays',
			bots: { ...setup.botProfiles, expert: 'Expert' },
			press: 'Let it play from now on',
			help: 'What the team has decided stands. Only the team and you see that the computer plays.',
			giveBack: 'Give it back',
			giveBackOf: (role: string) => `Give ${role} back to the team`
		},
		advised: (n: number, isRead: boolean) =>
			n === 0
				? 'no advice yet'
				: `${counted(n, { one: 'member has', other: 'members have' })} advised${isRead ? ', read by the lead' : ''}`,
		asks: 'Asks for more time',
		give: (n: number) => `Give ${n} min to all`,
		manage: 'Manage',
		manageOf: (team: string) => `Manage ${team}`,
		members: 'Members',
		noMembers: 'Nobody sits here yet. People choose a team when they join, or you place them.',
		here1: 'here',
		away: 'away',
		isLead: 'leads',
		makeLead: 'Make lead',
		move: 'Move to',
		moveOf: (name: string) => `Move ${name} to`,
		wait: 'Waiting for a team',
		rename: 'Rename',
		renameOf: (name: string) => `New name of ${name}`,
		save: 'Save',
		isHost: 'host',
		isYou: 'you',
		giveChair: 'Make host',
		handOver: 'Hand-over code',
		handOverOf: (name: string) => `Hand-over code for the seat of ${name}`,
		newLead: {
			label: 'Who leads the team from now on?',
			nobody: 'nobody yet',
			done: 'Go on',
			cancel: 'Leave it'
		},
		remove: 'Remove',
		removeSure: 'Remove for good?',
		commitFor: 'Enter a decision for them',
		decision: 'Decision',
		reason: 'Why, in one line',
		commit: 'Enter it',
		noneOpen: 'No decision is open to this team now.',
		taken: (titles: readonly string[]) => `Taken: ${titles.join('; ')}.`,
		message: 'Message to this team',
		setReady: 'Mark as ready',
		setNotReady: 'Mark as not ready',
		waiting: (n: number) => `${counted(n, { one: 'person waits', other: 'people wait' })} to be placed`,
		place: 'Place in',
		placeOf: (name: string) => `Place ${name} in`,
		staff: 'Staff and watchers',
		bots: (roles: readonly string[]) => `The computer plays ${roles.join(', ')}.`
	},

	folded: {
		text: 'This desk fills the screen and no stage is connected, so that everybody may be looking at it. Notes and what is to come are folded away.',
		open: 'Show them all the same'
	},

	parts: { label: 'Parts of the desk', now: 'Now', sheet: 'Run sheet', teams: 'Teams', stage: 'Stage' },

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
			preparation: {
				say: 'Money and attention are short on purpose. Nobody knows yet what will happen; do not say it.',
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

	links: {
		heading: 'Links and codes',
		paper: 'Briefs, cards and messages on paper',
		log: 'Save the log of this room as a file',
		logWithoutTexts: 'The same without what people wrote',
		close: 'Close',
		players: 'Players',
		audience: 'Audience',
		stage: 'Stage',
		evaluator: 'Evaluators',
		observer: 'Observers',
		facilitator: 'A second desk',
		text: {
			players: 'Type it at the address below, or scan.',
			audience: 'For phones that follow along and vote.',
			stage: 'Open it on the machine with the projector, then press F5.',
			evaluator: 'One link for all evaluators; each gets a seat of their own.',
			observer: 'Sees what the stage shows, with text.',
			facilitator: 'Whoever has it can do everything that you can.'
		},
		open: 'Open in a new window',
		copy: 'Copy the link',
		copied: 'Copied',
		aloud: 'Copy for reading aloud',
		address: 'Address that phones use',
		noAddress:
			'Phones cannot reach “localhost”, and no network was found on this machine. Connect it to the Wi-Fi that people use, start the server so that it listens there, then load this page again. On this machine the codes work.',
		gone: 'Only the host of the room makes links for staff and withdraws them.',
		make: 'Make a link',
		makeOf: (what: string) => `Make a link: ${what}`,
		made: 'A new link is made. Those of before stay good until they are withdrawn.',
		withdraw: 'Withdraw',
		withdrawOf: (what: string) => `Withdraw all links: ${what}`,
		withdrawSure: 'Withdraw all of them?',
		withdrawn: 'These links let nobody in any more. Whoever came by one stays.',
		failed: 'The server did not do it. Try again in a moment.',
		closeDoor: { players: 'Close this door', audience: 'Close this door' },
		openDoor: { players: 'Open this door', audience: 'Open this door' },
		scan: (what: string) => `Code to scan: ${what}`
	},

	others: {
		did: (name: string, what: string) => `${name === '' ? 'Another desk' : name} ${what} a moment ago.`,
		hostAway: 'The host of this room has been away for a while.',
		takeChair: 'Take the chair',
		acts: {
			goOn: ({ phase, step }: Pick<DeskAct, 'phase' | 'step'>) =>
				step === null ? PHASE_ACTS[phase] : STEP_ACTS[step],
			pause: () => 'paused',
			resume: () => 'went on after the pause',
			stopHere: () => 'stopped time to open a round',
			setTimer: () => 'set the timer',
			grantMoreTime: () => 'gave more time',
			place: () => 'moved somebody to a team',
			renamePerson: () => 'renamed somebody',
			removePerson: () => 'removed somebody',
			nameLead: () => 'named a lead',
			lockRoom: () => 'opened or closed a door',
			commitFor: () => 'entered a decision for a team',
			setReadyFor: () => 'marked a team',
			releaseInject: () => 'released a message',
			show: () => 'changed the stage',
			blankStage: () => 'blanked the stage, or brought it back',
			openBallot: () => 'opened a vote',
			takeBallotBack: () => 'took a vote back',
			closeBallot: () => 'closed the vote',
			revealBallot: () => 'showed the result of the vote',
			takeChair: () => 'took the host’s chair',
			giveChair: () => 'gave the host’s chair to somebody else',
			endRoom: () => 'ended the exercise',
			eraseNames: () => 'erased names and texts'
		} satisfies Record<ToldAct, (act: DeskAct) => string>
	},

	erase: {
		heading: 'Erase',
		close: 'Close',
		names: {
			heading: 'Names, and what people wrote',
			text: 'Names, reasons, notes, advice and pads are gone for good. What was decided, when, and what came of it can still be read.',
			act: 'Erase names and texts',
			sure: 'Erase them for good?',
			done: 'Names and texts are erased.'
		},
		room: {
			heading: 'The whole room',
			text: 'Everything that is kept of it is gone for good, and nobody can read its result any more.',
			act: 'Erase the room',
			sure: 'Erase everything for good?'
		},
		failed: 'The server did not do it. Try again in a moment.'
	},

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
