import type { NameFaults, NameKind, OnceKind, WholeKind } from '../../../scenario/faults/names.ts';
import type { FaultWords } from '../../fault-words.ts';
import { choicesText, says } from './says.ts';

export const names: FaultWords<NameFaults> = {
	unknown: ({ kind, id, choices }) =>
		says(`there is no ${KINDS[kind]} '${id}'${kind === 'key' ? ' here' : ''}`, choicesText(choices)),
	idTwice: ({ id }) => says(`the id '${id}' stands twice`, 'Rename one of them.'),
	twice: ({ kind, id }) => says(...TWICE[kind](id)),
	circle: ({ of, ids }) =>
		of === 'dependencies'
			? says(`these depend on one another: ${ids.join(' → ')}`, 'Remove one of them.')
			: says(`these ${of} need one another: ${ids.join(' → ')}`, 'Remove one of the prerequisites.'),
	notWhole: ({ of, id, sum }) =>
		says(`${WHOLES[of]}${id === null ? '' : ` of ${id}`} add up to ${sum}, not to 1`, 'Correct the shares.')
};

const KINDS: Readonly<Record<NameKind, string>> = {
	model: 'model',
	world: 'world',
	part: 'part',
	key: 'key',
	parameter: 'parameter',
	sector: 'sector',
	organisation: 'organisation',
	vendor: 'vendor',
	ringPlan: 'ring plan',
	vendorWithRelease: 'vendor with a release',
	role: 'role',
	roleOfObjective: 'role of this objective',
	decision: 'decision',
	decisionOfRole: 'decision of its readers',
	inject: 'inject',
	fact: 'fact',
	profile: 'profile',
	metro: 'metro',
	country: 'country',
	zone: 'time zone',
	name: 'name',
	call: 'call',
	party: 'party',
	measure: 'measure',
	lever: 'lever',
	parameterOfMeasure: 'parameter of this measure',
	scenario: 'built-in scenario'
};

const KEEP_ONE = 'Keep one of them.';

const TWICE: Readonly<Record<OnceKind, (id: string) => [string, string]>> = {
	key: (id) => [`the key '${id}' stands twice`, KEEP_ONE],
	part: (id) => [`the part '${id}' stands twice`, KEEP_ONE],
	choice: (id) => [`'${id}' stands twice`, 'Name each choice once.'],
	vendorInFleet: (id) => [`'${id}' stands twice in the fleet`, KEEP_ONE],
	release: (id) => [`'${id}' has two releases`, 'Keep one release for each vendor.'],
	expert: (id) => [`'${id}' has two experts`, 'Put their plays into one list.'],
	play: (id) => [`'${id}' stands twice`, KEEP_ONE],
	site: (id) => [`this organisation has two sites in '${id}'`, 'Make them one.'],
	country: (id) => [`the country ${id} stands twice`, KEEP_ONE],
	airport: (id) => [`the airport ${id} serves two metros`, 'Leave it in one.']
};

const WHOLES: Readonly<Record<WholeKind, string>> = {
	shares: 'these shares',
	sectorHosts: 'the sectors’ hostShare',
	vendorShares: 'the vendors’ shares of the rest',
	rings: 'the rings’ shares',
	weights: 'the weights',
	countryHosts: 'the countries’ hostWeight',
	metroFlights: 'the metros’ flightWeight',
	metroHosts: 'the weights of the metros'
};
