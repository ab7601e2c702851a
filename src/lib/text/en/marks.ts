/** What the desk says of evaluators' marks and notes. */
export const marks = {
	heading: 'Marks and notes',
	none: 'No evaluator has written anything yet.',
	show: (marks: number, notes: number) =>
		`${marks} ${marks === 1 ? 'mark' : 'marks'}, ${notes} ${notes === 1 ? 'note' : 'notes'}`,
	of: (mark: string, task: string) => `${mark}: ${task}`,
	before: (marks: readonly string[]) => `before: ${marks.join(', ')}`,
	by: (who: string, team: string | null, time: string | null) =>
		[who, team, time].filter((part) => part !== null && part !== '').join(', '),
	last: (mark: string, task: string, time: string | null) =>
		`Marked ${mark}${time === null ? '' : ` at ${time}`}: ${task}`,
	lastNote: (text: string, time: string | null) => `Noted${time === null ? '' : ` at ${time}`}: ${text}`,
	unnamed: 'an evaluator',
	onMessage: (title: string) => `on “${title}”`
};
