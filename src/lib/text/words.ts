import { en as page } from './en.ts';
import { agenda } from './en/agenda.ts';
import { attribution } from './en/attribution.ts';
import { ballots } from './en/ballots.ts';
import { briefing } from './en/briefing.ts';
import { explain } from './en/explain.ts';
import { desk } from './en/desk.ts';
import { parallel } from './en/parallel.ts';
import { errorPage } from './en/error-page.ts';
import { evaluate } from './en/evaluate.ts';
import { files } from './en/files.ts';
import { help } from './en/help.ts';
import { home } from './en/home.ts';
import { host } from './en/host.ts';
import { hotWash } from './en/hot-wash.ts';
import { live } from './en/live.ts';
import { model } from './en/model.ts';
import { ownScenarios } from './en/own-scenarios.ts';
import { parts } from './en/parts.ts';
import { play } from './en/play.ts';
import { preflight } from './en/preflight.ts';
import { print } from './en/print.ts';
import { runs } from './en/runs.ts';
import { setup } from './en/setup.ts';
import { stage } from './en/stage.ts';
import { watch } from './en/watch.ts';
import { team } from './en/team.ts';
import { localised } from './localised.ts';

export { inLocale } from './localised.ts';

const en = {
	...page,
	agenda,
	attribution,
	errorPage,
	files,
	home,
	host,
	live,
	desk,
	parallel,
	stage,
	evaluate,
	watch,
	ballots,
	newRun: setup,
	briefing,
	help,
	runs,
	ownScenarios,
	parts,
	play,
	preflight,
	print,
	hotWash,
	explain,
	team,
	model
};

export type Words = typeof en;

const words: Words = localised({ en });

/** Interface words in the reader's language. */
export function wordsFor(): Words {
	return words;
}
