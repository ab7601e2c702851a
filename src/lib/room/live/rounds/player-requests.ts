import type { CommandBody } from '../../../exercise/commands/commands.ts';
import type { Sender } from '../../../exercise/commands/rule.ts';
import { inWorld, seatFor, type AskedCommand } from '../../own-seat.ts';
import type { Person } from '../../people/person.ts';
import type { RequestBody } from '../../protocol/requests.ts';
import type { RequestAnswer } from '../../protocol/refusals.ts';
import { accepted, answerOf, answerOfStep, refused, type Handlers } from '../handlers.ts';
import { standInAt } from '../people/bot-seats.ts';
import type { Live } from '../live.ts';
import { changePlan, PLAN_COMMANDS } from '../plan/plan-requests.ts';
import { clockWorld, isParallel, seatIdOf, worldOf, worldsOf } from '../worlds/worlds.ts';

/** Commands of the exercise that each kind of person may send. Where only leads may, see below. */
const COMMANDS_OF: Readonly<Partial<Record<Person['kind'], readonly string[]>>> = {
	facilitator: [...PLAN_COMMANDS, 'note', 'rate', 'makeSetting', 'allowStanding'],
	evaluator: ['note', 'rate'],
	player: ['commitDecision', 'confirmDecision', 'withdrawDecision', 'amendDecision', 'rate']
};

/** What anybody may ask for, and what players ask for in their team. */
export const playerRequests: Handlers<
	'command' | 'rename' | 'sit' | 'lead' | 'advise' | 'readAdvice' | 'setReady' | 'askMoreTime' | 'writePad'
> = {
	async command(live, by, { body, id }) {
		if (!(COMMANDS_OF[by.kind] ?? []).includes(body.type))
			return refused('notForYou', { request: body.type, kind: by.kind });
		const sender = senderOf(live, by, body.payload);
		if ('refusal' in sender) return { kind: 'refused', refusal: sender.refusal };
		if (isPlanCommand(body.type)) return changePlan(live, by, body, id);
		// A team acts in one world: pages need not name it, and cannot name another.
		const world = by.team === null ? clockWorld(live) : worldOf(live, by.team);
		if (by.kind === 'facilitator' && isParallel(live)) return sendToAll(live, body, `${by.id}.${id}`);
		return send(live, sender, inWorld(body, world), `${by.id}.${id}`);
	},

	async rename(live, by, { name }) {
		return answerOf(live, await live.people.rename(by.id, name));
	},

	async sit(live, by, { team }) {
		const { phase } = live.exercise.room.state.position;
		if (by.team !== null && phase !== 'lobby' && phase !== 'briefing') return refused('notNow', {});
		return answerOf(live, await live.people.place(by.id, team));
	},

	async lead(live, by) {
		if (by.team === null) return refused('noTeam', {});
		const lead = live.people.leadOf(by.team);
		if (lead === by.id) return accepted(live);
		if (lead !== null && !live.leads.isGone(by.team)) return refused('leadIsHere', { lead });
		return answerOf(live, await live.people.nameLead(by.team, by.id));
	},

	async advise(live, by, { decision, confidencePct, rationale }) {
		if (by.team === null) return refused('noTeam', {});
		if (!isDeciding(live)) return refused('notNow', {});
		await live.rounds.advise(by.team, { person: by.id, decision, confidencePct, rationale });
		return accepted(live);
	},

	async readAdvice(live, by) {
		return asLead(live, by, (team) => live.rounds.change(team, { isAdviceRead: true }));
	},

	async setReady(live, by, { ready }) {
		// In the hot wash: that the team has read its own finding.
		const isHotWash = live.exercise.room.state.position.phase === 'hotWash';
		if (!isDeciding(live) && !isGettingReady(live) && !isHotWash) return refused('notNow', {});
		return asLead(live, by, async (team) => {
			await live.rounds.change(team, { isReady: ready });
			const peopled = live.people.teams.filter(({ id }) => live.people.members(id).length > 0);
			if (isHotWash && peopled.every(({ id }) => live.rounds.of(id).isReady)) live.debriefings.openToOthers();
		});
	},

	async askMoreTime(live, by) {
		if (by.team === null) return refused('noTeam', {});
		if (live.timer.part === null) return refused('noTimer', {});
		if (live.rounds.of(by.team).hasAskedForTime) return refused('alreadyAsked', {});
		await live.rounds.change(by.team, { hasAskedForTime: true });
		return accepted(live);
	},

	async writePad(live, by, { text, base }) {
		if (by.team === null) return refused('noTeam', {});
		const pad = await live.pads.write(by.team, text, base);
		return pad === null ? accepted(live) : refused('changedMeanwhile', { text: pad.text, base: pad.number });
	}
};

