import type { FileFaults, YamlFault } from '../../../scenario/faults/file.ts';
import type { FaultWords } from '../../fault-words.ts';
import { says } from './says.ts';

const UNFOLD = 'Unfold it: no scenario needs such depth.';

export const file: FaultWords<FileFaults> = {
	tooLarge: ({ characters, most }) =>
		says(`the file has ${characters} characters`, `Keep it below ${most}: no scenario is so long.`),
	notText: () => says('this is not text', 'Save the file as plain text in UTF-8.'),
	empty: () => says('the file is empty', 'Write a scenario into it.'),
	notYaml: ({ fault }) =>
		says(`this is not YAML: ${YAML[fault][0]}`, YAML[fault][1] ?? 'Mend it here or just above.'),
	secondDocument: () => says('a second document starts here', 'Keep one scenario to a file.'),
	directive: () => says('YAML directives are not read here', 'Remove the line that starts with %.'),
	tooDeep: () => says('this is nested too deep, or holds itself', UNFOLD),
	tooManyValues: () => says('the file unfolds to too many values', 'Make it smaller, and use fewer aliases.'),
	foreignTag: ({ tag }) => says(`the tag ${tag} is not read here`, 'Remove it.'),
	noAnchor: ({ anchor }) => says(`there is no anchor &${anchor} above`, 'Write the value itself.'),
	numberTooLarge: ({ number, most }) =>
		says(`${number} is no number that can be worked with`, `Keep numbers below ${most}.`),
	textTooLong: ({ characters, most }) =>
		says(`this text has ${characters} characters`, `Keep texts below ${most}.`),
	keyNotText: ({ key }) => says(`the key ${key} is not a text`, 'Write keys as plain words, or in quotes.'),
	keyForbidden: ({ key }) => says(`the key '${key}' is not allowed`, 'Choose another name.'),
	noScenario: ({ format }) => says('a mapping is needed here', `Begin with format: ${format}.`),
	unknownFormat: ({ format }) => says('the format is missing or unknown', `Write format: ${format}.`),
	newerFormat: ({ format, reads }) =>
		says(
			`this is format ${format}, and this version reads format ${reads}`,
			'Open it with a newer version of Patchfall.'
		),
	otherPart: ({ name, callsItself }) =>
		says(`this part calls itself '${callsItself}'`, `Write part: ${name}.`),
	notPlayable: () =>
		says(
			'nobody can play this scenario in a room: it has no cut, or no role with a budget and a goal',
			'Add cuts, and a role with budget and goal.'
		)
};

const INDENT = 'Indent with the same number of spaces as the lines beside it.';

/** What is wrong, and what to do where that is more than to mend it. */
const YAML: Readonly<Record<YamlFault, readonly [string, string?]>> = {
	TAB_AS_INDENT: ['a tab stands where spaces indent', 'Put spaces in the place of every tab of the file.'],
	BAD_INDENT: ['the indentation does not fit', INDENT],
	BAD_SCALAR_START: ['a plain text cannot begin with this sign', 'Put the text in quotes.'],
	BAD_DQ_ESCAPE: ['a backslash means nothing here', 'Write \\\\ for a backslash, or use single quotes.'],
	MISSING_CHAR: [
		'a sign is missing: a quote, a bracket, a comma or a colon',
		'Close what was opened here or above.'
	],
	UNEXPECTED_TOKEN: ['something stands here that does not belong', 'Check brackets, quotes and indentation.'],
	MULTILINE_IMPLICIT_KEY: [
		'a key goes on over several lines',
		'Put it on one line; check quotes and colons.'
	],
	BLOCK_AS_IMPLICIT_KEY: ['a mapping begins in the middle of a line', 'Put texts with a colon in quotes.'],
	BLOCK_IN_FLOW: ['an indented block stands within brackets', 'Write it within the brackets, in one form.'],
	KEY_OVER_1024_CHARS: ['a key has more than 1,024 characters', 'Close the quote before it, or shorten it.'],
	DUPLICATE_KEY: ['a key stands twice', 'Keep one of them.'],
	NON_STRING_KEY: ['a key is not a text', 'Write keys as plain words, or in quotes.'],
	BAD_ALIAS: ['an alias names no anchor', 'Write the value itself.'],
	ALIAS_PROPS: ['an alias has a tag or an anchor of its own', 'Write the value itself.'],
	MULTIPLE_ANCHORS: ['a value has two anchors', 'Keep one of them.'],
	MULTIPLE_TAGS: ['a value has two tags', 'Remove them.'],
	BAD_PROP_ORDER: ['a tag or an anchor stands in the wrong place', 'Remove it.'],
	TAG_RESOLVE_FAILED: ['a tag does not fit its value', 'Remove the tag.'],
	BAD_COLLECTION_TYPE: ['a tag does not fit its list or mapping', 'Remove the tag.'],
	BAD_DIRECTIVE: ['a line starts with %', 'Remove the line, or put the text in quotes.'],
	MULTIPLE_DOCS: ['a second document starts here', 'Keep one scenario to a file.'],
	RESOURCE_EXHAUSTION: ['it unfolds to too much', 'Make it smaller, and use fewer aliases.'],
	IMPOSSIBLE: ['it cannot be read']
};
