import { namesLike } from '../../lib/scenario/parse/nearest.ts';
import { readValue } from '../../lib/scenario/resolve/value.ts';
import { HOST_CLASSES, type HostClass, type Model, type Scope, type Setting } from '../../lib/sim/model.ts';
import { LEVER_IDS, parameterSpec, type LeverId } from '../../lib/sim/parameters.ts';
import { settingFault } from '../../lib/sim/run.ts';
import { choicesText } from '../../lib/text/en/scenario-faults/says.ts';
import { settingFaultText } from '../../lib/text/en/setting-faults.ts';
import { scenarioFaultText } from '../../lib/text/scenario-fault-text.ts';
import { ReadableError } from '../readable-error.ts';

const choose = (word: string, known: readonly string[]) => choicesText(namesLike(word, known));

const SHAPE = /^([^[\]@=]+)(?:\[([^[\]@=]*)\])?(?:@([^[\]@=]+))?=(.+)$/;
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/**
 * The setting that `LEVER[CLASS]@SCOPE=VALUE` stands for in this model.
 * @throws ReadableError with what is wrong and the nearest name that is known
 */
export function readLever(text: string, model: Model): Setting {
	const fail = (what: string, remedy: string): never => {
		throw new ReadableError(`--set "${text}": ${what}. ${remedy}`);
	};
	const match = SHAPE.exec(text);
	if (match === null)
		return fail('this is no lever and value', 'Write it like repair.handsMin[server]@SECTOR=10.');
	const [, parameter, hostClass, scopeText, value] = match as unknown as [
		string,
		string,
		string | undefined,
		string | undefined,
		string
	];
	if (parameterSpec(parameter) === undefined)
		return fail(`there is no lever '${parameter}'`, choose(parameter, LEVER_IDS));
	if (hostClass !== undefined && !HOST_CLASSES.includes(hostClass as HostClass))
		return fail(`there is no class '${hostClass}'`, choose(hostClass, HOST_CLASSES));
	const scope = scopeText === undefined ? ({ kind: 'world' } as const) : scopeOf(model, scopeText);
	if (scope === null)
		return fail(
			`there is no sector, organisation or vendor '${scopeText}'`,
			choose(scopeText!, idsOf(model))
		);
	const plans = model.ringPlans.map(({ id }) => id);
	const read = readValue(parameter as LeverId, authored(value), plans);
	if ('code' in read) {
		const { what, remedy } = scenarioFaultText({ ...read, alsoLines: [] });
		return fail(what, remedy);
	}
	const setting: Setting = {
		parameter,
		scope,
		...(hostClass === undefined ? {} : { hostClass: hostClass as HostClass }),
		value: read.value
	};
	const fault = settingFault(model, setting);
	if (fault === null) return setting;
	const { what, remedy } = settingFaultText(fault);
	return fail(what, remedy);
}

/** Ids are unique within their kind only; a sector goes before an organisation, and that before a vendor. */
function scopeOf(model: Model, id: string): Scope | null {
	if (id === 'world') return { kind: 'world' };
	const is = (thing: { readonly id: string }) => thing.id === id;
	if (model.sectors.some(is)) return { kind: 'sector', id };
	if (model.organisations.some(is)) return { kind: 'organisation', id };
	return model.vendors.some(is) ? { kind: 'vendor', id } : null;
}

function idsOf({ sectors, organisations, vendors }: Model): string[] {
	return [...sectors, ...organisations, ...vendors].map(({ id }) => id);
}

function authored(text: string): number | boolean | string {
	if (text === 'true' || text === 'false') return text === 'true';
	return NUMBER.test(text) ? Number(text) : text;
}
