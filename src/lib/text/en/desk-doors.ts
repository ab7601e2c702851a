/** Links, codes and doors of a room, as its facilitators read of them. */
export const roomLinks = {
	heading: 'Links and codes',
	paper: 'Briefs, cards and messages on paper',
	log: 'Save the log of this room as a file',
	logWithoutTexts: 'The same without what people wrote',
	wifi: {
		heading: 'Wi-Fi that people use',
		help: 'Shown on the stage’s joining screen and on the printed joining cards, and kept in no log. Leave the password empty to say it aloud.',
		name: 'Name of the Wi-Fi',
		password: 'Password, if it is to be shown',
		save: 'Show it',
		saved: 'The stage and the cards show it.',
		gone: 'Nothing is shown of it.'
	},
	close: 'Close',
	players: 'Players',
	audience: 'Audience',
	stage: 'Stage',
	evaluator: 'Evaluators',
	observer: 'Observers',
	facilitator: 'A second desk',
	text: {
		players: 'Type it at the address below, or scan.',
		audience: 'For phones that follow along and vote.',
		stage: 'Open it on the machine with the projector, then press F5.',
		evaluator: 'One link for all evaluators; each gets a seat of their own.',
		observer: 'Sees what the stage shows, with text.',
		facilitator: 'Whoever has it can do everything that you can.'
	},
	open: 'Open in a new window',
	copy: 'Copy the link',
	copied: 'Copied',
	aloud: 'Copy for reading aloud',
	address: 'Address that phones use',
	noAddress:
		'Phones cannot reach “localhost”, and no network was found on this machine. Connect it to the Wi-Fi that people use, start the server so that it listens there, then load this page again. On this machine the codes work.',
	gone: 'Only the host of the room makes links for staff and withdraws them.',
	make: 'Another link',
	makeOf: (what: string) => `Another link: ${what}`,
	made: 'A new link is made. Those of before stay good until they are withdrawn.',
	withdraw: 'Withdraw links',
	withdrawOf: (what: string) => `Withdraw all links: ${what}`,
	withdrawSure: 'Withdraw all of them?',
	withdrawn: 'These links let nobody in any more. Whoever came by one stays.',
	failed: 'The server did not do it. Try again in a moment.',
	closeDoor: { players: 'Close this door', audience: 'Close this door' },
	openDoor: { players: 'Open this door', audience: 'Open this door' },
	scan: (what: string) => `Code to scan: ${what}`
};

/** Erasing what a room has kept. */
export const erasing = {
	heading: 'Erase',
	close: 'Close',
	names: {
		heading: 'Names, and what people wrote',
		text: 'Names, reasons, notes, advice, pads, and the cards of what to keep and to change are gone for good: save what you want to keep of them first. What was decided, when, and what came of it can still be read.',
		act: 'Erase names and texts',
		sure: 'Erase them for good?',
		done: 'Names and texts are erased.'
	},
	room: {
		heading: 'The whole room',
		text: 'Everything that is kept of it is gone for good, and nobody can read its result any more.',
		act: 'Erase the room',
		sure: 'Erase everything for good?'
	},
	failed: 'The server did not do it. Try again in a moment.'
};
