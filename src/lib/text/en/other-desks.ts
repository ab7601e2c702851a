import type { Phase, RoundStep } from '../../exercise/phases/phases.ts';
import type { ToldAct } from '../../room/live/desk/desk-acts.ts';
import type { DeskAct } from '../../room/live/desk/staff-parts.ts';

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

/** What a desk says of what other desks did. */
export const otherDesks = {
	did: (name: string, what: string) => `${name === '' ? 'Another desk' : name} ${what} a moment ago.`,
	hostAway: 'The host of this room has been away for a while.',
	takeChair: 'Take the chair',
	acts: {
		goOn: ({ phase, step }: Pick<DeskAct, 'phase' | 'step'>) =>
			step === null ? PHASE_ACTS[phase] : STEP_ACTS[step],
		nextCue: () => 'went on to what comes next',
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
		openSummit: () => 'opened the summit',
		negotiate: () => 'led the summit on',
		watchShock: () => 'chose another of the next outages',
		askAudience: () => 'asked the audience',
		takeChair: () => 'took the host’s chair',
		giveChair: () => 'gave the host’s chair to somebody else',
		endRoom: () => 'ended the exercise',
		eraseNames: () => 'erased names and texts'
	} satisfies Record<ToldAct, (act: DeskAct) => string>
};
