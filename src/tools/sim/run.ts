import { simEngine } from '../../lib/exercise/world/engine.ts';
import type { Play } from '../../lib/room/play-through.ts';
import { harmOf, type RoleHarm, type TermHarm } from '../../lib/exercise/assessment/harm.ts';
import { saveLog } from '../../lib/exercise/log/log-file.ts';
import { worldOrders } from '../../lib/exercise/world/orders.ts';
import { firstWorldOf, isPreparation } from '../../lib/exercise/state.ts';
import { Timeline } from '../../lib/exercise/world/timeline.ts';
import { formatUtc } from '../../lib/scenario/worlds/calendar.ts';
import type { Frame } from '../../lib/sim/observe/frame.ts';
import { refusalText } from '../../lib/text/refusal-text.ts';
import { ENGINE_VERSION } from '../../lib/sim/version.ts';
import { loadPack, type Pack } from '../packs.ts';
import { departureText } from '../../lib/text/log-fault-text.ts';
import { ReadableError } from '../readable-error.ts';
import { requireWritableFolder } from '../folders.ts';
import { playCourse } from './course.ts';
import { CURVES_HEADER, curveRows } from './curves.ts';
import { happenings } from './happenings.ts';
import { journalText, loggedEntries, scheduledEntries, worldEntries, type JournalEntry } from './journal.ts';
import { readLever } from './levers.ts';
import type { SimOptions } from './options.ts';
import type { Progress } from './progress.ts';
import { ResultFiles } from './result-files.ts';
import { sampleMinutes } from './samples.ts';

export const RESULT_NAMES = ['curves.csv', 'events.jsonl', 'final.json', 'play.log.json'] as const;
const [CURVES, EVENTS, FINAL, LOG] = RESULT_NAMES;

/** What a run came to. */
export interface SimResult {
	readonly pack: Pack;
	readonly play: Play;
	readonly frame: Frame;
	readonly utc: string;
	readonly stateHash: string;
	/** Of each role that is judged by something. */
	readonly harms: readonly RoleHarm[];
}

/**
 * Plays an exercise, runs its world and writes the results.
 * @throws ReadableError with what is wrong and what to do; then no result was written or replaced
 */
export function runSim(options: SimOptions, progress: Progress): SimResult {
	const pack = loadPack(options.scenario);
	const settings = options.set.map((text) => readLever(text, pack.model));
	const { play, departure } = playCourse(pack, options, settings);
	requireWritableFolder(options.out, 'the results', 'Choose another folder with --out.');
	const files = new ResultFiles(options.out);
	try {
		const result = watch(pack, play, options.everyMin, files, progress);
		const wrong = departure({ minute: result.frame.minute, stateHash: result.stateHash });
		if (wrong !== null) throw new ReadableError(`${options.policy}: ${departureText(wrong)}`);
		const { frame, stateHash } = result;
		files.append(FINAL, finalText(result, options));
		files.append(
			LOG,
			saveLog({
				events: play.events,
				results: Object.keys(play.state.worlds).map((world) => ({ world, minute: frame.minute, stateHash }))
			})
		);
		files.commit();
		return result;
	} finally {
		progress.end();
		files.discard();
	}
}

/** Runs the play's world from look to look, writing curves on the way and the journal at the end. */
function watch(
	pack: Pack,
	play: Play,
	everyMin: number | null,
	files: ResultFiles,
	progress: Progress
): SimResult {
	const { model } = pack;
	const utc = (minute: number) => formatUtc(model.clock.startMinute + minute);
	const world = firstWorldOf(play.state);
	const orders = worldOrders(play.scenario, world);
	const timeline = new Timeline(simEngine(model, play.state.exercise!.seed), { snapshots: 0 });
	const seen: JournalEntry[] = [];
	let frame = timeline.frameAt(orders, 0);
	files.append(CURVES, CURVES_HEADER);
	for (const minute of sampleMinutes(model.clock.spans, world.minute, everyMin)) {
		const before = frame;
		frame = timeline.frameAt(orders, minute);
		seen.push(...worldEntries(frame.minute, happenings(before, frame)));
		files.append(CURVES, curveRows(frame, utc(frame.minute)));
		progress.show(minute, world.minute);
	}
	files.append(EVENTS, journalText([...loggedEntries(play), ...scheduledEntries(play), ...seen], utc));
	const stateHash = timeline.hashAt(orders, world.minute);
	const harms = harmsOf(pack, play, frame);
	return { pack, play, frame, utc: utc(frame.minute), stateHash, harms };
}

/** Compared with the same world and seed, with the levers that were set before the incident, and nobody acting. */
function harmsOf({ exercise, model }: Pack, { state }: Play, frame: Frame): RoleHarm[] {
	if (exercise.roles.every(({ goal }) => goal === null)) return [];
	const { acts } = firstWorldOf(state);
	const levers = acts.filter(({ kind, atMin }) => kind === 'setting' && isPreparation(atMin));
	const timeline = new Timeline(simEngine(model, state.exercise!.seed), { snapshots: 0 });
	const none = timeline.frameAt(worldOrders(exercise, { acts: levers }), frame.minute);
	return exercise.roles.flatMap(({ id }) => harmOf(exercise, id, frame, none, acts) ?? []);
}

function finalText({ pack, play, frame, utc, stateHash, harms }: SimResult, options: SimOptions): string {
	const { policy, role, set } = options;
	const { contentHash, seed, cut } = play.state.exercise!;
	const final = {
		scenario: { id: pack.scenario.id, title: pack.scenario.title.en, contentHash },
		engineVersion: ENGINE_VERSION,
		seed,
		policy,
		role,
		cut,
		set,
		minute: frame.minute,
		utc,
		stateHash,
		harm: Object.fromEntries(
			harms.map(({ role, index, terms }) => [role, { index, terms: terms.map(plainTerm) }])
		),
		refused: play.refusals.map(({ body, refusal }) => ({
			...body,
			code: refusal.code,
			message: refusalText(refusal)
		})),
		frame
	};
	return JSON.stringify(final, null, '\t') + '\n';
}

function plainTerm({ name, unit, ...term }: TermHarm) {
	return { ...term, name: name.en, unit: unit.en };
}
