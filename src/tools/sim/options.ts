import { BUILT_IN, DEFAULT_SCENARIO } from '../../lib/scenario/packs/built-in.ts';
import { readCommandLine, readWhole } from '../command-line.ts';
import { ReadableError } from '../readable-error.ts';

/** What a headless run is asked to do. */
export interface SimOptions {
	/** Name of a built-in scenario, or path of an author's file. */
	readonly scenario: string;
	/** Name of a bot, or the path of a saved log. */
	readonly policy: string;
	/** The one role that plays by the policy, beside the record; null: all do. */
	readonly role: string | null;
	/** Cut in whose rounds a bot plays; null: none. */
	readonly cut: string | null;
	/** Null: the log's own, or {@link DEFAULT_SEED}. */
	readonly seed: string | null;
	/** As typed: `lever=value`. */
	readonly set: readonly string[];
	/** Null: to the scenario's end, or as far as the log went. */
	readonly untilMin: number | null;
	/** Fewest minutes between two rows of the curves; null: fine at first, then coarse. */
	readonly everyMin: number | null;
	/** World of a log that has several. */
	readonly world: string | null;
	readonly out: string;
}

export const DEFAULT_SEED = '1';
/** As long as a log lets a seed be. */
const SEED_LENGTH = 200;
/** Ten years; no exercise is longer. */
const MINUTE_MOST = 5_256_000;

export const HELP = `Runs an exercise without a screen and writes down what happened.

  npm run sim -- --scenario ${DEFAULT_SCENARIO} --out out/record
  npm run sim -- --scenario my-scenario.yaml --policy none --seed 7 --out out/none
  npm run sim -- --scenario ${DEFAULT_SCENARIO} --set vendor.noticeCrashes=1000 --out out/alert
  npm run sim -- --scenario ${DEFAULT_SCENARIO} --policy cautious --role ROLE --cut full --out out/role
  npm run sim -- --scenario ${DEFAULT_SCENARIO} --policy out/record/play.log.json --out out/again

  --scenario NAME|FILE   a built-in scenario (${BUILT_IN.map(({ id }) => id).join(', ')}), or a YAML or JSON file of your own
  --policy record        every role does what was really done (the default)
           none          nobody acts
           cautious      roles prepare thoroughly, and wait for confirmation before they act
           fast          roles prepare little, and act at the first moment
           thrifty       roles take only what is cheap
           expert        roles do what the scenario holds best, when it works best
           random        roles take open decisions by chance (by the seed)
           FILE.log.json every role does what a saved log says
  --role ID              only this role plays by the policy; the others do what was really done
  --cut ID               play in the rounds of one of the scenario's cuts, such as short
  --seed TEXT            seed of chance (default ${DEFAULT_SEED}, or the log's own); any text, equal text gives equal runs
  --set LEVER=VALUE      set a lever before the incident starts; may be repeated, what comes later holds
  --until MIN            stop at this minute of the exercise (default: its end, or where the log ends)
  --every MIN            write curves every MIN minutes (default: every step for 4 hours, then every 15 minutes)
  --world ID             which world of a log that holds several
  --out DIR              folder for the results; it is made where it is missing, and earlier results are replaced

Levers:
  LEVER                  a parameter of the model, such as update.pollMin
  LEVER[CLASS]           for one class of hosts: server, workstation, laptop, kiosk or cloud
  LEVER@SCOPE            for one sector, organisation or vendor, by its id
  VALUE                  a number in the lever's unit, true or false for a switch, the name of a choice
  for example            --set "repair.handsMin[server]@SECTOR=10" --set rollout.order=halted

Results:
  curves.csv     hosts by state, services and losses: one row for each minute and group (all, sector, class, vendor,
                 country, organisation); numbers that a group does not have are left empty
  events.jsonl   what was done and what followed, one JSON object a line; before the incident, minute is -1
  final.json     the last minute in full, with the 64-bit hash of the world's state and each role's harm index: 1 as
                 with nobody acting, 0 no harm
  play.log.json  the log of the exercise: play it again with --policy

The exit code is 0 when all was written, else 1 with the reason.`;

/**
 * Reads the command line.
 * @returns what to do, or help to print instead
 * @throws ReadableError naming the option that cannot be used
 */
export function readOptions(argv: readonly string[]): SimOptions | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	const given = readCommandLine('npm run sim --', argv, {
		scenario: 'value',
		policy: 'value',
		role: 'value',
		cut: 'value',
		seed: 'value',
		set: 'values',
		until: 'value',
		every: 'value',
		world: 'value',
		out: 'value',
		help: 'flag'
	});
	const [scenario] = given.scenario;
	const [out] = given.out;
	if (scenario === undefined)
		throw new ReadableError(`Say what to run: --scenario ${DEFAULT_SCENARIO}, or --scenario FILE.`);
	if (out === undefined) throw new ReadableError('Say where the results go: --out DIR.');
	const [until] = given.until;
	const [every] = given.every;
	return {
		scenario,
		policy: given.policy[0] ?? 'record',
		role: given.role[0] ?? null,
		cut: given.cut[0] ?? null,
		seed: readSeed(given.seed[0]),
		set: given.set,
		untilMin: until === undefined ? null : readWhole('--until', until, 0, MINUTE_MOST),
		everyMin: every === undefined ? null : readWhole('--every', every, 1, MINUTE_MOST),
		world: given.world[0] ?? null,
		out
	};
}

function readSeed(text: string | undefined): string | null {
	if (text === undefined) return null;
	if (text.length <= SEED_LENGTH) return text;
	throw new ReadableError(`--seed has ${text.length} characters. Keep it to ${SEED_LENGTH}.`);
}
