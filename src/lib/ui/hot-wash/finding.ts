import type { HotWash } from '../../debrief/hot-wash/hot-wash.ts';
import { said, words } from './words.ts';

/** Half a point of 100: less is told as no difference (assumed). */
const ALIKE = 0.005;
/** From ten points on a difference is told in whole ones. */
const WHOLE_FROM = 0.0995;

/** The heading: what the run comes to, as one or two sentences. */
export function headline({ finding, effects }: HotWash): string {
	const { harm, verdict, best } = finding;
	if (harm === null) return words.finding.waiting;
	const { record } = harm;
	const yours = yoursText(finding);
	const first =
		verdict === null || record === null
			? words.finding.alone(harm.played, yours)
			: verdict === 'alike'
				? words.finding.alike(harm.played, yours)
				: words.finding[verdict](harm.played, record, yours);
	if (effects === null) return first;
	return best === null && finding.yours === null ? `${first} ${words.finding.noneHelped}` : first;
}

/** The part of it that was the person's own. */
function yoursText({ yours, harm }: HotWash['finding']): string {
	if (yours === null) return '';
	const { less, more, same } = words.finding.yours;
	if (Math.abs(yours) < ALIKE) return same;
	const without = harm?.others ?? harm?.none ?? null;
	// Beside two shares in whole points, their difference is that of what is shown.
	const isWhole = Math.abs(yours) >= WHOLE_FROM && harm !== null && without !== null;
	return (yours < 0 ? less : more)(isWhole ? wholePoints(harm.played) - wholePoints(without) : yours);
}

const wholePoints = (share: number) => Math.round(share * 100) / 100;

/** The sentence beneath: which own decision did most, by how much, and how many hosts fared otherwise. */
export function subline({ finding, outcome }: HotWash): string {
	const { best, hostsSparedToRecord: spared } = finding;
	const parts = best === null ? [] : [bestSentence(best)];
	if (finding.yours !== null && (finding.harm?.others ?? null) !== null)
		parts.push(words.finding.whoseIsTheRest);
	// Fewer than a hundredth of what crashed in the record is chance, not a finding.
	const crashed = outcome.world.record?.hostsCrashed ?? 0;
	if (spared === null || Math.abs(spared) * 100 < crashed) return parts.join(' ');
	const hosts = spared > 0 ? words.finding.spared(spared) : words.finding.notSpared(-spared);
	return [...parts, hosts].join(' ');
}

function bestSentence(best: NonNullable<HotWash['finding']['best']>): string {
	if (best.isSlight) return words.finding.slight;
	const sooner = best.soonerThanRecordMin ?? 0;
	const when = sooner > 0 ? words.finding.sooner(sooner) : sooner < 0 ? words.finding.later(-sooner) : '';
	return words.finding.best(said(best.title), best.harm, best.withOthers, when);
}
