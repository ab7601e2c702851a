export const tables = {
	wider: 'Wider than this place: scroll it sideways for the other columns.'
};
