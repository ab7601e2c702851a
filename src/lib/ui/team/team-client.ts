import type { LiveRoomView } from '../../client/network/live-room.svelte.ts';
import type { RoomClient, RoomMessage } from '../../client/room/room-client.ts';
import type { RequestBody } from '../../room/protocol/requests.ts';
import { roomRefusalText } from '../../text/room-refusal-text.ts';

type CommandPayload = Extract<RequestBody, { type: 'command' }>['body']['payload'];

/** Nothing that a team could do: a facilitator moves time, and a server keeps the run. */
const nothing = () => {};

/** What the screens of play ask for goes to the room on the server; what they hear is told by hand. */
export function teamClient(
	live: Pick<LiveRoomView, 'send'>
): RoomClient & { readonly tell: (message: RoomMessage) => void } {
	const listeners = new Set<(message: RoomMessage) => void>();
	const tell = (message: RoomMessage) => listeners.forEach((listener) => listener(message));

	async function command(type: string, payload: CommandPayload): Promise<void> {
		const answer = await live.send({ type: 'command', body: { type, payload } });
		// The page tells why; cards that wait for an answer hear that there is one.
		if (answer.kind === 'refused') tell({ type: 'refused', what: roomRefusalText(answer.refusal) });
	}

	return {
		tell,
		open: nothing,
		commit: (decision, rationale, confidencePct) =>
			void command('commitDecision', { decision, rationale, confidencePct }),
		withdraw: (decision) => void command('withdrawDecision', { decision }),
		goOn: () => void live.send({ type: 'setReady', ready: true }),
		setPace: nothing,
		pause: nothing,
		resume: nothing,
		stopHere: nothing,
		send: ({ type, payload }) => void command(type, { ...payload }),
		saveLog: nothing,
		checkClaim: nothing,
		listRuns: nothing,
		forgetRun: nothing,
		watchMap: nothing,
		watchFlows: nothing,
		previewMap: nothing,
		lookBack: nothing,
		leave: nothing,
		tryAgain: nothing,
		hear(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => listeners.clear()
	};
}
