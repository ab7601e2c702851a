import type { Criterion, TaskReview } from '../../debrief/hot-wash/hot-wash.ts';
import { dollarsCompact, percent, rounded } from '../../text/figures.ts';
import { briefly, said, whenDone, words } from './words.ts';

const say = words.objectives;
const BEST_FIRST = ['P', 'S', 'M'] as const;
/** Shares of demand and of trust; all else is counted. */
const SHARES = ['output', 'trust.customers', 'trust.public', 'trust.government'];

/** Why the model gave a mark, and what the next better one asks for; empty where that was not kept. */
export function reasonOf({ model, criteria }: TaskReview, startMinute: number): readonly string[] {
	if (criteria === null) return [];
	const why =
		model === 'U'
			? [say.because(unmet(criteria.M, startMinute) || say.nothingMet)]
			: [say.because(met(criteria[model], startMinute) || say.unwritten)];
	const better = model === 'U' ? 'M' : BEST_FIRST[BEST_FIRST.indexOf(model) - 1];
	return better === undefined ? why : [...why, say.wouldTake(better, asked(criteria[better], startMinute))];
}

/** What of it this run had: of alternatives the one that was, of several things all of them. */
function met(criterion: Criterion, startMinute: number): string {
	if (criterion.kind !== 'all' && criterion.kind !== 'any') return had(criterion, startMinute);
	return criterion.of
		.filter(({ isMet }) => isMet)
		.map((one) => met(one, startMinute))
		.join(say.and);
}

function unmet(criterion: Criterion, startMinute: number): string {
	if (criterion.kind !== 'all' && criterion.kind !== 'any') return had(criterion, startMinute);
	return criterion.of
		.filter(({ isMet }) => !isMet)
		.map((one) => unmet(one, startMinute))
		.join(say.and);
}

function had(criterion: Criterion, startMinute: number): string {
	switch (criterion.kind) {
		case 'all':
		case 'any':
			return '';
		case 'taken':
		case 'notTaken':
			return criterion.takenMin === null
				? say.wasNotTaken(said(criterion.title))
				: say.wasTaken(said(criterion.title), whenDone(startMinute, criterion.takenMin));
		case 'figure':
			return figureText(criterion);
		case 'other':
			return say.unwritten;
	}
}

function asked(criterion: Criterion, startMinute: number): string {
	switch (criterion.kind) {
		case 'all':
			return criterion.of.map((one) => asked(one, startMinute)).join(say.and);
		case 'any':
			return criterion.of.map((one) => asked(one, startMinute)).join(say.or);
		case 'taken':
			return say.taken(
				said(criterion.title),
				criterion.byMin === null ? null : briefly(startMinute, criterion.byMin)
			);
		case 'notTaken':
			return say.notTaken(said(criterion.title));
		case 'figure':
			return figureText(criterion);
		case 'other':
			return say.unwritten;
	}
}

function figureText({ figures, whose, comparison, limit, value }: Criterion & { kind: 'figure' }): string {
	const name = [...new Set(figures)].map((figure) => say.figures[figure] ?? figure).join(say.and);
	const write = (amount: number) => {
		if (figures.some((figure) => figure.endsWith('Usd'))) return dollarsCompact(amount * 100);
		return figures.some((figure) => SHARES.includes(figure)) ? percent(amount) : rounded(amount);
	};
	return say.figure(name, whose, say.comparisons[comparison], write(limit), write(value));
}
