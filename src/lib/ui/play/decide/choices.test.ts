import { describe, expect, it } from 'vitest';
import type { RoomView } from '../../../client/room/room.svelte.ts';
import { Choices } from './choices.svelte.ts';
import type { Choice } from './decisions.ts';

const committed = { kind: 'committed', atMin: 60, canWithdraw: true, neededBy: [] };

/** A room that notes what it is asked for and answers when it is told to. */
function slowRoom() {
	const asked: string[] = [];
	const room = {
		facts: { decisions: [{ id: 'halt' }, { id: 'tell' }] },
		minute: 60,
		progress: { kind: 'deciding' },
		projection: { ownWorld: 'shared' },
		world: { standings: { halt: committed, tell: committed } },
		taken: ['halt', 'tell'].map((id) => ({ decision: id, rationale: null, confidencePct: null })),
		notices: [] as { id: number; kind: string }[],
		commit: (id: string) => asked.push(`commit ${id}`),
		withdraw: (id: string) => asked.push(`withdraw ${id}`),
		send: ({ type, payload }: { type: string; payload: { decision: string; rationale: string } }) =>
			asked.push(`${type} ${payload.decision}: ${payload.rationale}`)
	};
	return { asked, room, choices: new Choices(room as unknown as RoomView) };
}

const open = { card: { id: 'halt' }, standing: { kind: 'open' }, isChosen: false } as unknown as Choice;
const chosen = {
	card: { id: 'halt' },
	standing: { kind: 'committed', atMin: 60, canWithdraw: true, neededBy: [] },
	isChosen: true
} as unknown as Choice;

describe('quick presses on one decision', () => {
	it('count each, also before the room has answered the first', () => {
		const { asked, choices } = slowRoom();
		for (let n = 0; n < 3; n++) choices.toggle(open);
		expect(asked).toEqual(['commit halt', 'withdraw halt', 'commit halt']);
	});

	it('go on from what was asked for while the answers come in', () => {
		const { asked, choices } = slowRoom();
		choices.toggle(open);
		choices.toggle(open);
		choices.toggle(chosen);
		expect(asked.at(-1)).toBe('commit halt');
	});

	it('begin anew from what stands after a refusal', () => {
		const { asked, room, choices } = slowRoom();
		choices.toggle(open);
		room.notices = [{ id: 1, kind: 'refused' }];
		choices.toggle(open);
		expect(asked).toEqual(['commit halt', 'commit halt']);
	});
});

describe('what was asked for earlier', () => {
	it('is over once all was taken back: the next press commits', () => {
		const { asked, choices } = slowRoom();
		choices.toggle(open);
		choices.takeAllBack();
		choices.toggle(open);
		expect(asked).toEqual(['commit halt', 'withdraw tell', 'withdraw halt', 'commit halt']);
	});

	it('says nothing of another round', () => {
		const { asked, choices } = slowRoom();
		choices.toggle(open);
		choices.forget();
		choices.toggle(open);
		expect(asked).toEqual(['commit halt', 'commit halt']);
	});
});

describe('a reason that was written after choosing', () => {
	it('is told to the room as a change of the reason, and the decision stays where it is', () => {
		const { asked, choices } = slowRoom();
		choices.write('tell', { rationale: 'They ask.' });
		choices.settle();
		expect(asked).toEqual(['amendDecision tell: They ask.']);
	});
});
