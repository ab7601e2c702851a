import { decisionOf, type ExerciseScenario } from '../../exercise/scenario/scenario.ts';
import type { RoomParts } from '../live/parts.ts';
import type { RequestBody } from '../protocol/requests.ts';
import type { RehearsalWords } from './guests.ts';

/** Something that a member of a team does after a while. What is chosen is seen when it is done. */
export interface Scripted {
	readonly afterMs: number;
	readonly by: string;
	readonly what: 'read' | 'advise' | 'commit' | RequestBody;
}

export interface ScriptOf {
	readonly phase: string;
	readonly step: string;
	/** Of the team among the teams: no two do the same at the same moment. */
	readonly index: number;
	/** The first leads. */
	readonly members: readonly string[];
	readonly words: RehearsalWords;
}

/** A team decides at most so much in a round. */
const CHOICES_MOST = 2;
/** What was done so long after a round is decided in it. */
const AHEAD_MIN = 30;

/** What a team does in a step. */
export function teamScript({ phase, step, index, members, words }: ScriptOf): Scripted[] {
	const [lead, ...others] = members;
	if (lead === undefined) return [];
	const afterMs = (ms: number) => ms + index * 900;
	if (step === 'situation') return [{ afterMs: afterMs(1500), by: lead, what: 'read' }];
	if (phase === 'preparation' || step === 'decide') {
		const advice = others.map((by, n) => ({ afterMs: afterMs(1500 + n * 700), by, what: 'advise' }) as const);
		const asks = { afterMs: afterMs(3200), by: others[0] ?? lead, what: { type: 'askMoreTime' } } as const;
		return [
			...advice,
			...(index === 0 ? [asks] : []),
			{ afterMs: afterMs(4000), by: lead, what: { type: 'readAdvice' } },
			{ afterMs: afterMs(5000), by: lead, what: 'commit' },
			{ afterMs: afterMs(6000), by: lead, what: { type: 'setReady', ready: true } }
		];
	}
	if (phase !== 'hotWash') return [];
	const card = (by: string, kind: 'keep' | 'change', n: number): Scripted => {
		const texts = words[kind];
		const text = texts[(index + n) % texts.length]!;
		return { afterMs: afterMs(2500 + n * 1200), by, what: { type: 'addReflection', kind, text } };
	};
	return members.map((by, n) => card(by, n % 2 === 0 ? 'keep' : 'change', n));
}

/** What a team decides now: what was really done about now, as far as it is open to it. */
export function choicesOf(scenario: ExerciseScenario, view: RoomParts['view'] | null): string[] {
	const projection = view?.projection;
	const own = projection?.ownWorld ?? null;
	const world = own === null ? undefined : projection!.worlds[own];
	if (world === undefined) return [];
	const isOpen = (id: string) => world.standings[id]?.kind === 'open';
	return scenario.record
		.flatMap((act) => ('decision' in act && act.atMin <= world.minute + AHEAD_MIN ? [act.decision] : []))
		.filter((id) => decisionOf(scenario, id) !== undefined && isOpen(id))
		.slice(0, CHOICES_MOST);
}

/** What a team reads now: all that has come. */
export function messagesOf(view: RoomParts['view'] | null): string[] {
	const projection = view?.projection;
	const own = projection?.ownWorld ?? null;
	return own === null ? [] : (projection!.worlds[own]?.injects ?? []).map(({ inject }) => inject);
}
