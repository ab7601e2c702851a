import { glossary } from './glossary.ts';

/** What help says: how the exercise works, its words, its keys, where its figures come from. */
export const help = {
	title: 'Help',
	close: 'Close',
	open: 'Help',
	authors: 'Write a scenario of your own',
	parts: {
		how: 'How it works',
		words: 'Glossary',
		keys: 'Keys',
		sources: 'Sources and privacy',
		look: 'Theme'
	},
	how: [
		{
			head: 'You take a seat.',
			text: 'Each role owns its own organisations and levers, gets its own messages, and is judged on its own harms, with the world’s beside them. The other roles are played by the computer, each by a rule that you can read and choose.'
		},
		{
			head: 'Before: a budget of money and attention.',
			text: 'In the months before, you buy what will be in place on the day: spare media, drills, a second vendor, rings. Nobody tells you what is coming.'
		},
		{
			head: 'During: rounds.',
			text: 'The world halts, messages are there, decisions are open. You choose, say why and how sure you are, and commit the round. Then the world runs to the next one. You can pause it, and stop it to decide at once.'
		},
		{
			head: 'After: recovery is work.',
			text: 'Hosts come back through hands, keys and reachable sites. Some decisions of the first hour come back on the second day.'
		},
		{
			head: 'At the end: the hot wash.',
			text: 'Your run beside the record and beside nobody deciding. What helped and what hurt is found by running this very run again with one thing changed.'
		},
		{
			head: 'Nothing multiplies an outcome.',
			text: 'A decision sets levers of a model: how a rollout is staged, how many hands there are, where a key is kept. What follows is counted, host by host.'
		},
		{
			head: 'Nothing is lost.',
			text: 'The run is saved on this device after every step. Close the page and continue later; fork from any past round; save the log as a file and open it anywhere.'
		},
		{
			head: 'Except what browsers delete by themselves.',
			text: 'A private window forgets its runs when it is closed. Safari deletes what a page keeps after seven days without a visit, other browsers when the disk is full, and all of them when site data is cleared. After your first round the page asks the browser to keep your runs; a saved log is safe from all of this.'
		}
	],
	keys: {
		/** Keys as they are labelled. */
		names: {
			Control: 'Ctrl',
			Shift: 'Shift',
			Meta: 'Meta',
			Enter: 'Enter',
			Backspace: 'Backspace',
			ArrowLeft: '←',
			ArrowRight: '→',
			ArrowUp: '↑',
			ArrowDown: '↓',
			PageUp: 'Page up',
			PageDown: 'Page down',
			'-': '−'
		},
		onMac: { Control: '⌃', Shift: '⇧', Meta: '⌘' },
		or: ' or ',
		places: {
			everywhere: 'Everywhere',
			play: 'While you play',
			map: 'On the map, while it has the focus',
			desk: 'At the facilitator’s desk',
			deskLetters: 'At the desk, once single letters are switched on there',
			stage: 'On the stage, and with a clicker'
		},
		does: {
			everywhere: { help: 'Open help, and close it' },
			play: {
				main: 'The main action: begin, commit the round, run to the next decision',
				undo: 'Take back all that was chosen in this round',
				pause: 'Pause the running world, and let it run on',
				stop: 'Stop here and decide',
				table: 'Map as table, and back'
			},
			map: {
				move: 'Move the map',
				closer: 'Closer',
				farther: 'Farther',
				world: 'The whole world',
				continent: 'A continent',
				nextCity: 'To the next city with hosts down',
				freeze: 'Freeze the picture, and let it go on',
				table: 'Map as table, and back',
				machines: 'States, and back',
				map: 'Back to the map'
			},
			desk: {
				main: 'Main button',
				pause: 'Pause, and go on',
				undo: 'Take the last step back',
				edit: 'Edit the chosen message'
			},
			deskLetters: {
				pause: 'Pause, and go on',
				blank: 'Blank the stage, and back',
				code: 'Code on the stage',
				map: 'World on the stage',
				services: 'Services on the stage',
				ballot: 'Vote on the stage',
				next: 'To the next message',
				release: 'Release the chosen message',
				park: 'Park the chosen message, or put it back',
				edit: 'Edit the chosen message',
				write: 'Write a message'
			},
			stage: {
				next: 'The next section',
				back: 'The section before',
				blank: 'Blank, and back',
				code: 'Show the code, and hide it',
				fullScreen: 'Full screen, and back'
			}
		},
		/** What every page of the web has. */
		general: [
			{ keys: 'Tab, Shift + Tab', does: 'Forwards and backwards through everything that can be operated' },
			{ keys: 'Enter or Space', does: 'Press a button, choose a decision, open a note on a figure' },
			{ keys: 'Arrow keys', does: 'How sure you are; speed' },
			{ keys: 'Escape', does: 'Close what is open: help, a note, a dialog' }
		]
	},
	glossary: {
		find: 'Find a word',
		none: (text: string) => `No word like “${text}”.`,
		groups: { exercise: 'Of exercises', field: 'Of the field', patchfall: 'Of Patchfall' },
		terms: glossary
	},
	model: 'How good is the model?',
	sources: [
		{
			head: 'Sourced or assumed.',
			text: 'Every value of the model has a source, or the word “assumed”, in the scenario’s files. Where a figure on screen has a dotted line, it says which.'
		},
		{
			head: 'A model, not a measurement.',
			text: 'The reference case is fitted to public figures: 8.5 million devices, 78 minutes, 97 % back by 25 July. Other figures were left out of the fit, to test it.'
		},
		{
			head: 'Fictional names.',
			text: 'Players and their organisations are invented. Real firms stand only in the sourced record.'
		},
		{
			head: 'It stays with you.',
			text: 'When you play alone nothing leaves this device: no account, no analytics, no request to anybody else’s server. After the first visit it works offline.'
		}
	],
	guide: {
		title: 'First time here',
		step: (n: number, of: number) => `${n} of ${of}`,
		next: 'Next',
		back: 'Back',
		skip: 'Dismiss',
		done: 'Begin',
		again: 'Show the first-run guide again',
		steps: [
			{
				head: 'First you prepare.',
				text: 'These are the months before. Money and attention are limited; what you buy now is in place on the day. You need not spend anything.'
			},
			{
				head: 'Then the day comes, in rounds.',
				text: 'The world halts at each round. Read the situation, choose what to do, say how sure you are, then commit. Until then everything can be taken back.'
			},
			{
				head: 'The world runs between rounds.',
				text: 'You set its pace. Pause it, or stop it where it is and decide at once. There is no time limit unless you set one.'
			},
			{
				head: 'Ask anything on screen what it is.',
				text: 'A dotted line under a figure or a word opens a note. Help holds a glossary and the keys.'
			}
		]
	}
};
