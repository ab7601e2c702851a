/** People who are none: they sit in the seats of a rehearsal, and say what people say when they look back. */
export const rehearsal = {
	names: ['Ana', 'Ben', 'Chloé', 'Dmitri', 'Esra', 'Femi', 'Greta', 'Hugo', 'Ines', 'Jun', 'Karim', 'Lea'],
	keep: [
		'We asked what we knew and what we guessed before we decided.',
		'One person kept the clock and said when half of the time was gone.'
	],
	change: ['We waited too long for a second source.', 'Nobody had the list of who may be called at night.']
};
