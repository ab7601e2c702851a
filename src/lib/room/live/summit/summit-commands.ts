import type { Answer } from '../../../exercise/commands/decide.ts';
import type { Phase } from '../../../exercise/phases/phases.ts';
import type { Summit } from '../../../scenario/summit.ts';
import {
	decide,
	type SummitCommand,
	type SummitCommands,
	type SummitCommandType
} from '../../../summit/commands/decide.ts';
import { measuresOf, type SummitRefusal } from '../../../summit/commands/refusals.ts';
import type { Sender } from '../../../summit/commands/rule.ts';
import { summitStateOf } from '../../../summit/log/negotiated.ts';
import { isOpened, type SummitState } from '../../../summit/state.ts';
import type { Step } from '../../perform.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { answerOfStep, refused } from '../handlers.ts';
import type { Live } from '../live.ts';

/** What chairs say, and what whoever leads a summit does; the room itself opens it and hears the audience. */
export const SPOKEN = [
	'makeStatement',
	'amend',
	'answer',
	'disclose',
	'pledge',
	'takeStance',
	'lean',
	'castVote'
] as const satisfies readonly SummitCommandType[];
export const LED = [
	'giveChair',
	'weighAudience',
	'chooseMonths',
	'undoStep',
	'endOpening',
	'openBargaining',
	'endRound',
	'openCaucus',
	'closeCaucus',
	'askPoll',
	'reopen',
	'callBallot',
	'closeBallot'
] as const satisfies readonly SummitCommandType[];

const BEFORE_THE_INCIDENT: readonly Phase[] = ['lobby', 'briefing', 'preparation'];
const AFTER_THE_INCIDENT: readonly Phase[] = ['hotWash', 'summit', 'nextOutages', 'debrief'];

/** The summit of the room's scenario; undefined: it has none. */
export function summitIn({ pack }: Pick<Live, 'pack'>): Summit | undefined {
	return pack.scenario.summit;
}

export function summitState({ exercise }: Pick<Live, 'exercise'>): SummitState {
	return summitStateOf(exercise.room.state.negotiated);
}

/** Whether one can be opened where the exercise stands: it follows an incident, played or on record. */
export function canOpen(live: Pick<Live, 'pack' | 'exercise'>): boolean {
	const { phase } = live.exercise.room.state.position;
	const isBetween = [...BEFORE_THE_INCIDENT, ...AFTER_THE_INCIDENT].includes(phase);
	return summitIn(live) !== undefined && isBetween && !isOpened(summitState(live));
}

/** Whether the incident has been played: else the summit begins from how it was on record. */
export function isAfterPlay({ exercise }: Pick<Live, 'exercise'>): boolean {
	return AFTER_THE_INCIDENT.includes(exercise.room.state.position.phase);
}

interface Heard {
	refusal: SummitRefusal | null;
}

/** A command of the summit as a step of the room: decided on as the room stands when it is its turn. */
export function summitStep(
	summit: Summit,
	command: SummitCommand,
	by: Sender,
	heard: Heard = { refusal: null }
): Step {
	return ({ state }) => {
		const answer = decide(summit, summitStateOf(state.negotiated), command, by);
		heard.refusal = answer.kind === 'refused' ? answer.refusal : null;
		if (answer.kind === 'refused' || answer.events.length === 0) return [];
		const entries = answer.events.map(({ event }) => ({ ...event }));
		return [{ by: { kind: 'clock' }, body: { type: 'negotiate', payload: { entries } }, id: command.id }];
	};
}

/** The summit hears what won in a vote of the audience; where it cannot any more, the result is shown alone. */
export function hearingStep(
	live: Live,
	payload: SummitCommands['hearAudience'],
	id: string
): readonly Step[] {
	const summit = summitIn(live);
	if (summit === undefined) return [];
	return [summitStep(summit, { id, type: 'hearAudience', payload }, { kind: 'facilitator' })];
}

/** Sends a command to the summit. Whatever it leads to, and `more`, is one append to the room's log. */
export async function negotiate(
	live: Live,
	command: SummitCommand,
	by: Sender,
	more: readonly Step[] = []
): Promise<RequestAnswer> {
	const summit = summitIn(live);
	if (summit === undefined) return { kind: 'refused', refusal: { code: 'noSummit', params: {} } };
	const heard: Heard = { refusal: null };
	const first = summitStep(summit, command, by, heard);
	const answer: Answer | null = await live.exercise.room.perform(() => [first, ...more]);
	if (heard.refusal !== null) {
		const { code: because } = heard.refusal;
		const params = { type: command.type, because, measures: measuresOf(heard.refusal) };
		return { kind: 'refused', refusal: { code: 'notNegotiated', params } };
	}
	// Nothing was sent: it is a resend, and stands already.
	if (answer === null) return { kind: 'accepted', version: live.exercise.room.state.version };
	return answer.kind === 'behind' ? refused('notNow', {}) : answerOfStep(answer);
}
