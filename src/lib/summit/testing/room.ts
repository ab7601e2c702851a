import { packOf } from '../../scenario/testing/pack.ts';
import type { Summit } from '../../scenario/summit.ts';
import {
	decide,
	type SummitAnswer,
	type SummitCommands,
	type SummitCommandType
} from '../commands/decide.ts';
import type { Sender } from '../commands/rule.ts';
import { evolve } from '../log/evolve.ts';
import type { LoggedEvent } from '../log/events.ts';
import { EMPTY_SUMMIT, type SummitState } from '../state.ts';
import type { DoneAct } from '../value/trust.ts';

const { scenario } = packOf('july-2024');

/** The incident as it was on record. */
export const ON_RECORD = {
	acts: scenario.record.acts.flatMap(({ decision, atMin }): DoneAct[] =>
		decision === null ? [] : [{ decision, atMin }]
	),
	releaseMin: scenario.releases[0]!.atMin
};

/** A summit that a test leads: every chair is a person's unless it says otherwise. */
export class TestSummit {
	readonly summit: Summit;
	state: SummitState = EMPTY_SUMMIT;
	readonly log: LoggedEvent[] = [];

	constructor(summit: Summit) {
		this.summit = summit;
	}

	static opened(
		summit: Summit,
		{ acts = [], rounds = null }: { readonly acts?: readonly DoneAct[]; readonly rounds?: number | null } = {}
	): TestSummit {
		const room = new TestSummit(summit);
		const chairs = Object.fromEntries(summit.parties.map(({ id }) => [id, 'person' as const]));
		room.lead('openSummit', { chairs, rounds, acts: [...acts], releaseMin: 0 });
		return room;
	}

	/** As far as bargaining, with these measures in the text, tabled by a party. */
	static bargaining(
		summit: Summit,
		tabled: Readonly<Record<string, string>> = {},
		rounds: number | null = null
	) {
		const room = TestSummit.opened(summit, { rounds });
		for (const { id } of summit.parties)
			room.say(id, 'makeStatement', { interests: [], redLine: null, offer: null });
		for (const [measure, by] of Object.entries(tabled)) {
			room.say(by, 'amend', { edits: [{ kind: 'add', measure }], to: null });
		}
		room.lead('openBargaining', {});
		return room;
	}

	answerTo(by: Sender, command: unknown): SummitAnswer {
		const answer = decide(this.summit, this.state, command, by);
		if (answer.kind === 'accepted') {
			for (const one of answer.events) {
				this.log.push(one);
				this.state = evolve(this.state, one);
			}
		}
		return answer;
	}

	/** The refusal's code, or null. */
	tries<Type extends SummitCommandType>(
		by: Sender,
		type: Type,
		payload: SummitCommands[Type]
	): string | null {
		const answer = this.answerTo(by, { id: `c${this.log.length}`, type, payload });
		return answer.kind === 'refused' ? answer.refusal.code : null;
	}

	/** A party says something that must be accepted; gives the command's id. */
	say<Type extends SummitCommandType>(party: string, type: Type, payload: SummitCommands[Type]): string {
		return this.#must({ kind: 'chair', party }, type, payload);
	}

	lead<Type extends SummitCommandType>(type: Type, payload: SummitCommands[Type]): string {
		return this.#must({ kind: 'facilitator' }, type, payload);
	}

	#must<Type extends SummitCommandType>(by: Sender, type: Type, payload: SummitCommands[Type]): string {
		const id = `c${this.log.length}`;
		const answer = this.answerTo(by, { id, type, payload });
		if (answer.kind === 'refused') throw new Error(`${type}: ${JSON.stringify(answer.refusal)}`);
		return id;
	}
}

export function chair(party: string): Sender {
	return { kind: 'chair', party };
}
