import { DOCUMENT_IDS, type DocumentId } from '../../lib/documents/document-ids.ts';
import { nearest } from '../../lib/scenario/parse/nearest.ts';
import { readCommandLine } from '../command-line.ts';
import { ReadableError } from '../readable-error.ts';

export interface ExportOptions {
	readonly log: string;
	readonly out: string;
	readonly only: readonly DocumentId[];
	/** The author's file that was played; null: the built-in scenario that the log names. */
	readonly scenario: string | null;
	/** Of the scenario's own texts. */
	readonly language: string;
}

export const HELP = `Makes the documents of an exercise from its log.

  npm run export -- play.log.json --out out/documents
  npm run export -- room.json --out out/documents --only aar,msel

  LOG                a log saved from a run or a room, or by npm run sim
  --out DIR          folder for the documents; it is made where it is missing, and earlier ones are replaced
  --only LIST        some of them, with commas between; left out: all
  --scenario FILE    the scenario file, where an author's own was played
  --language CODE    language of the scenario's texts, such as de, where it has them (default en)

Documents:
  aar        after-action report and improvement plan, a draft (DOCX)
  slides     a few slides for those who report upward, a draft (PPTX)
  eeg        exercise evaluation guides with ratings and notes (DOCX)
  msel       master scenario events list, as conducted (XLSX and CSV)
  sitman     situation manual for players (DOCX)
  handbook   controller and evaluator handbook (DOCX)
  handout    participant handout, a page for each role (DOCX)
  feedback   participant feedback form (DOCX)
  curves     hosts, services, losses and trust over time, with units (CSV)
  log        the log, one JSON object a line, with and without what people wrote (JSONL)

The exit code is 0 when all that was asked for has been written, else 1 with the reason.`;

/**
 * Reads the command line.
 * @returns what to do, or help to print instead
 * @throws ReadableError naming what is missing or not known
 */
export function readExportOptions(argv: readonly string[]): ExportOptions | string {
	if (argv.includes('--help') || argv.includes('-h')) return HELP;
	const [log, ...rest] = argv;
	const called = 'npm run export --';
	if (log === undefined || log.startsWith('-'))
		throw new ReadableError(`Say which log first: ${called} LOG.json --out DIR.`);
	const given = readCommandLine(called, rest, {
		out: 'value',
		only: 'value',
		scenario: 'value',
		language: 'value'
	});
	const [out] = given.out;
	if (out === undefined) throw new ReadableError('Say where the documents go: --out DIR.');
	return {
		...{ log, out },
		only: given.only[0] === undefined ? DOCUMENT_IDS : given.only[0].split(',').map(idOf),
		scenario: given.scenario[0] ?? null,
		language: given.language[0] ?? 'en'
	};
}

function idOf(typed: string): DocumentId {
	const found = DOCUMENT_IDS.find((id) => id === typed.trim());
	if (found !== undefined) return found;
	const close = nearest(typed.trim(), DOCUMENT_IDS);
	const hint = close === null ? '' : ` Did you mean ${close}?`;
	throw new ReadableError(
		`--only: there is no document "${typed}".${hint} Choose from ${DOCUMENT_IDS.join(', ')}.`
	);
}
