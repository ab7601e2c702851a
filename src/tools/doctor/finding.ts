/** What a check has found. */
export interface Finding {
	readonly level: 'good' | 'warning' | 'problem';
	/** One sentence. */
	readonly says: string;
	/** What to do, as sentences; a good one needs nothing. */
	readonly remedy?: string;
}

export const good = (says: string): Finding => ({ level: 'good', says });
export const warning = (says: string, remedy: string): Finding => ({ level: 'warning', says, remedy });
export const problem = (says: string, remedy: string): Finding => ({ level: 'problem', says, remedy });

const SIGNS = { good: 'ok      ', warning: 'warning ', problem: 'PROBLEM ' } as const;

/** For the person at the keyboard. */
export function findingsText(findings: readonly Finding[]): string {
	const lines = findings.flatMap(({ level, says, remedy }) => [
		`${SIGNS[level]} ${says}`,
		...(remedy === undefined ? [] : [`${' '.repeat(SIGNS.good.length)} ${remedy}`])
	]);
	const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length;
	const [problems, warnings] = [count('problem'), count('warning')];
	const end =
		problems > 0
			? `${problems === 1 ? '1 problem' : `${problems} problems`}: mend that first.`
			: warnings > 0
				? 'Nothing is in the way; look at the warnings.'
				: 'Nothing is in the way.';
	return [...lines, '', end].join('\n');
}
