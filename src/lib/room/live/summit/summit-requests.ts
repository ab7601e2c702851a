import type { SummitCommand } from '../../../summit/commands/decide.ts';
import type { Sender } from '../../../summit/commands/rule.ts';
import { firstWorldOf, type RoomState } from '../../../exercise/state.ts';
import { minutesInAll } from '../../../summit/negotiation/next-steps.ts';
import { isChoice } from '../../../summit/commands/audience.ts';
import { isOpened } from '../../../summit/state.ts';
import type { DoneAct } from '../../../summit/value/trust.ts';
import type { Person } from '../../people/person.ts';
import type { RequestBody } from '../../protocol/requests.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { openVote } from '../ballots/ballot-requests.ts';
import { refused, type Handlers } from '../handlers.ts';
import type { Live } from '../live.ts';
import { canOpen, isAfterPlay, LED, negotiate, SPOKEN, summitIn, summitState } from './summit-commands.ts';
import { clockWorld } from '../worlds/worlds.ts';

type Asked = Extract<RequestBody, { type: 'negotiate' }>;

/** The summit of a room: opened by a facilitator, who leads it; the leads of teams speak for their chairs. */
export const summitRequests: Handlers<'openSummit' | 'negotiate' | 'askAudience'> = {
	async openSummit(live, by, { teams, rounds, id }) {
		const summit = summitIn(live);
		if (summit === undefined || !canOpen(live)) return refused('notNow', {});
		const unknown = Object.values(teams).find((team) => live.people.team(team) === undefined);
		if (unknown !== undefined)
			return refused('unknownTeam', { team: unknown, known: live.people.teams.map((one) => one.id) });
		const incident = isAfterPlay(live) ? playedActs(live) : recordedActs(live);
		const payload = {
			...{ chairs: {}, teams, rounds, acts: incident },
			releaseMin: releaseMinOf(live)
		};
		const command: SummitCommand = { id: `${by.id}.${id}`, type: 'openSummit', payload };
		const answer = await negotiate(live, command, { kind: 'facilitator' });
		if (answer.kind !== 'accepted') return answer;
		live.lastStepBy = by.name;
		if (isAfterPlay(live)) await live.agenda.insert('summit', minutesInAll(rounds));
		await live.stage.show('summit');
		return answer;
	},

	async negotiate(live, by, { party, body, from, id }) {
		const state = summitState(live);
		if (from !== undefined && (from.step !== state.position.step || from.round !== state.round))
			return refused('alreadyMovedBy', { by: live.lastStepBy });
		const sender = party === null ? leader(by, body) : speaker(live, by, party, body);
		if ('refusal' in sender) return { kind: 'refused', refusal: sender.refusal };
		const command = { id: `${by.id}.${id}`, ...body } as SummitCommand;
		const answer = await negotiate(live, command, sender);
		if (answer.kind === 'accepted' && party === null) live.lastStepBy = by.name;
		return answer;
	},

	/** An ordinary vote of the audience, whose result the summit hears when it is shown. */
	async askAudience(live, _by, { asked, question, options, seconds }) {
		const summit = summitIn(live);
		const state = summitState(live);
		if (summit === undefined || !isOpened(state) || state.result !== null) return refused('notNow', {});
		const choices = options.map(({ choice }) => choice);
		if (!choices.every((choice) => isChoice(summit, asked, choice))) return refused('unknownOption', {});
		const shown = options.map(({ text }) => ({ text, decision: null }));
		const ballot = { question, options: shown, to: 'audience', prepared: null, asks: { asked, choices } };
		return openVote(live, ballot, seconds);
	}
};

type Refused = { readonly refusal: Extract<RequestAnswer, { kind: 'refused' }>['refusal'] };

function leader({ kind }: Person, { type }: Asked['body']): Sender | Refused {
	const mayLead = kind === 'facilitator' && LED.some((one) => one === type);
	// Whoever closes the ballot at the desk has seen who has not voted.
	if (mayLead) return { kind: 'facilitator' };
	return { refusal: { code: 'notForYou', params: { request: type, kind } } };
}

/** Who leads a team speaks for its chairs; a facilitator does for a team that has no device. */
function speaker(live: Live, by: Person, party: string, { type }: Asked['body']): Sender | Refused {
	const notForYou: Refused = { refusal: { code: 'notForYou', params: { request: type, kind: by.kind } } };
	const team = summitState(live).teams[party];
	if (team === undefined || !SPOKEN.some((one) => one === type)) return notForYou;
	if (by.kind === 'facilitator') return { kind: 'chair', party };
	if (by.team !== team) return notForYou;
	if (!live.people.isLead(by)) {
		return { refusal: { code: 'notLead', params: { lead: live.people.leadOf(team) } } };
	}
	return { kind: 'chair', party };
}

/** What was done in the incident that was played: of teams in worlds of their own, in the one of bots. */
function playedActs(live: Live): DoneAct[] {
	const { state } = live.exercise.room;
	const { acts } = worldWith(state, clockWorld(live));
	return acts.flatMap((act) =>
		act.kind === 'decision' ? [{ decision: act.decision, atMin: act.atMin }] : []
	);
}

function worldWith(state: RoomState, id: string) {
	return state.worlds[id] ?? firstWorldOf(state);
}

function recordedActs({ pack }: Live): DoneAct[] {
	return pack.scenario.record.acts.flatMap(({ decision, atMin }) =>
		decision === null ? [] : [{ decision, atMin }]
	);
}

/** When the first release of the incident went out; without one, its beginning. */
function releaseMinOf({ pack }: Live): number {
	const minutes = pack.scenario.releases.map(({ atMin }) => atMin);
	return minutes.length === 0 ? 0 : Math.min(...minutes);
}