/** Whether teams can decide: before the incident, and while decisions are open. */
export function isDeciding({ exercise }: Live): boolean {
	const { phase, step } = exercise.room.state.position;
	return phase === 'preparation' || step === 'decide';
}

/** Whether teams read their briefs: before anything is decided they say when they are ready to go. */
export function isGettingReady({ exercise }: Live): boolean {
	const { phase } = exercise.room.state.position;
	return phase === 'lobby' || phase === 'briefing';
}

/** Sends a command of the exercise; what is in it, its rule checks. */
export async function send(live: Live, by: Sender, body: AskedCommand, id: string): Promise<RequestAnswer> {
	const answer = await live.exercise.submit({
		by,
		body: body as Parameters<Live['exercise']['submit']>[0]['body'],
		id
	});
	return answer.kind === 'accepted' ? { kind: 'accepted', version: answer.version } : answer;
}

function isPlanCommand(type: string): boolean {
	return PLAN_COMMANDS.some((one) => one === type);
}

/** What a facilitator sends goes to every world alike. */
async function sendToAll(live: Live, body: AskedCommand, id: string): Promise<RequestAnswer> {
	const by: Sender = { kind: 'facilitator' };
	const isOfWorld = 'world' in inWorld(body, '').payload;
	const worlds = isOfWorld ? worldsOf(live.exercise.room.state) : [clockWorld(live)];
	const sent = worlds.map((world, n) => ({
		by,
		body: inWorld(body, world) as CommandBody,
		id: `${id}.${n}`
	}));
	return answerOfStep(await live.exercise.perform([() => sent]));
}

async function asLead(live: Live, by: Person, act: (team: string) => Promise<void>): Promise<RequestAnswer> {
	if (by.team === null) return refused('noTeam', {});
	if (!live.people.isLead(by)) return refused('notLead', { lead: live.people.leadOf(by.team) });
	await act(by.team);
	return accepted(live);
}

/** In whose name a command is sent: a team's lead speaks for the role that a decision belongs to. */
function senderOf(
	live: Live,
	by: Person,
	payload: (RequestBody & { type: 'command' })['body']['payload']
): Sender | { readonly refusal: Extract<RequestAnswer, { kind: 'refused' }>['refusal'] } {
	if (by.kind === 'facilitator') return { kind: by.kind };
	if (by.kind === 'evaluator') return { kind: by.kind, seat: by.id };
	const team = by.team === null ? undefined : live.people.team(by.team);
	if (team === undefined) return { refusal: { code: 'noTeam', params: {} } };
	if (!live.people.isLead(by)) return { refusal: { code: 'notLead', params: { lead: team.lead } } };
	const seat = seatFor(live.pack.exercise, team.roles, payload.decision);
	// People rate themselves whoever plays.
	const bot = payload.decision === undefined ? null : standInAt(live, seatIdOf(live, team.id, seat));
	if (bot !== null)
		return { refusal: { code: 'botPlays', params: { role: bot.role, sinceMin: bot.sinceMin } } };
	return { kind: 'seat', seat: seatIdOf(live, team.id, seat) };
}
