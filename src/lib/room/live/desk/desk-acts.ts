import type { PhasePosition } from '../../../exercise/phases/phases.ts';
import type { Person } from '../../people/person.ts';
import type { PersonRequest } from '../../protocol/requests.ts';
import type { DeskAct } from './staff-parts.ts';

/** What one desk tells the others that it has done. */
export const TOLD_ACTS = [
	'goOn',
	'nextCue',
	'pause',
	'resume',
	'stopHere',
	'setTimer',
	'grantMoreTime',
	'place',
	'renamePerson',
	'removePerson',
	'nameLead',
	'lockRoom',
	'commitFor',
	'setReadyFor',
	'releaseInject',
	'show',
	'blankStage',
	'openBallot',
	'takeBallotBack',
	'closeBallot',
	'revealBallot',
	'openSummit',
	'negotiate',
	'askAudience',
	'watchShock',
	'takeChair',
	'giveChair',
	'endRoom',
	'eraseNames'
] as const;
export type ToldAct = (typeof TOLD_ACTS)[number];

type Act = Omit<DeskAct, 'by'> & { readonly by: string };

/** Latest acts that are told; what is older is in the log. */
const KEPT_MOST = 6;

/** Who of the facilitators did what, for the others. In memory: it is about the last minutes. */
export class DeskActs {
	#acts: readonly Act[] = [];

	/** @param nameOf what somebody is called now */
	part(nameOf: (person: string) => string): readonly DeskAct[] {
		return this.#acts.map(({ by, ...act }) => ({ ...act, by: { id: by, name: nameOf(by) } }));
	}

	/** Something that a facilitator asked for was done; `position`: where the exercise stands now. */
	add({ id }: Person, request: PersonRequest, { phase, step }: PhasePosition, atMs: number): void {
		const type = request.type === 'command' ? request.body.type : request.type;
		const act = TOLD_ACTS.find((one) => one === type);
		if (act === undefined) return;
		this.#acts = [{ by: id, act, phase, step, atMs }, ...this.#acts].slice(0, KEPT_MOST);
	}
}
