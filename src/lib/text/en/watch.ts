/** What observers and the audience's phones read: what the stage shows, as text. */
export const watch = {
	title: (code: string) => `Watching room ${code} · Patchfall`,
	opening: 'Watching',
	lead: 'You watch. Nothing is asked of you.',
	latest: 'Latest to everybody',
	earlier: 'Before that',
	none: 'Nothing has been said to everybody yet.',
	world: 'The world now',
	services: 'Services, as a share of what is asked',
	findings: 'What the teams’ runs came to',
	finding: (harm: string, record: string | null) =>
		`${harm} of the harm that comes when nobody decides${record === null ? '' : `; the record had ${record}`}`,
	/** Heading when the play is over. */
	over: 'Hot wash',
	ended: 'It has ended. Thank you.'
};
