import { counted, percent } from '../figures.ts';

const votes = (n: number) => counted(n, { one: 'vote', other: 'votes' });

/** What the desk, the stage and the observers read of votes. */
export const ballots = {
	desk: {
		heading: 'Vote',
		write: 'Ask a question',
		question: 'Question',
		option: (letter: string) => `Option ${letter}`,
		add: 'Add an option',
		remove: (letter: string) => `Remove option ${letter}`,
		prepared: 'Take one that comes with the scenario',
		preparedNone: 'write one',
		preparedOf: (question: string, isAsked: boolean) => (isAsked ? `${question} (asked)` : question),
		fill: 'Take the open decisions of',
		fillNone: 'write the options',
		bound: (role: string) =>
			`What wins is decided for ${role} when you show the result. All who look on read these options.`,
		unbind: 'Decide nothing',
		to: 'Who votes',
		audience: 'The audience',
		all: 'Everybody: audience and players',
		team: (name: string) => `${name} alone`,
		time: 'Time shown',
		noTime: 'none',
		seconds: (n: number) => `${n} s`,
		timeHelp: 'The time closes nothing: votes count until you close the vote.',
		open: 'Open the vote',

		states: { open: 'The vote is open.', revealed: 'The result is shown.' },
		closed: (n: number) => `Closed. ${votes(n)} counted.`,
		onlyTeam: (name: string) => `Only ${name} sees it: it is not on the stage.`,
		left: (clock: string) => `${clock} left`,
		up: 'The time shown is up. Votes still count.',
		hidden: 'Nobody sees how it goes, this screen neither.',
		turnout: 'Show all how many have voted',
		voted: (voted: number, of: number) => `${voted} of ${of} have voted`,
		close: 'Close the vote',
		hands: {
			quiet: 'No votes yet. Are phones on this network?',
			open: 'By show of hands',
			help: 'Hands for each option. Where only the winner is clear, a 1 for it is enough. The log says that hands were counted.',
			count: 'Close with these hands'
		},
		takeBack: 'Take it back',
		look: 'Look at the tally for 5 s',
		lookHelp: 'On this screen alone.',
		reveal: 'Show the result',
		revealWith: (letter: string) => `Show the result with ${letter}`,
		revealFree: 'Show the result, decide nothing',
		tie: 'Votes are equal. Which option is taken?',
		again: 'Ask again',
		away: 'Put it away',
		tally: 'Tally',
		row: (n: number, share: number) => `${votes(n)}, ${percent(share)}`
	},

	stage: {
		coming: 'Votes are coming in',
		up: 'Last votes, please',
		counted: 'Counted.',
		soon: 'The result comes next.',
		turnout: (voted: number, of: number) => `${voted} of ${of} have voted`,
		scan: 'Vote on your phone',
		qr: 'Code to scan to vote',
		teams: 'Players vote on the page of their team.',
		won: 'most votes',
		votes: (n: number) => votes(n),
		share: percent,
		few: 'Fewer than five people voted: no counts.',
		none: 'Nobody voted.',
		done: 'Done in the exercise.'
	},

	team: {
		close: 'Close',
		show: 'A vote is open',
		showClosed: 'The vote is counted',
		showResult: 'The result of the vote',
		/** Said to who does not look. */
		opened: (question: string) => `A vote is open: ${question}`,
		result: (what: string) => `The result of the vote: ${what}`
	},

	watch: {
		open: 'The vote is open. You watch; others vote.',
		closed: 'Counted. The result comes on the big screen.',
		row: (letter: string, text: string) => `${letter}: ${text}`
	}
};
