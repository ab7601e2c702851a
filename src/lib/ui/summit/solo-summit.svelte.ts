import type { BegunSummit } from '../../client/summit/kept-summit.ts';
import type { Summit } from '../../scenario/summit.ts';
import { botMove } from '../../summit/bots/move.ts';
import { openedBots } from '../../summit/bots/opened.ts';
import {
	decide,
	type SummitCommand,
	type SummitCommands,
	type SummitCommandType
} from '../../summit/commands/decide.ts';
import type { Sender } from '../../summit/commands/rule.ts';
import { evolve } from '../../summit/log/evolve.ts';
import type { LoggedEvent, SummitEvent } from '../../summit/log/events.ts';
import type { Edit } from '../../summit/accord/edits.ts';
import { agreementOf } from '../../outages/reform/agreement.ts';
import { isEnd } from '../../summit/negotiation/chart.ts';
import { projectSummit } from '../../summit/project/project.ts';
import { redactSummitEvent } from '../../summit/project/redact.ts';
import { EMPTY_SUMMIT } from '../../summit/state.ts';
import { mostFelt } from '../../summit/value/most-felt.ts';
import { ownStake } from '../../summit/value/stake.ts';
import type { DoneAct } from '../../summit/value/trust.ts';
import { worthOf } from '../../summit/value/worth.ts';
import { toldOf, waitingFor, type SummitChair, type TableRefusal } from './summit-table.ts';

/** Rounds of bargaining where one plays alone. */
const ROUNDS = 5;

export interface Incident {
	readonly acts: readonly DoneAct[];
	readonly releaseMin: number;
}

type Keep = (begun: BegunSummit) => void;

/** A summit that one person plays: their chair, the bots in the others, and what they are shown of it. */
export class SoloSummit implements SummitChair {
	readonly summit: Summit;
	readonly chair: string;
	#state = $state.raw(EMPTY_SUMMIT);
	/** What the chair has heard, oldest first. */
	heard = $state.raw<readonly { readonly version: number; readonly event: SummitEvent }[]>([]);
	isBusy = $state(false);
	refusal = $state.raw<TableRefusal | null>(null);
	readonly speaks = true;
	readonly leads = true;
	#draft = $state.raw<readonly Edit[]>([]);
	readonly #seed: string;
	readonly #log: LoggedEvent[] = [];
	readonly #keep: Keep;
	#isLeft = false;

	readonly view = $derived.by(() =>
		projectSummit(this.summit, this.#state, { kind: 'chairs', parties: [this.chair] })
	);
	readonly own = $derived.by(() => this.view.own[this.chair]!);
	readonly worth = $derived.by(() => {
		const { brief: party, trust, walksAwayBelow } = this.own;
		const stake = ownStake(this.summit, { party, trust, walksAwayBelow });
		return { ...worthOf(stake, this.view.text), ...mostFelt(stake, this.view.text) };
	});
	/** Bots' minds, once all is over. */
	readonly opened = $derived.by(() => openedBots(this.summit, this.#state));
	readonly isOver = $derived(isEnd(this.view.position.step));
	/** What the years after it depend on, once all is over. */
	readonly agreement = $derived.by(() => (this.isOver ? agreementOf(this.#state) : null));
	/** Proposals of others that wait for the chair's answer. */
	readonly waiting = $derived.by(() => waitingFor(this.view.amendments, this.chair));

	/** @param begun from where it goes on; empty: it is still to be opened */
	private constructor(summit: Summit, { chair, seed, log, draft = [] }: BegunSummit, keep: Keep) {
		this.summit = summit;
		this.chair = chair;
		this.#seed = seed;
		this.#keep = keep;
		this.#draft = draft;
		this.#take(log);
	}

	/** Opens a summit after an incident. */
	static open(summit: Summit, incident: Incident, chair: string, keep: Keep): SoloSummit {
		const seed = crypto.getRandomValues(new Uint32Array(2)).join('-');
		const opened = new SoloSummit(summit, { chair, seed, log: [] }, keep);
		const acts = incident.acts.map(({ decision, atMin }) => ({ decision, atMin }));
		opened.lead('openSummit', {
			chairs: { [chair]: 'person' },
			rounds: ROUNDS,
			acts,
			releaseMin: incident.releaseMin
		});
		return opened;
	}

	/** Goes on with one that was begun. */
	static goOn(summit: Summit, begun: BegunSummit, keep: Keep): SoloSummit {
		const goneOn = new SoloSummit(summit, begun, keep);
		void goneOn.#letBotsSpeak();
		return goneOn;
	}

	get draft(): readonly Edit[] {
		return this.#draft;
	}

	set draft(edits: readonly Edit[]) {
		this.#draft = edits;
		this.#keepAll();
	}

	/** The person's chair says something. */
	readonly say = <Type extends SummitCommandType>(type: Type, payload: SummitCommands[Type]): boolean =>
		this.#perform(type, payload, { kind: 'chair', party: this.chair });

	/** The person leads the summit on. */
	readonly lead = <Type extends SummitCommandType>(type: Type, payload: SummitCommands[Type]): boolean =>
		this.#perform(type, payload, { kind: 'facilitator' });

	/** The page is left: bots say no more. */
	leave(): void {
		this.#isLeft = true;
	}

	#perform<Type extends SummitCommandType>(type: Type, payload: SummitCommands[Type], by: Sender): boolean {
		const command = { id: `me.${this.#state.version}`, type, payload } as SummitCommand;
		if (!this.#send(command, by)) return false;
		this.#keepAll();
		void this.#letBotsSpeak();
		return true;
	}

	#send(command: SummitCommand, by: Sender): boolean {
		const answer = decide(this.summit, this.#state, command, by);
		if (answer.kind === 'refused') {
			if (by.kind !== 'chair' || by.party === this.chair) this.refusal = toldOf(answer.refusal);
			return false;
		}
		this.refusal = null;
		this.#take(answer.events);
		return true;
	}

	/** Once for all that bots say in a row: what they have not said by then they say again when it is gone on with. */
	#keepAll(): void {
		this.#keep({ chair: this.chair, seed: this.#seed, log: this.#log, draft: this.#draft });
	}

	#take(events: readonly LoggedEvent[]): void {
		const audience = { kind: 'chairs', parties: [this.chair] } as const;
		const heard = events.flatMap((entry) => {
			this.#log.push(entry);
			this.#state = evolve(this.#state, entry);
			const { version, event } = redactSummitEvent(this.#state, entry, audience);
			return event === null ? [] : [{ version, event }];
		});
		this.heard = [...this.heard, ...heard];
	}

	/** One move after the other, with room between for whatever else the page has to do. */
	async #letBotsSpeak(): Promise<void> {
		if (this.isBusy) return;
		this.isBusy = true;
		try {
			while (!this.#isLeft) {
				const move = botMove(this.summit, this.#state, this.#seed);
				if (move === null || !this.#send(move.command, move.by)) break;
				await new Promise((resume) => setTimeout(resume));
			}
		} finally {
			this.isBusy = false;
		}
		// Another summit may be kept by now.
		if (this.#isLeft) return;
		const { step } = this.#state.position;
		if (step === 'ballot' && Object.keys(this.#state.votes).length === this.summit.parties.length) {
			this.#send(
				{ id: `end.${this.#state.version}`, type: 'closeBallot', payload: {} },
				{ kind: 'facilitator' }
			);
		}
		this.#keepAll();
	}
}
