import type { Mark } from '../../map/marks.ts';
import { compact, rounded, whole } from '../text/figures.ts';

const MARKS: Readonly<Record<Mark, string>> = {
	crashed: 'Crashed',
	repairing: 'Under repair',
	unprotected: 'Up, agent down',
	compromised: 'Compromised',
	recovered: 'Recovered',
	fetching: 'Fetching it now',
	healthy: 'Healthy',
	asleep: 'Off or asleep'
};

const en = {
	title: 'Patchfall: the map',
	heading: 'The map',
	mapLabel:
		'World map of hosts. Arrow keys move it, plus and minus zoom, 0 shows the world, T opens the table.',
	starting: 'Reading the world …',
	failed: (what: string) => `The map cannot run here: ${what}.`,
	marks: MARKS,
	utc: 'UTC',
	lanes: { record: 'As it was', none: 'Nobody acts' },
	lane: 'Which run',
	sector: 'Sector',
	vendor: 'Vendor',
	hostClass: 'Kind of host',
	organisation: 'Organisation',
	all: {
		sector: 'All sectors',
		vendor: 'All vendors',
		hostClass: 'All kinds',
		organisation: 'All organisations'
	},
	classes: {
		server: 'Servers',
		workstation: 'Workstations',
		laptop: 'Laptops',
		kiosk: 'Kiosks and tills',
		cloud: 'Cloud machines'
	},
	filters: 'Show only',
	closer: 'Closer',
	farther: 'Farther',
	world: 'Whole world',
	freeze: 'Freeze',
	flyTo: 'Go to a city',
	table: 'Map as table',
	map: 'Back to the map',
	play: 'Run',
	pause: 'Pause',
	speed: 'Speed',
	speeds: [
		{ pace: 5, label: '5 min/s' },
		{ pace: 30, label: '30 min/s' },
		{ pace: 180, label: '3 h/s' }
	],
	time: 'Time of the run',
	onePoint: (hosts: number) => `1 point = ${whole(hosts)} hosts`,
	simple: 'Simple drawing: this browser runs no WebGL, so fewer points are shown.',
	noCanvas: 'This browser draws no canvas: the table says the same.',
	down: 'Down',
	downOf: (down: string, hosts: string) => `${down} down of ${hosts}`,
	back: 'Back',
	noAgent: 'No agent',
	close: 'Close',
	allHosts: 'All hosts',
	region: 'Region',
	hosts: 'Hosts',
	change: 'Change',
	changeSince: (time: string) => `Change since ${time}`,
	bySector: 'By sector',
	byRegion: 'By region',
	continents: {
		AF: 'Africa',
		AS: 'Asia',
		EU: 'Europe',
		NA: 'North America',
		SA: 'South America',
		OC: 'Oceania'
	} as Readonly<Record<string, string>>,
	calm: (asleep: number) => `No host is down. ${compact(asleep)} are off or asleep.`,
	sentence: (down: number, city: string, sector: string) =>
		`${rounded(down)} hosts down; worst: ${city}, ${sector.toLowerCase()}.`
};

export const mapWords = en;
export type MapWords = typeof en;
