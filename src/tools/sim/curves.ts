import type { Frame, HostTally, ServiceTally } from '../../lib/sim/observe/frame.ts';
import { HOST_STATES } from '../../lib/sim/table/states.ts';

const SERVICE_STATES = ['normal', 'degraded', 'manual', 'down', 'backlog'] as const;

/** `waitingForHands` → `waiting_for_hands`. */
const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

const COLUMNS = [
	'minute',
	'utc',
	'group_kind',
	'group',
	'hosts',
	...HOST_STATES.map(snake),
	'down',
	'ever_crashed',
	'ever_compromised',
	...SERVICE_STATES.map((state) => `services_${state}`),
	'output',
	'backlog_units',
	'lost_units',
	'loss_usd'
];

/**
 * First line of curves.csv, a tidy table: one row for each minute and group. `output` is a share of demand, 1 being
 * normal; `loss_usd` and `lost_units` add up from minute 0; what a group does not have is empty.
 */
export const CURVES_HEADER = COLUMNS.join(',') + '\n';

/** The rows of one minute, in a fixed order of groups. */
export function curveRows(frame: Frame, utc: string): string {
	const rows: string[] = [];
	const row = (kind: string, group: string, hosts: HostTally, service?: ServiceTally, lossCents?: number) =>
		rows.push(
			[frame.minute, utc, kind, group, ...hostColumns(hosts), ...serviceColumns(service, lossCents)].join(',')
		);
	row('all', 'all', frame.world, undefined, frame.lossCents);
	for (const [id, tally] of Object.entries(frame.bySector)) row('sector', id, tally, frame.services[id]);
	for (const [id, tally] of Object.entries(frame.byClass)) row('class', id, tally);
	for (const [id, tally] of Object.entries(frame.byVendor)) row('vendor', id, tally);
	for (const [id, tally] of Object.entries(frame.byCountry)) row('country', id, tally);
	for (const [id, tally] of Object.entries(frame.byOrganisation))
		row('organisation', id, tally, frame.organisations[id]);
	return rows.join('\n') + '\n';
}

function hostColumns({ hosts, counts, down, everCrashed, everCompromised }: HostTally): number[] {
	return [hosts, ...HOST_STATES.map((state) => counts[state]), down, everCrashed, everCompromised];
}

function serviceColumns(
	service: ServiceTally | undefined,
	lossCents = service?.lossCents
): (string | number)[] {
	const loss = lossCents === undefined ? '' : (lossCents / 100).toFixed(2);
	if (service === undefined) return [...SERVICE_STATES.map(() => ''), '', '', '', loss];
	const { states, output, backlogUnits, lostUnits } = service;
	return [
		...SERVICE_STATES.map((state) => states[state]),
		rounded(output, 6),
		rounded(backlogUnits, 3),
		rounded(lostUnits, 3),
		loss
	];
}

function rounded(value: number, digits: number): number {
	return Number(value.toFixed(digits));
}
