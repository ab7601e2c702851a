import { feedsOf } from '../feed/audience-key.ts';
import type { Person } from '../people/person.ts';
import { HOST_ONLY, MAY_ASK, type PersonRequest } from '../protocol/requests.ts';
import type { RequestAnswer, RoomRefusal } from '../protocol/refusals.ts';
import type { EmptyTeams } from './people/empty-teams.ts';
import { following, refused } from './handlers.ts';
import type { Live } from './live.ts';
import type { LiveRoomParts } from './live-room-contract.ts';
import type { Publisher } from './publisher.ts';
import { REQUEST_HANDLERS } from './request-handlers.ts';

export interface AnsweringParts extends Pick<LiveRoomParts, 'clock' | 'moved'> {
	readonly live: Live;
	readonly publisher: Publisher;
	readonly emptyTeams: EmptyTeams;
}

type Handler = (live: Live, by: Person, request: PersonRequest) => Promise<RequestAnswer>;

/** Does what a person asks for, and what follows: who was moved follows other feeds, and all are told what has changed. */
export async function answerRequest(
	{ live, publisher, emptyTeams, clock, moved }: AnsweringParts,
	id: string,
	request: PersonRequest
): Promise<RequestAnswer> {
	const by = live.people.find(id);
	if (by === undefined) return refused('unknownPerson', { person: id });
	const refusal = notAllowed(live, by, request);
	if (refusal !== null) return { kind: 'refused', refusal };
	const handle = REQUEST_HANDLERS[request.type] as Handler;
	// Hundreds vote within seconds: it moves nobody, and nobody else is told.
	if (request.type === 'vote') {
		const answer = await handle(live, by, request);
		publisher.own(id);
		if (live.ballots.isTurnoutShown || live.quiet.isTold) publisher.soon('all');
		return answer;
	}
	const before = new Map(live.people.all.map((one) => [one.id, one.team]));
	try {
		const answer = await handle(live, by, request);
		if (by.kind === 'facilitator' && answer.kind === 'accepted')
			live.acts.add(by, request, live.exercise.room.state.position, clock.nowMs());
		return answer;
	} finally {
		// Also where only a part of it could be kept: what is shown is what there is.
		tellMoved(before, { live, publisher, moved });
		live.leads.follow();
		live.summitBots.follow();
		live.outages.follow();
		await following(live, () => emptyTeams.follow(live));
		publisher.own(id);
		// Every page of a room says what it shows within a second of a stop: the desk can wait.
		if (request.type === 'openInjects') publisher.soon('all');
		else publisher.changed();
	}
}

function notAllowed(live: Live, { id, kind }: Person, { type }: PersonRequest): RoomRefusal | null {
	if (!MAY_ASK[kind].includes(type)) return { code: 'notForYou', params: { request: type, kind } };
	const isTheHosts = HOST_ONLY.includes(type) && !live.chair.isHost(id);
	return isTheHosts ? { code: 'hostOnly', params: {} } : null;
}

/** Who was moved to another team, or has left, follows other feeds from now on. */
function tellMoved(
	before: ReadonlyMap<string, string | null>,
	{ live, publisher, moved }: Pick<AnsweringParts, 'live' | 'publisher' | 'moved'>
): void {
	for (const [id, team] of before) {
		const person = live.people.find(id);
		if (person === undefined) moved(id, null);
		else if (person.team !== team) {
			// What is their own tells of the old team until now, and everything is sent to them again.
			publisher.own(id);
			moved(id, feedsOf(person));
		}
		if (person === undefined) publisher.forget(`person:${id}`);
	}
}
