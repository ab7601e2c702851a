/** What leads to a replay. */
export const replayLink = {
	heading: 'Replay and fork',
	lead: 'Go through the whole run once more, minute by minute, and see from any moment what would have come of another decision.',
	afterRoom:
		'Go through the whole exercise once more, minute by minute, on this device. What others kept to themselves stays theirs.',
	open: 'Replay the exercise',
	ofRoom:
		'The map, curves, messages, decisions, votes, ratings and notes of all teams; forks from any moment.'
};
