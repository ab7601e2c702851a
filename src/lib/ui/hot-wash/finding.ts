import type { HotWash } from '../../debrief/hot-wash.ts';
import { said, words } from './words.ts';

/** The heading: what the run comes to, as one or two sentences. */
export function headline({ finding, effects }: HotWash): string {
	const { harm, verdict, best } = finding;
	if (harm === null) return words.finding.waiting;
	const { record } = harm;
	const first =
		verdict === null || record === null
			? words.finding.alone(harm.played)
			: verdict === 'alike'
				? words.finding.alike(harm.played)
				: words.finding[verdict](harm.played, record);
	if (effects === null) return first;
	return best === null ? `${first} ${words.finding.noneHelped}` : first;
}

/** The sentence beneath: what did most, and what that meant for the world's hosts. */
export function subline({ finding, outcome }: HotWash): string {
	const { best, hostsSparedToRecord: spared } = finding;
	const parts = best === null ? [] : [bestSentence(best)];
	// Fewer than a hundredth of what crashed in the record is chance, not a finding.
	const crashed = outcome.world.record?.hostsCrashed ?? 0;
	if (spared === null || Math.abs(spared) * 100 < crashed) return parts.join(' ');
	const hosts = spared > 0 ? words.finding.spared(spared) : words.finding.notSpared(-spared);
	return [...parts, hosts].join(' ');
}

function bestSentence({ title, soonerThanRecordMin }: NonNullable<HotWash['finding']['best']>): string {
	const name = said(title);
	if (soonerThanRecordMin === null || soonerThanRecordMin === 0) return words.finding.best(name);
	return soonerThanRecordMin > 0
		? words.finding.sooner(name, soonerThanRecordMin)
		: words.finding.later(name, -soonerThanRecordMin);
}
