import type { RefusalWords } from '../refusal-words.ts';
import { capacityText } from './capacity.ts';
import { fieldFaultText } from './field-faults.ts';
import { settingFaultText } from './setting-faults.ts';

/** What each refusal says: what is wrong, and what to do. */
export const refusals: RefusalWords = {
	malformed: ({ place, fault }) => {
		const what = place === null ? 'The command' : `'${place}' in the command`;
		return `${what} is not as it should be: ${fieldFaultText(fault)}.`;
	},
	unknownCommand: ({ id, known }) => `There is no command '${id}'. There are: ${known.join(', ')}.`,
	notAllowed: ({ command, senders, by }) =>
		`'${command}' is for ${senders.join(' or ')} to send, not for a ${by}.`,
	noExercise: () => 'This room has no exercise yet. Create one first.',
	alreadyCreated: () => 'This room already has its exercise. Open another room for another one.',
	unknownCut: ({ id, known }) => unknown(`cut '${id}' of this scenario`, known),
	noSignal: () => 'This scenario has no vendor whose sight or hands could be bound. Leave both settings out.',
	heldTooLong: ({ untilMin, mostMin }) =>
		`The record has the vendor decide at minute ${mostMin}: it cannot be held until minute ${untilMin}.`,
	wrongPhase: ({ command, phases, phase }) =>
		`'${command}' belongs to ${phases.join(', ')}; this is the phase '${phase}'.`,
	alreadyMoved: () => 'The exercise has moved on already. Look where it stands now, then go on from there.',
	cannotMove: ({ event, phase, step }) => {
		const where = step === null ? `in the phase '${phase}'` : `in the step '${step}' of the round`;
		return `${MOVES[event]} is not possible ${where}. ${MOVE_ADVICE[event]}`;
	},
	timeStands: ({ step }) => `Time stands still in the step '${step}'. Close decisions, then advance.`,
	paused: () => 'The exercise is paused. Wait until it is resumed.',
	notPaused: () => 'The exercise is not paused. There is nothing to resume.',
	unknownSeat: ({ seat }) => `Nobody has taken the seat '${seat}'. Take it first.`,
	botsSeat: ({ seat }) => `A bot plays '${seat}' from the beginning. Only people’s seats can be handed over.`,
	seatTaken: ({ seat }) => `The seat '${seat}' is taken. Choose another one.`,
	roomFull: capacityText,
	unknownRole: ({ id, known }) => unknown(`role '${id}' in this scenario`, known),
	unknownWorld: ({ id, known }) => unknown(`world '${id}'`, known),
	worldExists: ({ world }) => `There is a world '${world}' already. Choose another id.`,
	notYourWorld: ({ world }) => `The world '${world}' is another team's. Act in your own team's world.`,
	unknownDecision: ({ id, known }) => unknown(`decision '${id}'`, known),
	notYourDecision: ({ decision, role, ownRole }) =>
		`'${decision}' is for ${role} to decide, not for ${ownRole}.`,
	otherSeats: ({ decision, seat }) =>
		`Seat '${seat}' committed '${decision}' and alone can withdraw or amend it.`,
	alreadyTaken: ({ decision }) =>
		`'${decision}' has been taken. Withdraw it in the same round to take it anew.`,
	alreadyAsked: ({ decision, of }) =>
		`'${decision}' waits for the agreement of ${of}. Wait for the answer, or withdraw it in the same round.`,
	notAgreed: ({ decision, of }) =>
		`${of} has not agreed to '${decision}'. Decide something else now; in the next round it can be asked again.`,
	nothingAsked: ({ decision }) =>
		`Nobody asks for agreement to '${decision}'. Look at what waits for an answer.`,
	notTaken: ({ decision }) => `'${decision}' has not been taken here. There is nothing to change.`,
	decisionsClosed: ({ step }) =>
		step === null
			? 'Decisions are closed. Wait until they are opened.'
			: `Decisions are closed in the step '${step}'. Wait until they are opened.`,
	otherPhase: ({ decision, phases, phase }) =>
		`'${decision}' belongs to ${phases.join(' or ')}, not to the phase '${phase}'.`,
	tooEarly: ({ decision, fromMin, atMin }) =>
		`'${decision}' can be taken from minute ${fromMin} on; it is minute ${atMin}.`,
	tooLate: ({ decision, untilMin, atMin }) =>
		`'${decision}' had to be taken before minute ${untilMin}; it is minute ${atMin}.`,
	heldToRecord: ({ untilMin, atMin }) =>
		`Until minute ${untilMin} the vendor does what was really done; it is minute ${atMin}. Wait, and decide then.`,
	missingRequirement: ({ decision, requires }) =>
		requires.length === 1
			? `'${decision}' builds on '${requires[0]}', which has not been taken. Take that first.`
			: `'${decision}' builds on ${list(requires)}, which have not been taken. Take those first.`,
	notAsked: ({ decision }) => `'${decision}' answers a message that has not come. Wait until somebody asks.`,
	leftNothing: ({ decision, because }) =>
		`'${because}' has been taken and leaves nothing for '${decision}' to do.`,
	overBudget: ({ decision, role, costUsd, leftUsd }) =>
		`'${decision}' costs ${usd(costUsd)} US$ and ${role} has ${usd(leftUsd)} left. Take something else back, or do without it.`,
	noAttention: ({ decision, role, attention, attentionLeft, isPreparation }) => {
		const needs = `'${decision}' takes ${attention} ${attention === 1 ? 'point' : 'points'} of attention`;
		const later = isPreparation ? 'do without it' : 'wait for the next round';
		return `${needs} and ${role} has ${attentionLeft} left. Take something else back, or ${later}.`;
	},
	hasBegun: ({ decision, takenMin, atMin }) =>
		`'${decision}' was taken at minute ${takenMin}; it is minute ${atMin} and it has begun to work. Decide what to do from here.`,
	stillNeeded: ({ decision, by }) => `'${by}' builds on '${decision}'. Withdraw that first.`,
	forkAhead: ({ of, reachedMin, atMin }) =>
		`The world '${of}' has only reached minute ${reachedMin} and cannot be forked at ${atMin}. Fork it at ${reachedMin} or before.`,
	unknownInject: ({ id, known }) => unknown(`inject '${id}'`, known),
	alreadyReleased: ({ inject, world }) => `'${inject}' has been released in the world '${world}' already.`,
	injectIdTaken: ({ inject }) => `There is an inject '${inject}' already. Choose another id.`,
	injectChanged: () =>
		'Somebody else has changed this message meanwhile. Compare both texts, then save yours or keep theirs.',
	inThePast: () => 'That time has passed already. Choose a later one, or release the message now.',
	trayFull: ({ most }) => `The tray is full: it holds ${most} messages. Release one or throw one away first.`,
	notWrittenHere: () => 'This message belongs to the scenario. Park it instead.',
	unknownRevision: () => 'That earlier text is not kept any more.',
	nothingToUndo: () => 'There is no step to take back.',
	cannotUndo: ({ because, who }) => CANNOT_UNDO[because](who),
	clockCannotWrite: () => "The clock releases the scenario's own injects. Writing one is for people.",
	unsoundSetting: ({ fault }) => {
		const { what, remedy } = settingFaultText(fault);
		return `This lever cannot be set so: ${what}. ${remedy}`;
	},
	timeRunsForward: ({ world, minute, toMin }) =>
		`The world '${world}' is already at minute ${minute}; time runs forward only. To go back, fork the world at ${toMin}.`,
	pastHorizon: ({ horizonMin }) => `The scenario ends at minute ${horizonMin}. Advance to it or less.`,
	ballotClosed: ({ ballot }) => `The vote '${ballot}' has been counted. Open another one.`,
	ballotNotClosed: ({ ballot }) => `The vote '${ballot}' has not been counted. Close it first.`,
	noSummit: () => 'The scenario has no summit.',
	notNegotiated: ({ type, because }) => `By the rules of the summit '${type}' cannot come here (${because}).`,
	ballotRevealed: ({ ballot }) => `The result of the vote '${ballot}' has been shown already.`,
	notYourTeam: () => 'Players rate their own team. Evaluators rate the others.',
	alreadyRevealed: ({ part }) => `The ${part} has been revealed. Everybody sees it.`,
	notPlayedYet: ({ part }) => `The ${part} is still being played. Reveal it once it is over.`
};

