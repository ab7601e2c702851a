import { isSamePlace, moveFrom } from '../../../exercise/state.ts';
import type { Sender } from '../../../exercise/commands/rule.ts';
import { ballotPart } from '../ballots/ballot-parts.ts';
import { move, resumeStep } from '../../conductor/conductor.ts';
import type { Step } from '../../perform.ts';
import { seatFor } from '../../own-seat.ts';
import type { Person } from '../../people/person.ts';
import { type RequestType } from '../../protocol/requests.ts';
import { isAfterSummit } from '../stage/sections.ts';
import { accepted, answerOf, answerOfStep, following, refused, type Handlers } from '../handlers.ts';
import type { Live } from '../live.ts';
import { waitingAreOut, waitingSteps, type planRequests } from '../plan/plan-requests.ts';
import type { agendaRequests } from '../time/agenda-requests.ts';
import type { readingRequests } from '../rounds/reading-requests.ts';
import type { preflightRequests } from './preflight-requests.ts';
import type { ballotRequests } from '../ballots/ballot-requests.ts';
import type { chairRequests } from '../people/chair-requests.ts';
import type { closingRequests } from '../time/closing-requests.ts';
import type { botRequests } from '../people/bot-requests.ts';
import type { hotWashRequests } from '../hot-wash/hot-wash-requests.ts';
import type { cueRequests } from '../plan/cue-requests.ts';
import type { outagesRequests } from '../summit/outages-requests.ts';
import type { summitRequests } from '../summit/summit-requests.ts';
import type { wifiRequests } from './wifi-requests.ts';
import type { parallelRequests } from '../worlds/parallel-requests.ts';
import { isDeciding, send, type playerRequests } from '../rounds/player-requests.ts';
import { areFiguresOpen, comparisonPart } from '../worlds/comparison.ts';
import { isOpened } from '../../../summit/state.ts';
import { isAfterPlay, summitState } from '../summit/summit-commands.ts';
import { isParallel, seatIdOf, worldOf } from '../worlds/worlds.ts';

/** For the pictures of what came of a summit, and the talk about them. */
const NEXT_OUTAGES_MIN = 10;
const FACILITATOR: Sender = { kind: 'facilitator' };

/** What facilitators ask for: steps, time, people, the stage. */
export const facilitatorRequests: Handlers<
	Exclude<
		RequestType,
		| keyof typeof playerRequests
		| keyof typeof ballotRequests
		| keyof typeof parallelRequests
		| keyof typeof agendaRequests
		| keyof typeof preflightRequests
		| keyof typeof readingRequests
		| keyof typeof chairRequests
		| keyof typeof closingRequests
		| keyof typeof botRequests
		| keyof typeof hotWashRequests
		| keyof typeof planRequests
		| keyof typeof wifiRequests
		| keyof typeof cueRequests
		| keyof typeof summitRequests
		| keyof typeof outagesRequests
	>
