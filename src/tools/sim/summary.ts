import type { SimOptions } from './options.ts';
import { refusalText } from '../../lib/text/refusal-text.ts';
import { RESULT_NAMES, type SimResult } from './run.ts';

const REFUSALS_SHOWN = 5;

/** What a finished run tells the person at the keyboard. */
export function summary(
	{ pack, play, frame, utc, stateHash, harms }: SimResult,
	options: SimOptions
): string {
	const { world, lossCents, minute } = frame;
	return [
		`${pack.scenario.id}, ${whoPlays(options)}, seed ${play.state.exercise!.seed}: minute ${minute} (${utc})`,
		`  ${grouped(world.everCrashed)} of ${grouped(world.hosts)} hosts crashed; ${grouped(world.down)} are still down`,
		`  losses ${grouped(Math.round(lossCents / 100))} US dollars`,
		...harms.map(({ role, index }) => `  harm index ${index.toFixed(3)} for ${role}`),
		`  state ${stateHash}`,
		`Wrote ${RESULT_NAMES.join(', ')} to ${options.out}.`
	].join('\n');
}

/** What the room would not let the bots do, or null: an author will want to know. */
export function refusalsText({ play: { refusals } }: SimResult): string | null {
	if (refusals.length === 0) return null;
	const shown = refusals
		.slice(0, REFUSALS_SHOWN)
		.map(({ body, refusal }) => `  ${body.type}: ${refusalText(refusal)}`);
	const more = refusals.length - shown.length;
	const acts = refusals.length === 1 ? 'One act was' : `${refusals.length} acts were`;
	return [`${acts} refused by the room:`, ...shown, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n');
}

/** 8497213 → 8,497,213 */
function grouped(value: number): string {
	return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function whoPlays({ policy, role, cut }: SimOptions): string {
	const who = role === null ? policy : `${role} ${policy} and the others on the record`;
	return cut === null ? who : `${who}, cut ${cut}`;
}
