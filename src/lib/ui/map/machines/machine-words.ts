import { HOST_STATE_WORDS } from '../../../text/en/host-states.ts';
import { counted } from '../../../text/figures.ts';
import { localised } from '../../../text/localised.ts';
import { form } from '../../../text/plural.ts';
import type { ChartName } from './chart-layout.ts';

const en = {
	which: 'Which statechart',
	chart: { host: 'Host', rollout: 'Rollout', vendor: 'Vendor', service: 'Service' },
	heading: {
		host: 'What a host can do',
		rollout: 'What a rollout can do',
		vendor: 'How far the vendor has come',
		service: 'What a service can do'
	} satisfies Record<ChartName, string>,
	lead: {
		host: 'Every host is in one of these states; the physics moves them along these lines and no others.',
		rollout: 'One release on its way to the fleet, ring by ring.',
		vendor: 'What the vendor knows and offers. What it says is another matter.',
		service: 'Every service of a sector in a city is in one of these states.'
	} satisfies Record<ChartName, string>,
	flow: (fromMin: number, toMin: number) =>
		toMin > fromMin
			? `Figures at lines: hosts a minute, over the last ${form(toMin - fromMin, { one: 'minute', other: `${toMin - fromMin} minutes` })}.`
			: '',
	sector: 'Sector',
	city: 'City',
	allSectors: 'All sectors',
	allCities: 'The whole world',
	perMinute: (text: string) => `${text}/min`,
	rings: (open: number) => `${counted(open, { one: 'ring', other: 'rings' })} open`,
	diagram: 'Diagram',
	table: 'The same as a table',
	state: 'State',
	now: 'Now',
	line: 'Transition',
	rate: 'A minute',
	stateName: (name: string): string => STATES[name] ?? name
};

const STATES: Readonly<Record<string, string>> = {
	...HOST_STATE_WORDS,
	planned: 'Planned',
	running: 'Going out',
	paused: 'Paused',
	halted: 'Halted',
	rolledBack: 'Rolled back',
	complete: 'Everywhere on offer',
	quiet: 'Quiet',
	investigating: 'Investigating',
	fixFound: 'Fix found',
	fixOffered: 'Fix on offer',
	automatedFixOffered: 'Automated fix on offer',
	normal: 'Normal',
	degraded: 'Degraded',
	manual: 'By hand',
	down: 'Down',
	backlog: 'Working off a backlog'
};

export const machineWords = localised({ en });
