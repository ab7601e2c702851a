import { counted } from '../figures.ts';

/** Scenarios of an author's own on this device. */
export const ownScenarios = {
	label: 'Scenario',
	builtIn: 'Built in',
	own: 'Your own, on this device',
	heading: 'Your own scenario',
	choose: 'Add a scenario file',
	help: 'One YAML or JSON file. Of a scenario in several files choose the main file and its parts together. It stays on this device, is sent nowhere, and needs no network.',
	write: 'How to write one',
	fromList: 'Make one from a list of injects (MSEL)',
	reading: 'Reading …',
	added: (title: string) => `‘${title}’ holds, and is kept on this device.`,
	faulty: (file: string, n: number) =>
		`${file} has ${counted(n, { one: 'fault', other: 'faults' })}. Mend them, then choose the file again.`,
	more: (n: number) => `And ${n} more.`,
	fault: (file: string, line: number, what: string, remedy: string) =>
		`${file}, line ${line}: ${what}. ${remedy}`,
	/** Why a file that holds is not kept. */
	notKept: {
		full: 'The file holds, but the storage of this browser is full. Free some space, for example by removing runs or scenarios from this device, then choose the file again.',
		forbidden:
			'The file holds, but this browser is set to keep nothing for this page. Allow the page to keep data in the settings of the browser, then choose the file again.',
		notKept:
			'The file holds, but keeping it failed. Close other tabs of this page, or leave the private window if this is one, then choose the file again.'
	},
	notRemoved: (title: string) =>
		`Removing ‘${title}’ failed, and it is still on this device. Close other tabs of this page, then press Remove again.`,
	broken: (detail: string) =>
		`Reading the file broke off${detail === '' ? '' : ` (${detail})`}. Reload the page and choose the file again.`,
	onDevice: 'On this device',
	remove: 'Remove',
	removeOf: (title: string) => `Remove ‘${title}’ from this device`,
	/** Asked before; `unfinished` is null where it is not known. */
	removeAsked: (title: string, unfinished: number | null) =>
		unfinished === 0
			? `Press again to remove ‘${title}’ from this device.`
			: `Press again to remove ‘${title}’ from this device. ${
					unfinished === null
						? 'Unfinished runs of it'
						: counted(unfinished, { one: 'unfinished run of it', other: 'unfinished runs of it' })
				} can then be looked at, and played on only once the same file is added again.`,
	removeSure: 'Remove for good',
	removeSureOf: (title: string) => `Remove ‘${title}’ for good`,
	keep: 'Keep',
	keepOf: (title: string) => `Keep ‘${title}’`,
	removed: (title: string) => `‘${title}’ is removed from this device.`,
	keptRuns: 'Runs that were played with a scenario stay readable when it is removed.'
};
