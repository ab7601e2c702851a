import {
	compact,
	counted,
	decimals,
	dollarsCompact,
	hosts,
	percent,
	rounded,
	signed,
	whole
} from '../figures.ts';
import { duration } from '../moments.ts';
import { form } from '../plural.ts';

const POINTS = { one: 'point', other: 'points' };

/** Minutes in tight places: `45 min`, `6 h`, `2 h 30 min`, `3 days`. */
const brief = (minutes: number): string => {
	if (minutes < 120) return `${minutes} min`;
	if (minutes < 48 * 60) {
		const rest = minutes % 60;
		return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
	}
	return `${Math.round(minutes / 1440)} days`;
};

/** What the screens of play say: preparation, rounds, the running world. */
export const play = {
	title: (scenario: string) => `${scenario} · Patchfall`,
	starting: 'Reading the world …',
	toDecisions: 'To the decisions',

	bar: {
		label: 'Where you are',
		phases: {
			briefing: 'Briefing',
			preparation: 'Preparation',
			incident: 'Incident',
			recovery: 'Recovery',
			hotWash: 'Hot wash'
		},
		done: 'done',
		round: (phase: string, round: number, rounds: number) => `${phase}, round ${round} of ${rounds}`,
		running: (phase: string, until: string) => `${phase}, running to ${until}`,
		as: (scenario: string, role: string) => `${scenario}, as ${role}`,
		table: 'the whole table',
		kept: 'Saved on this device',
		notKept: 'Not saved',
		rounds: 'Rounds so far',
		roundsShort: 'Rounds',
		menu: 'Menu',
		help: 'Help',
		leave: 'Leave'
	},

	clock: {
		utc: 'UTC',
		before: (minutes: number) => `T−${brief(minutes)}`,
		after: (minutes: number) => `T+${brief(minutes)}`,
		since: (said: string) => `${said} since the update went out`,
		to: (said: string) => `${said} until the update goes out`
	},

	map: {
		label: 'The world',
		asTable: 'Map as table',
		asMap: 'Table as map',
		calm: (asleep: number) => `No host is down. ${rounded(asleep)} are off or asleep.`,
		worst: (down: number, country: string, sector: string) =>
			`${hosts(down)} down. Most by country: ${country}; by sector: ${sector.toLowerCase()}.`,
		byCountry: 'By country',
		bySector: 'By sector',
		country: 'Country',
		sector: 'Sector',
		elsewhere: 'Everywhere else',
		down: 'Down',
		unprotected: 'No agent',
		recovered: 'Back',
		service: 'Service',
		all: 'Hosts'
	},

	time: {
		label: 'Time',
		hold: 'Pause',
		release: 'Run on',
		stopHere: 'Stop here and decide',
		toNext: 'Run to the next decision',
		toEnd: 'Run to the end',
		speed: 'Speed',
		speeds: [
			{ pace: 2, label: 'Slow' },
			{ pace: 8, label: 'Even' },
			{ pace: 30, label: 'Fast' }
		],
		deciding: 'The world waits while you decide.',
		running: (until: string) => `Running to ${until}`,
		runningToEnd: 'Running to the end',
		paused: (until: string) => `Paused on the way to ${until}`
	},

	figures: {
		label: 'Figures now',
		since: (round: string) => `since ${round}`,
		down: 'Hosts down',
		ownDown: 'Your hosts down',
		unprotected: 'Unprotected',
		recovered: 'Recovered',
		losses: 'World’s losses',
		/** `unit`: flights, procedures … */
		lost: (unit: string) => `${unit.charAt(0).toUpperCase()}${unit.slice(1)} lost`,
		/** Of one's own, and of everybody's. */
		ownUndone: (unit: string) => `Your ${unit} lost`,
		undone: (unit: string) => `All ${unit} lost`,
		hosts: {
			everCrashed: 'Hosts crashed',
			// Its name in scenarios of earlier versions.
			crashed: 'Hosts crashed',
			down: 'Hosts down',
			everCompromised: 'Compromised so far',
			compromised: 'Compromised'
		} as Readonly<Record<string, string>>,
		ownHosts: {
			everCrashed: 'Your hosts crashed',
			crashed: 'Your hosts crashed',
			down: 'Your hosts down',
			everCompromised: 'Your compromised'
		} as Readonly<Record<string, string>>,
		ownLosses: 'Your losses',
		lossesAndSpending: 'Losses and spending',
		own: 'Your service',
		allServices: 'Services, all sectors',
		trust: { public: 'The public’s trust', customers: 'Customers’ trust', government: 'Government’s trust' },
		unchanged: 'no change',
		/** Whole points, and tenths of what is less than one. */
		points: (n: number) =>
			Math.abs(n) < 0.95
				? `${n < 0 ? '−' : '+'}${decimals(Math.max(0.1, Math.abs(n)), 1)} points`
				: `${signed(n)} ${form(Math.abs(n), POINTS)}`
	},

	seats: {
		label: 'Seats of the table',
		all: 'All seats',
		open: (n: number) => (n === 0 ? 'nothing open' : `${n} open`),
		/** Messages to the seat that can be answered. */
		asked: (n: number) => (n === 1 ? 'one asks' : `${n} ask`),
		left: (usd: number) => `${dollarsCompact(usd * 100)} left`,
		now: (title: string) => `Now: ${title}`,
		last: (title: string, when: string) => `${when}: ${title}`,
		prepared: 'Before'
	},

	feedback: {
		heading: (since: string) => `What you are judged by, since ${since}`,
		unchanged: 'no change',
		/** With its sign and unit; null: nothing that can be told from nothing. */
		change: (amount: number, unit: string): string | null => {
			// A line may break between a sign and a dollar sign: a word joiner holds them together.
			const sign = amount < 0 ? '−\u2060' : '+\u2060';
			if (unit === 'US$')
				return Math.abs(amount) < 1 ? null : `${sign}${dollarsCompact(Math.abs(amount) * 100)}`;
			if (unit === 'share') {
				const points = decimals(Math.abs(amount) * 100, 1);
				return points === decimals(0, 1) ? null : `${sign}${points} points`;
			}
			return Math.round(Math.abs(amount)) === 0 ? null : `${sign}${compact(Math.abs(amount))}`;
		},
		columns: ['Figure', 'Change', 'Your doing'],
		yours: (size: string) => `about ${size}`,
		none: 'none',
		unknown: 'not known'
	},

	feed: {
		heading: 'Situation',
		fresh: (n: number) => `${n} new`,
		readBy: (who: string) => `${who} reads this for the team`,
		none: 'Nothing has reached you yet.',
		isNew: 'New',
		toYou: 'To you alone',
		to: (role: string) => `To ${role} alone`,
		/** Every message says what it is. */
		exercise: 'Exercise',
		toAll: 'Public',
		channels: {
			news: 'News',
			vendorNotice: 'Vendor notice',
			statusPage: 'Status page',
			ticket: 'Ticket',
			phoneCall: 'Phone call',
			email: 'E-mail',
			microblog: 'Post',
			regulatorLetter: 'Letter'
		},
		from: 'From',
		subject: 'Subject',
		answer: {
			heading: 'Your answer',
			given: (time: string) => `Answered at ${time}`,
			leadAnswers: 'Your lead answers.',
			later: 'You can answer when the world halts next.',
			until: 'Open until this round closes.',
			otherwise: 'If nobody answers:',
			none: 'Nobody answered.',
			takeBack: 'Press it again to take it back.',
			costs: (usd: number) => dollarsCompact(usd * 100),
			takes: (points: number) => `attention ${points}`,
			lead: (minutes: number) => `takes ${brief(minutes)}`,
			overBudget: 'costs more than is left'
		}
	},

	decide: {
		label: 'Decisions',
		question: { incident: 'What do you do now?', recovery: 'What do you mend first?' },
		round: (round: number) => `Round ${round}`,
		balance: (left: number, all: number) =>
			`${dollarsCompact(left * 100)} of ${dollarsCompact(all * 100)} left`,
		attention: (left: number, all: number) => `attention ${left} of ${all} left`,
		commit: (round: number) => `Commit round ${round}`,
		commitNone: (round: number) => `Let round ${round} pass`,
		next: (until: string) => `The world then runs to ${until}.`,
		/** A stop that no one planned, and why. */
		unplanned: (why: string) => `The world stops here, unplanned: ${why}.`,
		stoppedByYou: 'You stopped the world here.',
		nextEnd: 'The world then runs to the end.',
		asked: (n: number) =>
			`${counted(n, { one: 'message asks', other: 'messages ask' })} for your answer, under Situation.`,
		none: 'Nothing can be decided in this round. Let the world run on.',
		onlyAnswers: 'No decision is open in this round beside your answers.',
		chosen: (n: number) => (n === 0 ? 'Nothing chosen' : `${n} chosen`),
		closed: (n: number) => `Not open now (${n})`,
		taken: (n: number) => `Taken before (${n})`,
		takenAt: (time: string) => `taken ${time}`,
		takenBefore: 'taken in preparation',
		undo: 'Take back',
		undoAll: 'Take all back'
	},

	card: {
		cost: 'Cost',
		free: 'none',
		lead: 'Lead time',
		leadShort: 'Lead',
		atOnce: 'at once',
		minutes: brief,
		attention: 'Attention',
		points: (n: number) => counted(n, POINTS),
		until: 'Open until',
		evidence: 'Evidence',
		sourced: 'Sourced',
		partlySourced: 'Partly sourced',
		assumed: 'Assumed',
		otherwise: 'If you do nothing:',
		basis: 'What it rests on',
		basisAssumed: 'Assumed:',
		source: (source: string) => `Source: ${source}`,
		unverified: 'not checked at its source',
		needs: (titles: string) => `Needs first: ${titles}.`,
		closes: (titles: string) => `Once chosen, closes: ${titles}.`,
		replaces: (title: string) => `Once chosen, takes the place of: ${title}.`,
		closedAt: (time: string) => `Closed at ${time}.`,
		asked: (role: string) => `${role} has been asked to agree. It is done once they do.`,
		declined: (role: string) => `${role} does not agree. You can ask again in the next round.`,
		needsAgreement: (role: string) => `Needs the agreement of ${role}.`,
		heldToRecord: (time: string) => `Until ${time} you do what was really done. It is yours to decide then.`,
		leftNothing: (title: string) => `Nothing left to do after “${title}”.`,
		overBudget: (left: number) => `Costs more than the ${dollarsCompact(left * 100)} that are left.`,
		noAttention: (left: number) =>
			left === 0 ? 'No attention is left.' : `Only ${counted(left, POINTS)} of attention left.`,
		required: (titles: string) => `${titles} rests on it: take that back first.`,
		reason: 'Why? (one line, for the hot wash)',
		confidence: 'How sure are you?',
		steps: ['Guessing', 'Doubtful', 'As likely as not', 'Fairly sure', 'Certain'],
		ends: '1 guessing, 5 certain',
		step: (n: number, name: string) => `${n} of 5: ${name}`
	},

	agreement: {
		heading: (role: string) => `${role} asks for your agreement`,
		agree: 'Agree',
		decline: 'Do not agree'
	},

	running: {
		heading: { incident: 'The world runs', recovery: 'The repair goes on' },
		until: (time: string) => `The next decision comes at ${time}.`,
		untilEnd: 'No further round is planned: the world runs to its end.',
		nothingYet: 'Nothing has reached you since the world runs.',
		inMotion: 'What you have set in motion',
		none: 'You have decided nothing so far.',
		holds: (time: string) => `takes hold at ${time}`,
		inForce: (time: string) => `in force since ${time}`,
		before: 'in force from the start'
	},

	limit: {
		label: 'Time to decide',
		off: 'No time limit',
		minutes: (n: number) => `${n} minutes a round`,
		left: (clock: string) => `${clock} to decide`,
		more: 'More time',
		soon: 'Twenty seconds are left. “More time” adds two minutes.',
		up: 'The time is up; the round was committed as it stood.'
	},

	preparation: {
		heading: 'What do you spend before anything happens?',
		months: (day: string) => `The months before ${day}`,
		lead: 'You know the day; the people you play do not. What is bought now is in place then; what is not, is not.',
		money: 'Money',
		attention: 'Attention',
		left: (said: string, all: string) => `${said} left of ${all}`,
		spent: (said: string) => `${said} spent`,
		balancesOfRoles: 'Each role has a budget of its own; what is left stands beside its name.',
		own: 'What you own',
		hosts: (n: number, places: number) =>
			`${whole(n)} hosts in ${counted(places, { one: 'place', other: 'places' })}`,
		judged: 'What you are judged by',
		weight: (share: number) => percent(share),
		decisions: 'What you could do',
		themes: {
			updates: 'How updates travel',
			fleet: 'What runs on the hosts',
			recovery: 'How hosts come back',
			service: 'How work goes on without them',
			attackers: 'Who makes use of it',
			words: 'What is said, and who answers'
		},
		start: 'Begin the day',
		startNone: 'Begin the day with nothing changed',
		next: (day: string) => `${day} begins.`
	},

	charts: {
		heading: 'Course so far',
		asTable: 'Charts as table',
		asCharts: 'Table as charts',
		label: 'Curves on one time axis',
		down: 'Hosts down',
		unprotected: 'Unprotected',
		losses: 'Losses',
		services: 'Services by sector',
		own: 'Your service',
		allServices: 'All services',
		backlog: 'Your backlog',
		crashed: 'Crashed so far',
		trust: 'Trust',
		/** Units come in the plural. */
		counted: (n: number, said: string, units: string) =>
			`${said} ${Math.round(n) === 1 ? units.replace(/s$/, '') : units}`,
		time: 'Time, UTC',
		axis: (from: string, until: string) => `${from} to ${until} UTC; diamonds are your decisions.`,
		stretched: 'The axis is stretched at its start.',
		lowest: 'Lowest service',
		sentence: (name: string, now: string, most: string) => `${name}: ${now} now, at most ${most} so far.`,
		sentenceLow: (name: string, now: string, least: string) =>
			`${name}: ${now} now, at least ${least} so far.`,
		sectors: (worst: string) => `Services by sector, lowest first: ${worst}.`
	},

	rounds: {
		heading: 'Rounds so far',
		preparation: 'Preparation',
		round: (n: number, time: string) => `Round ${n}, ${time}`,
		now: 'you are here',
		nothing: 'Nothing decided',
		down: (n: number) => (n === 0 ? 'no host down' : `${hosts(n)} down`),
		back: (n: number) => `Go back to round ${n}`,
		explain:
			'Going back starts a new run with the same past up to that round. This run stays in the list of runs.',
		close: 'Close'
	},

	tabs: {
		label: 'Parts of the screen',
		decide: 'Decide',
		situation: 'Situation',
		world: 'World',
		charts: 'Charts'
	},

	spoken: {
		stop: (round: string, time: string, down: number, change: number, fresh: number) =>
			`${round}, ${time} UTC. ${down === 0 ? 'No host is down' : `${hosts(down)} down`}${change === 0 ? '' : `, ${change > 0 ? '+' : '−'}${rounded(Math.abs(change))} since the last stop`}. ${counted(fresh, { one: 'new message', other: 'new messages' })}.`,
		service: (name: string, share: number) => `${name}: ${percent(share)}.`,
		paused: (time: string) => `Paused at ${time}.`,
		ran: 'The world runs.'
	},

	duration
};