> = {
	async goOn(live, by, { from }) {
		if (!isSamePlace(from, moveFrom(live.exercise.room.state)))
			return refused('alreadyMovedBy', { by: live.lastStepBy });
		const answer = answerOfStep(await live.exercise.goOn());
		if (answer.kind === 'accepted') await stepTaken(live, by);
		return answer;
	},

	async pause(live, by) {
		const { position } = live.exercise.room.state;
		if (position.clock === 'paused') return accepted(live);
		const answer = answerOfStep(await live.exercise.pause());
		if (answer.kind !== 'accepted') return answer;
		live.pausedBecause = 'facilitator';
		live.lastStepBy = by.name;
		await following(live, () => live.timer.pause());
		return answer;
	},

	async resume(live, by) {
		const { position } = live.exercise.room.state;
		if (position.clock === 'running') return accepted(live);
		await live.exercise.resume(waitingSteps(live));
		if (live.exercise.room.state.position.clock === 'paused') return refused('notNow', {});
		await waitingAreOut(live);
		live.pausedBecause = null;
		live.lastStepBy = by.name;
		await following(live, () => live.timer.resume());
		return accepted(live);
	},

	async stopHere(live, by) {
		if (live.exercise.room.state.position.step !== 'advance') return refused('notNow', {});
		const answer = answerOfStep(await live.exercise.stopHere());
		if (answer.kind === 'accepted') await stepTaken(live, by);
		if (live.injects.waiting.length > 0 && answer.kind === 'accepted') {
			await following(live, async () => void (await live.exercise.perform(waitingSteps(live))));
			await waitingAreOut(live);
		}
		return answer;
	},

	async setPace(live, _by, { stepsPerSecond }) {
		live.pace = stepsPerSecond;
		live.exercise.setPace({ unit: 'steps', perSecond: stepsPerSecond });
		return accepted(live);
	},

	async setTimer(live, _by, { seconds }) {
		const { position } = live.exercise.room.state;
		await live.timer.set(seconds, position.clock === 'running');
		return accepted(live);
	},

	async grantMoreTime(live, _by, { seconds, team }) {
		if (team !== null && live.people.team(team) === undefined) return unknownTeam(live, team);
		if (!(await live.timer.grant(seconds, team))) return refused('noTimer', {});
		const granted = live.people.teams.filter(({ id }) => team === null || id === team);
		for (const { id } of granted)
			if (live.rounds.of(id).hasAskedForTime) await live.rounds.change(id, { hasAskedForTime: false });
		return accepted(live);
	},

	async place(live, _by, { person, team, lead }) {
		if (live.people.find(person)?.team === team) return accepted(live);
		const asks = await live.people.handLeadOver(person, lead);
		if (asks !== null) return answerOf(live, asks);
		await live.rounds.dropAdvice(person);
		return answerOf(live, await live.people.place(person, team));
	},

	async renamePerson(live, _by, { person, name }) {
		return answerOf(live, await live.people.rename(person, name));
	},

	async removePerson(live, _by, { person, lead }) {
		if (live.chair.isHost(person)) return refused('hostOnly', {});
		const asks = await live.people.handLeadOver(person, lead);
		if (asks !== null) return answerOf(live, asks);
		await live.rounds.dropAdvice(person);
		return answerOf(live, await live.people.remove(person));
	},

	async nameLead(live, _by, { team, person }) {
		return answerOf(live, await live.people.nameLead(team, person));
	},

	async lockRoom(live, _by, { players, audience }) {
		const { locked } = live.people;
		await live.people.lock({
			players: players ?? locked.players,
			audience: audience ?? locked.audience
		});
		return accepted(live);
	},

	async commitFor(live, by, { team: id, decision, rationale, id: request }) {
		const team = live.people.team(id);
		if (team === undefined) return unknownTeam(live, id);
		const seat = seatIdOf(live, team.id, seatFor(live.pack.exercise, team.roles, decision));
		const by_: Sender = { kind: 'seat', seat };
		const payload = { world: worldOf(live, id), decision, rationale, confidencePct: null };
		const answer = await send(live, by_, { type: 'commitDecision', payload }, `${by.id}.${request}`);
		// The log says who entered it: the team had no device.
		const text = `Entered by the facilitator for ${team.name}: ${decision}`;
		if (answer.kind === 'accepted')
			await following(live, async () => {
				await send(live, FACILITATOR, { type: 'note', payload: { text } }, `${by.id}.${request}.n`);
			});
		return answer;
	},

	async setReadyFor(live, _by, { team, ready }) {
		if (live.people.team(team) === undefined) return unknownTeam(live, team);
		if (!isDeciding(live)) return refused('notNow', {});
		await live.rounds.change(team, { isReady: ready });
		return accepted(live);
	},

	async show(live, _by, { section }) {
		if (section === 'comparison' && comparisonPart(live) === undefined) return notYet(live);
		if (section === 'findings' && isParallel(live) && !areFiguresOpen(live)) return notYet(live);
		if (section === 'findings' && live.debriefings.findings(live).length === 0) return refused('notNow', {});
		if (section === 'summit' && !isOpened(summitState(live))) return refused('notNow', {});
		if (isAfterSummit(section) && live.outages.part === undefined) return refused('notNow', {});
		if (section === 'ballot' && ballotPart(live, 'stage') === undefined) return refused('notNow', {});
		await live.stage.show(section);
		if (section === 'twoMaps') live.outages.watched.play(0, true);
		if (isAfterSummit(section) && isAfterPlay(live))
			await following(live, () => live.agenda.insertAhead('nextOutages', NEXT_OUTAGES_MIN));
		return accepted(live);
	},

	async blankStage(live, _by, { blank }) {
		await live.stage.blank(blank);
		return accepted(live);
	},

	async showCode(live, _by, { shown }) {
		await live.stage.showCode(shown);
		return accepted(live);
	},

	async endRoom(live, by) {
		if (live.exercise.room.state.position.phase === 'closed') return accepted(live);
		const answer = answerOfStep(await live.exercise.perform(endSteps));
		if (answer.kind === 'accepted') await stepTaken(live, by);
		return answer;
	}
};

/** A step of the exercise has been taken by hand: what belonged to the one before is over. */
async function stepTaken(live: Live, by: Person): Promise<void> {
	live.lastStepBy = by.name;
	live.lastStepAtMs = live.dateMs();
	await following(live, () => live.timer.set(null, false));
}

/** Others' findings are not to be shown yet. */
function notYet({ debriefings }: Live) {
	const leftMs = debriefings.othersInMs();
	if (leftMs === null) return refused('notAllowedYet', {});
	return refused('ownFindingFirst', { leftS: Math.ceil(leftMs / 1000) });
}

function unknownTeam({ people }: Live, team: string) {
	return refused('unknownTeam', { team, known: people.teams.map(({ id }) => id) });
}

/** From wherever it stands through every phase to the last one. */
const endSteps: readonly Step[] = [
	resumeStep,
	where((step) => step === 'decide', move('CLOSE_DECISIONS')),
	...Array.from({ length: 10 }, () => whereOpen(move('NEXT_PHASE')))
];

function where(holds: (step: string | null) => boolean, step: Step): Step {
	return (room) => (holds(room.state.position.step) ? step(room) : []);
}

function whereOpen(step: Step): Step {
	return (room) => (room.state.position.phase === 'closed' ? [] : step(room));
}
