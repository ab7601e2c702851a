/** What keys mean wherever they stand, unless a place says otherwise. */
export const common = {
	id: 'Name by which the rest of the file refers to it: lower-case words joined by hyphens, once in its list.',
	name: 'What people read for it.',
	title: 'Its heading.',
	text: 'What people read.',
	body: 'The message itself.',
	facts: 'Ids of the facts that it rests on.',
	assumed: 'Why it is so where no fact says it: shown to players beside the facts.',
	role: 'Id of a role.',
	roles: 'Ids of roles; left out: all.',
	vendor: 'Id of a vendor.',
	decision: 'Id of a decision.',
	at: 'When: a time of the exercise.',
	channel: 'The way on which it reaches people.',
	from: 'Who says it.',
	set: 'The lever that is set: one of the list of levers below.',
	value:
		'A number in the lever’s unit, true or false for a switch, the name of a choice; or numbers by class of hosts.',
	times:
		'In place of value: a number that what is in force is multiplied by, or numbers by class of hosts; what comes of it stays within the lever’s range. Effects that multiply work together, in whatever order, and keep their meaning when the model’s own values change.',
	scope:
		'Whose value: world (where nothing is said), vendor:ID, sector:ID, organisation:ID; in a decision also own, the organisations of the role that decides.',
	class: 'One class of hosts, of a lever that is set by class; left out: all of them.',
	after: 'Minutes later than the decision takes hold.',
	server: 'Servers.',
	workstation: 'Desktop computers.',
	laptop: 'Laptops.',
	kiosk: 'Tills, kiosks, gates, embedded hosts.',
	cloud: 'Virtual machines in a cloud.',
	weekday: 'Monday to Friday: one share for every hour, or 24 by local hour.',
	weekend: 'Saturday and Sunday, in the same way.',
	classMix: 'Shares of its hosts by class; they sum to 1.',
	unit: 'What it is counted in, in the plural.'
} as const;
