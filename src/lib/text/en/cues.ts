import type { Leading } from '../../summit/negotiation/next-steps.ts';

/** What the desk says of what a press of the clicker does next. */
export const cues = {
	main: (what: string) => `${what.charAt(0).toUpperCase()}${what.slice(1)}`,
	next: (what: string) => `Next: ${what}`,
	nothing: 'Time passes: it stops by itself',
	waits: (what: string) => `Clicker waits: ${what}`,
	hand: 'The clicker moves the exercise',
	resume: 'go on',
	briefing: 'start the briefing',
	preparation: 'open preparation',
	decide: 'open decisions',
	closeVote: 'close the vote',
	reveal: 'show the result',
	summit: {
		endOpening: 'go on to the measures',
		openBargaining: 'begin to bargain',
		endRound: 'end the round',
		closeCaucus: 'call all back to the table',
		askPoll: 'ask for a straw poll',
		reopen: 'back to bargaining',
		callBallot: 'call the ballot',
		closeBallot: 'count the votes'
	} satisfies Record<Leading, string>,
	ask: (question: string) => `ask “${question}”`,
	run: (stop: string | null) => `run to ${stop ?? 'the end'}`,
	show: (section: string) => `show “${section}”`
};
