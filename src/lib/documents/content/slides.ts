import type { RatingMark } from '../../exercise/log/events.ts';
import { documentWords } from '../../text/document-words.ts';
import { slidesFile, type Slide } from '../office/slides.ts';
import { CHART } from '../picture/line-chart.ts';
import { aboutFile } from '../material/about.ts';
import type { Material, Party } from '../material/material.ts';
import { momentText } from '../material/moments.ts';
import { taskReports } from '../material/ratings.ts';
import { figuresOf } from './figures.ts';
import { findingsOf, isArea, isStrength, ratedText, type Finding } from './findings.ts';
import { outcomeRows } from './outcome.ts';
import { teamText } from './team-names.ts';

const words = documentWords.slides;
const { draft } = documentWords.common;
const MARKS: readonly RatingMark[] = ['P', 'S', 'M', 'U'];
/** As many as can be read on a slide. */
const POINTS_MOST = 6;
const ROWS_MOST = 9;

/** A few slides on what was exercised, what it came to, how it was rated, and what happens next. */
export function slidesDocument(material: Material): Uint8Array {
	const findings = findingsOf(taskReports(material));
	const title = words.title(material.say(material.pack.scenario.title));
	return slidesFile({ ...aboutFile(material, title), draft }, [
		{
			heading: title,
			content: {
				kind: 'opening',
				lines: [momentText(material, 0), words.opening.dates, words.opening.sponsor, words.opening.by]
			}
		},
		exercised(material),
		...outcomes(material),
		ratings(material, findings),
		points(material, words.strengths, findings.filter(isStrength)),
		points(material, words.areas, findings.filter(isArea)),
		next(material, findings.filter(isArea))
	]);
}

function exercised({ pack, say, cut, parties }: Material): Slide {
	const { exercised: of } = words;
	const roles = parties.flatMap((party) => party.roles.map(({ name }) => say(name)));
	return {
		heading: of.heading,
		content: {
			kind: 'points',
			points: [
				of.scenario(say(pack.scenario.summary)),
				...(cut === null ? [] : [of.cut(say(cut.name))]),
				of.roles([...new Set(roles)].join(', ')),
				of.objectives(pack.scenario.objectives.length)
			]
		}
	};
}

/** More teams than that are told by one table. */
const TOLD_ONE_BY_ONE = 2;

function outcomes(material: Material): Slide[] {
	const known = material.parties.filter(({ wash }) => wash !== null);
	return known.length <= TOLD_ONE_BY_ONE
		? oneByOne(material)
		: [sideBySide(material, known), ...oneByOne({ ...material, parties: known.slice(0, 1) }).slice(0, 1)];
}

function sideBySide(material: Material, parties: readonly Party[]): Slide {
	const { teams } = words;
	const rows = parties.map((party) => {
		const { harm, own, world } = party.wash!.outcome;
		const { hostsCrashed, lossCents } = (own ?? world).played;
		return [
			teamText(material, party),
			harm === null ? '' : teams.harm(harm.played),
			teams.count(hostsCrashed),
			teams.dollars(lossCents)
		];
	});
	return {
		heading: teams.heading,
		content: {
			kind: 'table',
			head: teams.columns,
			rows: rows.slice(0, ROWS_MOST + 3),
			widths: [2.4, 1, 1, 1]
		},
		note: `${teams.note} ${words.note}`
	};
}

function oneByOne(material: Material): Slide[] {
	return material.parties.flatMap((party): Slide[] => {
		if (party.wash === null) return [];
		const team = teamText(material, party);
		const [figure] = figuresOf(material, party);
		return [
			{
				heading: figure!.caption,
				content: {
					...{ kind: 'picture', png: figure!.png, alt: figure!.alt },
					...{ ratio: CHART.width / CHART.height, says: figure!.sentences[0] ?? '' }
				},
				note: words.note
			},
			{
				heading: words.outcome.heading(team),
				content: {
					...{ kind: 'table', head: words.outcome.columns },
					...{ rows: outcomeRows(party).slice(0, ROWS_MOST + 1), widths: [2.4, 1, 1, 1] }
				},
				note: words.note
			}
		];
	});
}

function ratings({ pack, say }: Material, findings: readonly Finding[]): Slide {
	const { ratings: of } = words;
	const capabilities = [...new Set(pack.scenario.objectives.map(({ capability }) => say(capability)))];
	const rows = capabilities.flatMap((capability) => {
		const own = findings.filter(({ report }) => say(report.objective.capability) === capability);
		if (own.length === 0) return [];
		const counts = MARKS.map((mark) => {
			const rated = own.filter((one) => one.mark === mark);
			if (rated.length === 0) return '';
			return `${rated.length}${rated.some(({ isByModel }) => isByModel) ? '*' : ''}`;
		});
		return [[capability, ...counts]];
	});
	if (rows.length === 0) return { heading: of.heading, content: { kind: 'points', points: [of.none] } };
	const shown = rows.slice(0, ROWS_MOST);
	const left = rows.length - shown.length;
	return {
		heading: of.heading,
		content: { kind: 'table', head: of.columns, rows: shown, widths: [4, 1, 1, 1, 1] },
		note: left === 0 ? of.note : `${of.note} ${words.more(left)}`
	};
}

function points(
	material: Material,
	of: { readonly heading: string; readonly none: string },
	findings: readonly Finding[]
): Slide {
	const all = findings.map(
		(finding) => `${material.say(finding.report.task.text)} (${ratedText(material, finding)})`
	);
	const left = all.length - POINTS_MOST;
	const shown = all.length === 0 ? [of.none] : all.slice(0, POINTS_MOST);
	return {
		heading: of.heading,
		content: { kind: 'points', points: left > 0 ? [...shown, words.more(left)] : shown }
	};
}

function next({ say }: Material, areas: readonly Finding[]): Slide {
	const { next: of } = words;
	const named = [...new Set(areas.map(({ report }) => say(report.task.text)))].slice(0, POINTS_MOST);
	const rows = (named.length === 0 ? [documentWords.common.toFill] : named).map((area) => [
		area,
		of.action,
		of.owner,
		of.by
	]);
	return {
		heading: of.heading,
		content: { kind: 'table', head: of.columns, rows, widths: [3, 2, 1, 1] },
		note: of.note
	};
}