const CANNOT_UNDO: Readonly<Record<string, (who: string | null) => string>> = {
	committed: (who) => `${who ?? 'A team'} has decided since. The step stands.`,
	advised: (who) => `${who ?? 'Somebody'} has advised since. The step stands.`,
	ready: (who) => `${who ?? 'A team'} has said it is ready. The step stands.`,
	voted: () => 'Somebody has voted since. The step stands.',
	timeMoved: () => 'Time has passed since. Pause, and open a round here instead.'
};

const MOVES = {
	NEXT_PHASE: 'Going to the next phase',
	OPEN_DECISIONS: 'Opening decisions',
	CLOSE_DECISIONS: 'Closing decisions',
	SKIP_DECISIONS: 'Letting time advance without a round',
	NEXT_ROUND: 'Starting the next round',
	PAUSE: 'Pausing',
	RESUME: 'Resuming'
};

const MOVE_ADVICE = {
	NEXT_PHASE: 'Close decisions first.',
	OPEN_DECISIONS: 'Decisions are opened after the situation has been shown.',
	CLOSE_DECISIONS: 'Only open decisions can be closed.',
	SKIP_DECISIONS: 'That is for the step before decisions are opened.',
	NEXT_ROUND: 'A round starts after time has advanced.',
	PAUSE: 'It is paused already.',
	RESUME: 'It is not paused.'
};

const SHOWN = 12;

function unknown(what: string, known: readonly string[]): string {
	const some = known.slice(0, SHOWN).join(', ') + (known.length > SHOWN ? ' …' : '');
	return `There is no ${what}. ${known.length === 0 ? 'There is none yet.' : `Choose from: ${some}.`}`;
}

function list(ids: readonly string[]): string {
	return ids.map((id) => `'${id}'`).join(' and ');
}

const whole = new Intl.NumberFormat('en');

function usd(value: number): string {
	return whole.format(value);
}
