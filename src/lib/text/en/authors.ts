import { expressionFields } from './expression-fields.ts';
import { percent, whole } from '../figures.ts';

/** What the page for authors of scenarios says around what it takes from the schema. */
export const authors = {
	title: 'Write a scenario · Patchfall',
	description:
		'How to write a scenario of your own: the file, its keys, levers, expressions, sectors and cities.',
	heading: 'Write a scenario',
	lead: 'A scenario is one text file in YAML (or JSON). It says who plays, what is released, what can be decided, and which messages come. What follows from it, the model works out; nothing in the file says how things end.',
	start: {
		heading: 'Begin with one that runs',
		steps: [
			'Save the example below, or write one with npm run new-scenario -- "My scenario".',
			'On the page where a run is set up, press “Your own scenario” and choose the file. It is read on your device, sent nowhere, and kept there; without a network too.',
			'Change one thing, choose the file again. What is wrong is said with its line and what to do. A file whose levers, times or rules have changed is another version: runs of the earlier one stay readable.',
			'Open it on the map, play it alone, or choose it when you open a room.'
		],
		save: 'Save the example',
		show: 'Show the example',
		exampleLabel: 'The example, as a file',
		list: 'Have you a list of injects (MSEL) already?',
		fromList: 'Read it into a scenario',
		schema:
			'An editor that knows JSON Schema completes keys and shows what they mean: put this line first in the file.'
	},
	rules: {
		heading: 'How it works',
		list: [
			{
				head: 'A decision sets levers.',
				text: 'Levers are parameters of the model: how a rollout is staged, how many hands there are, how long paper takes. A decision never says what it achieves. Whether it achieved anything, the run shows, and npm run decisions -- --scenario FILE shows it for each decision: which quantity it moves by how much.'
			},
			{
				head: 'Only what people read is by language.',
				text: 'Titles and texts are written as { en: … }, further languages beside en. Names of vendors and organisations are plain text. A text with a comma or a colon inside { } goes in quotes.'
			},
			{
				head: 'Times come in three forms.',
				text: "Minutes from the start (75), elapsed hours and minutes in quotes ('01:15'), or a moment in UTC (2010-04-21T13:45Z). Stops of a cut lie on the grid of the clock."
			},
			{
				head: 'The record is one of the runs.',
				text: 'Every play is compared with what was really done and with nobody deciding. An invented scenario may invent its record; without one, the record is nobody deciding.'
			},
			{
				head: 'To be played alone it needs three things.',
				text: 'A role with a budget and a goal, a cut without for, and a decision or two for each round. Everything else in the file is optional, or comes from the model.'
			},
			{
				head: 'Hosts of an organisation are taken out of its sector.',
				text: 'So a site cannot have more hosts of a vendor than its sector has in that city. Where it wants too many, the message says how many there are.'
			},
			{
				head: 'Figures have sources.',
				text: 'Cite facts by id, or say in assumed why it is so. Players see both. Real names stand in the record and in facts; players and their organisations are fictional.'
			}
		]
	},
	missing: {
		heading: 'What cannot be written yet',
		list: [
			'Two releases of one vendor: each vendor has one.',
			'An update server of a customer’s own as a thing that can fail: hosts held back (update.heldBackShare, update.heldBackMin) stand for it.',
			'A host that is up without its network: it counts as down.',
			'What late content lets in: a host whose update is held back is as safe as one that has it. Exposure levers act on hosts without a working agent alone.'
		]
	},
	keys: {
		heading: 'The keys of the file',
		text: '[] stands for each item of a list, ID for a name of your own. What is needed is marked; everything else may be left out.',
		key: 'Key',
		value: 'Value',
		meaning: 'Meaning',
		needed: 'needed',
		otherwise: (value: string) => `else ${value}`
	},
	parts: {
		file: 'The scenario itself',
		clock: 'Time',
		vendors: 'Vendors, hosts and what is released',
		people: 'Roles and organisations',
		play: 'Decisions, messages, lengths, votes',
		judged: 'Objectives, experts, record, facts',
		values: 'Values and sectors',
		world: 'The world',
		summit: 'The summit'
	},
	kinds: {
		text: 'text',
		byLocale: 'text by language',
		number: 'number',
		whole: 'whole number',
		flag: 'true or false',
		list: 'list',
		mapping: 'mapping',
		oneOf: 'one of:',
		time: 'time',
		lever: 'a lever',
		any: 'see meaning'
	},
	bounds: (low: number | null, high: number | null) =>
		low !== null && high !== null
			? `${low} to ${whole(high)}`
			: low !== null
				? `from ${low}`
				: `up to ${high}`,
	levers: {
		heading: 'Levers',
		text: 'What decisions, the record and parameters can set. Whose: the world’s, a vendor’s (scope vendor:ID), or a group’s (scope sector:ID, organisation:ID, or own).',
		lever: 'Lever',
		whose: 'Whose',
		unit: 'Unit',
		range: 'Range',
		meaning: 'Meaning',
		perClass: 'by class',
		before: 'in preparation only',
		plans: 'your ring plans'
	},
	owners: { world: 'world', vendor: 'vendor', group: 'group' },
	units: {
		min: 'minutes',
		share: 'share',
		hosts: 'hosts',
		perDay: 'a day',
		usd: 'US$',
		flag: 'switch',
		choice: 'choice',
		number: 'number'
	},
	expressions: {
		heading: 'Expressions',
		text: 'Conditions of messages and marks, and measures of goals. Numbers, texts in single quotes, + − * /, < <= > >= == !=, and, or, not, brackets; numbers may hold underscores: 100_000.',
		example: "not taken('take-it-back') and sector.hospitals.output < 0.9",
		names: 'Names',
		calls: 'Calls'
	},
	names: {
		minute: 'Minutes since the start.',
		world: 'All hosts of the world.',
		sector: 'A sector, with its organisations.',
		organisation: 'A named organisation.',
		vendor: 'A vendor’s hosts; of one that releases something, its rollout too.',
		trust: 'Trust in the vendor that released it, from 0 to 1.',
		role: 'A role.'
	},
	fields: expressionFields,
	calls: {
		taken: 'Whether a decision has been taken.',
		takenBy: 'Whether it had been taken by a minute.',
		min: 'The least of two numbers or more.',
		max: 'The greatest of two numbers or more.'
	},
	sectors: {
		heading: 'Sectors of the standard model',
		text: 'To change one or to add one, write ownSectors: what is left out is inherited.',
		id: 'Id',
		name: 'Sector',
		unit: 'Delivers',
		share: 'Of all hosts',
		shareOf: (share: number) => percent(share),
		profiles: 'Profiles of the day'
	},
	cities: {
		heading: 'Cities of the built-in world',
		text: (n: number) => `${n} cities, by country: the ids that sites of organisations name.`,
		show: 'Show the cities'
	},
	built: {
		heading: 'Scenarios to read',
		text: 'The built-in ones are files like yours, in src/lib/scenario/packs; the shortest is one file, written from this page.'
	}
};
