/** What the page on the model says of decisions that save much for their price, or move nothing. */
export const weights = {
	heading: 'Prices and what they save',
	text: (measured: number, heavy: number) =>
		`Each of ${measured} decisions and answers was tried alone in three worlds: as on record, with the others as on record, and with nobody else acting. ${heavy} of them save more than a hundred times their price in one of these, by the model. Such a weight has to be argued: it says by what, on which source or assumption, and why it stands. Savings do not add up; what one decision saves another cannot save again.`,
	table: 'Decisions that save more than a hundred times their price',
	columns: ['Decision', 'Price', 'Saves at most', 'Why it stands'],
	free: 'attention',
	saves: {
		own: (usd: string) => `${usd} of one’s own`,
		world: (usd: string) => `${usd} in the world`
	},
	restsOn: 'What it rests on',
	levers: (meanings: readonly string[]) => `Moves: ${meanings.join('; ')}.`,
	source: (source: string) => `Source: ${source}.`,
	assumed: (what: string) => `Assumed: ${what}.`,
	idle: {
		heading: (n: number) => (n === 1 ? 'One moves nothing' : `${n} move nothing`),
		text: 'Levers that, in none of the three worlds, move what they are there to move.'
	},
	/** By decision. */
	argued: {} as Readonly<Record<string, string>>
};
