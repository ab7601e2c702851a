import type { StatusChange } from '../../client/connection/room-connection.ts';
import type { RoomMessage } from '../../client/room/messages.ts';
import { RoomView } from '../../client/room/room.svelte.ts';
import type { SoloBody } from '../../client/room/requests.ts';
import type { SoloConnection, SoloStatus } from '../../client/room/solo-connection.ts';
import type { DecisionStanding } from '../../exercise/availability/standing.ts';
import type { Projection, WorldView } from '../../exercise/project/project.ts';
import type { RoomFacts } from '../../room/facts/room-facts.ts';
import type { DecisionDetails } from '../../room/facts/scenario-summary.ts';
import type { Progress } from '../../room/progress.ts';
import type { RequestAnswer } from '../../room/protocol/refusals.ts';

/** 19 July 2024, 04:00 UTC. */
export const START_MINUTE = 12_911_280;

export const decision = (id: string, title: string): DecisionDetails => ({
	...{ id, role: 'hospital', phase: 'incident', moves: 'repair', default: null, costUsd: 0, attention: 1 },
	...{ leadMin: 0, fromMin: null, untilMin: null, requires: [], facts: [], assumed: 'A guess.' },
	title: { en: title },
	text: { en: `${title}, whatever it takes.` }
});

export const FACTS = {
	runId: 'run',
	mine: ['hospital'],
	role: 'hospital',
	startMinute: START_MINUTE,
	horizonMin: 14_400,
	decisions: [decision('paper', 'Work on paper'), decision('divert', 'Send patients elsewhere')],
	facts: [],
	sectors: [],
	localTimes: [],
	scenario: { roles: [{ id: 'hospital', name: { en: 'A hospital' } }] }
} as unknown as RoomFacts;

export const DECIDING: Progress = {
	...{ kind: 'deciding', part: 'incident', round: 1, rounds: 3, nextStopMin: 120 }
};

interface Shown {
	readonly progress?: Progress;
	readonly standings?: Readonly<Record<string, DecisionStanding>>;
	readonly decisions?: WorldView['decisions'];
	readonly injects?: WorldView['injects'];
	readonly asked?: WorldView['asked'];
}

/** A room that is open at minute 60, as its screens know it; a test says what it shows and how it answers. */
export function openRoom(shown: Shown = {}) {
	let tell: (heard: RoomMessage | StatusChange<SoloStatus>) => void = () => {};
	const sent: SoloBody[] = [];
	let answer: RequestAnswer = { kind: 'accepted', version: 1 };
	const connection: SoloConnection = {
		status: { kind: 'live' },
		send(body) {
			sent.push(body);
			return Promise.resolve(answer);
		},
		hear(listener) {
			tell = listener;
			return () => {};
		},
		connectAgain: () => {},
		close: () => {}
	};
	const room = new RoomView(connection, () => {});
	const show = ({ progress = DECIDING, standings = {}, decisions = [], injects = [], asked = [] }: Shown) => {
		const world = { minute: 60, standings, decisions, injects, asked, balances: {} };
		const position = { phase: 'incident', step: 'decide', clock: 'running' };
		const rounds = [{ round: 1, atMin: 60, version: 5 }];
		const projection = { ownWorld: 'shared', worlds: { shared: world }, position, rounds };
		tell({ type: 'room', projection: projection as unknown as Projection, progress, balances: [] });
	};
	tell({ type: 'opened', facts: FACTS, writer: 'w', seed: '1' });
	show(shown);
	return {
		room,
		sent,
		show,
		/** The commands of the exercise that were sent, with the decision that each is about. */
		commands: () =>
			sent.flatMap((one) =>
				one.type === 'command' ? [`${one.body.type} ${String(one.body.payload.decision)}`] : []
			),
		tell: (message: RoomMessage) => tell(message),
		answerWith: (next: RequestAnswer) => (answer = next)
	};
}
