import type { FleetFaults } from '../../../scenario/faults/fleet.ts';
import type { FaultWords } from '../../fault-words.ts';
import { choicesText, says } from './says.ts';

export const fleet: FaultWords<FleetFaults> = {
	lacks: ({ part }) => says(`there are no ${part}`, `Name a model, or add ${part}.`),
	noModel: ({ choices }) =>
		says('no model is named, and habits and parameters are missing', `Add model. ${choicesText(choices)}`),
	sectorLikeNone: ({ id, choices }) =>
		says(
			`the sector '${id}' is none of the model's, and like none of them`,
			`If it is new, add like: and one of them. ${choicesText(choices)}`
		),
	sectorTaken: ({ id }) =>
		says(
			`there is a sector '${id}' already`,
			'To change it, leave out like; to add one, give it another id.'
		),
	tooManyGroups: ({ most }) => says('there are too many organisations', `Keep to ${most} with the sectors.`),
	hostsOrShare: ({ vendor }) => says(`'${vendor}' needs either hosts or a share`, 'Give one of the two.'),
	vendorWithoutHosts: ({ vendor }) => says(`'${vendor}' has no hosts`, 'Add it to fleet.vendors.'),
	vendorsDoNotFit: () =>
		says(
			'the vendors’ hosts do not fit into this world',
			'Lower hosts, or raise managedHosts or the presence in the world’s countries.'
		),
	siteTooLarge: ({ organisation, vendor, metro, sector, has, wants }) =>
		says(
			`${organisation} wants ${wants} hosts of '${vendor}' in ${metro}, and ${sector} has ${has} there`,
			'Make this site smaller, or move it.'
		),
	releasesMeet: () =>
		says(
			'hosts would take two releases',
			'A release to every host stands alone, but for a control plane that fails.'
		),
	zoneWithoutOffsets: ({ names }) => says(`'${names}' holds no offsets`, 'Name a time zone that does.')
};
