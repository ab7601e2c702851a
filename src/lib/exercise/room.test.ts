import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sender } from './commands/rule.ts';
import { decide, type Answer } from './commands/decide.ts';
import type { RoomEvent } from './log/events.ts';
import { evolve, foldLog } from './log/evolve.ts';
import { saveLog } from './log/log-file.ts';
import { readLog } from './log/read-log.ts';
import { openRoom } from './testing/play.ts';
import { EMPTY_ROOM, type RoomState } from './state.ts';
import { anyStep, fitted } from './testing/commands.ts';
import { deepFreeze } from './testing/room.ts';
import { SCENARIO } from './testing/scenario.ts';

/**
 * A room under faults: commands from anybody in any order, duplicated, resent late, and the process restarted from the
 * saved log at any moment. What must hold is checked after every step.
 */
const step = fc.oneof(
	{
		weight: 12,
		arbitrary: anyStep.map((step) => ({ kind: 'send' as const, step }))
	},
	{ weight: 2, arbitrary: fc.record({ kind: fc.constant('resend' as const), back: fc.nat({ max: 20 }) }) },
	{ weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const) }) }
);

class Server {
	log: RoomEvent[] = [];
	state: RoomState = EMPTY_ROOM;
	readonly sent: { readonly command: unknown; readonly by: Sender; answer: Answer }[] = [];

	send(command: unknown, by: Sender): Answer {
		const before = this.state;
		const answer = decide(SCENARIO, before, command, by);
		expect(this.state).toBe(before);
		if (answer.kind !== 'accepted') return answer;
		for (const event of answer.events) {
			const next = deepFreeze(evolve(this.state, deepFreeze(event)));
			expect(next.version).toBe(this.state.version + 1);
			this.state = next;
			this.log.push(event);
		}
		if (!answer.again) expect(answer.version).toBe(this.state.version);
		return answer;
	}

	/** What a crash leaves: the saved log. */
	restart(): void {
		const read = readLog(saveLog({ events: this.log, results: [] }), 'room.json', () => SCENARIO);
		if (!read.ok) throw new Error(JSON.stringify(read.faults));
		expect(read.readOnly).toBeNull();
		const state = deepFreeze(foldLog(read.log.events));
		expect(state).toEqual(this.state);
		this.state = state;
		this.log = [...read.log.events];
	}
}

it('whatever is sent, resent and lost: versions count events, a refusal leaves no trace, a restart changes nothing', () => {
	let accepted = 0;
	const opening = fc.constantFrom<'empty' | 'open'>('empty', 'open');
	fc.assert(
		fc.property(opening, fc.array(step, { minLength: 20, maxLength: 120, size: 'max' }), (opening, steps) => {
			const server = new Server();
			if (opening === 'open') {
				const { events, state } = openRoom(SCENARIO, 'seed');
				server.log = [...events];
				server.state = deepFreeze(state);
			}
			steps.forEach((now, index) => {
				const before = server.state;
				if (now.kind === 'restart') {
					if (before.version > 0) server.restart();
				} else if (now.kind === 'send') {
					const { body, by } = fitted(now.step, before);
					const command = deepFreeze({ id: `c${index}`, ...body });
					const answer = server.send(command, by);
					// What was accepted and changed nothing has left no trace to be known by.
					const isTraceless = answer.kind === 'accepted' && answer.events.length === 0 && !answer.again;
					if (!isTraceless) server.sent.push({ command, by, answer });
					if (answer.kind === 'accepted') accepted++;
					else expect(server.state).toBe(before);
				} else if (server.sent.length > 0) {
					const old = server.sent.at(-1 - (now.back % server.sent.length))!;
					const again = server.send(old.command, old.by);
					if (old.answer.kind === 'accepted') {
						expect(again).toEqual({ ...old.answer, events: [], again: true });
						expect(server.state).toBe(before);
					} else old.answer = again;
				}
				expect(server.log).toHaveLength(server.state.version);
			});
			expect(foldLog(server.log)).toEqual(server.state);
			if (server.log.length > 0) server.restart();
		}),
		{ numRuns: 150 }
	);
	expect(accepted).toBeGreaterThan(1000);
});
