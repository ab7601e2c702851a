import { moveFrom } from '../../../exercise/state.ts';
import type { SummitCommand } from '../../../summit/commands/decide.ts';
import { payloadOf, type Leading } from '../../../summit/negotiation/next-steps.ts';
import type { Person } from '../../people/person.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { ballotRequests } from '../ballots/ballot-requests.ts';
import { clickerMoves } from './cue-parts.ts';
import { cueFacts, cueKey, nextCue, type Cue } from './cues.ts';
import { isTeamReady } from '../people/bot-seats.ts';
import { facilitatorRequests } from '../desk/facilitator-requests.ts';
import { accepted, refused, type Handlers } from '../handlers.ts';
import type { Live } from '../live.ts';
import { isPresented } from '../stage/presented.ts';
import { negotiate, summitState } from '../summit/summit-commands.ts';

/** What is said in English where nobody's language is known: the log of a vote, and what all screens show of it. */
const inEnglish = ({ en }: { readonly en: string }) => en;

/** One press after the other, from the welcome to the thanks. */
export const cueRequests: Handlers<'nextCue' | 'handClicker'> = {
	async nextCue(live, by, { from, id }) {
		const key = cueKey(live);
		if (from !== key) return refused('alreadyMovedBy', { by: live.lastStepBy });
		const cue = nextCue(cueFacts(live));
		if (cue === null) return refused('notNow', {});
		if (by.kind === 'stage' && cue.kind !== 'show' && !mayClick(live, cue)) {
			live.clickerWaitsAt = key;
			return refused('clickerWaits', {});
		}
		live.clickerWaitsAt = null;
		return perform(live, by, cue, id);
	},

	async handClicker(live, _by, { moves }) {
		await live.stage.handClicker(moves);
		live.clickerWaitsAt = null;
		return accepted(live);
	}
};

/** A clicker closes nothing over people's heads: a desk sees who has not decided. */
function mayClick(live: Live, cue: Cue): boolean {
	if (!clickerMoves(live)) return false;
	if (cue.kind === 'summit') return haveAllSpoken(live, cue.next);
	if (cue.kind !== 'run' || isPresented(live)) return true;
	return live.people.teams.every((team) => isTeamReady(live, team.id));
}

/** Whether no chair would be cut short: of statements and of votes each gives one. */
function haveAllSpoken(live: Live, next: Leading): boolean {
	const { chairs, statements, votes } = summitState(live);
	const given = next === 'endOpening' ? statements : next === 'closeBallot' ? votes : null;
	return given === null || Object.keys(chairs).every((party) => given[party] !== undefined);
}

async function perform(live: Live, by: Person, cue: Cue, id: string): Promise<RequestAnswer> {
	const { shown } = live.ballots;
	const { show, resume } = facilitatorRequests;
	switch (cue.kind) {
		case 'resume':
			return resume(live, by, { type: 'resume', id });
		case 'briefing':
		case 'preparation':
		case 'decide':
			return goOn(live, by, id);
		case 'run':
			return run(live, by, id);
		case 'ask':
			return ask(live, by, cue.question, id);
		case 'summit':
			return leadSummit(live, by, cue.next, id);
		case 'closeVote':
			return ballotRequests.closeBallot(live, by, { type: 'closeBallot', ballot: shown!.id, id });
		case 'reveal':
			return reveal(live, by, shown!.id, id);
		case 'show':
			return show(live, by, { type: 'show', section: cue.section, id });
	}
}

async function leadSummit(live: Live, by: Person, next: Leading, id: string): Promise<RequestAnswer> {
	const command = { id: `${by.id}.${id}`, type: next, payload: payloadOf(next) } as SummitCommand;
	const answer = await negotiate(live, command, { kind: 'facilitator' });
	if (answer.kind === 'accepted') live.lastStepBy = by.name;
	return answer;
}

function goOn(live: Live, by: Person, id: string): Promise<RequestAnswer> {
	const from = moveFrom(live.exercise.room.state);
	return facilitatorRequests.goOn(live, by, { type: 'goOn', from, id });
}

/** Until time runs: the preparation, and decisions that nobody is asked for, are passed over. */
async function run(live: Live, by: Person, id: string): Promise<RequestAnswer> {
	const { phase, step } = live.exercise.room.state.position;
	const first = await goOn(live, by, id);
	const isThere = phase !== 'briefing' && step !== 'situation';
	return isThere || first.kind !== 'accepted' ? first : goOn(live, by, id);
}

async function ask(live: Live, by: Person, question: string, id: string): Promise<RequestAnswer> {
	const found = live.pack.scenario.questions?.find((one) => one.id === question);
	if (found === undefined) return refused('unknownOption', {});
	const { step } = live.exercise.room.state.position;
	// What wins is decided while decisions are open.
	const opened = step === 'situation' ? await goOn(live, by, id) : accepted(live);
	if (opened.kind !== 'accepted') return opened;
	const options = found.options.map(({ text, decision }) => ({ text: inEnglish(text), decision }));
	const { seconds } = found;
	const text = inEnglish(found.text);
	const ballot = { question: text, options, to: 'audience', seconds, prepared: question };
	return ballotRequests.openBallot(live, by, { type: 'openBallot', ...ballot, id });
}

/** Where votes are equal, or what won cannot be decided any more, the result is shown and nothing is decided by it. */
async function reveal(live: Live, by: Person, ballot: string, id: string): Promise<RequestAnswer> {
	const request = { type: 'revealBallot', ballot, winner: null, id } as const;
	const answer = await ballotRequests.revealBallot(live, by, { ...request, binds: true });
	const isStuck =
		answer.kind === 'refused' && (answer.refusal.code === 'tie' || answer.refusal.code === 'cannotBind');
	return isStuck
		? ballotRequests.revealBallot(live, by, { ...request, id: `${id}.f`, binds: false })
		: answer;
}
