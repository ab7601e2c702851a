import type { MapFault } from '../../room/map/map-fault.ts';
import type { Marker } from '../../sim/observe/map/map-markers.ts';
import { compact, percent, rounded, whole } from '../../text/figures.ts';
import { localised } from '../../text/localised.ts';
import { isOfLog, mapFaultText } from '../../text/map-fault-text.ts';
import { form } from '../../text/plural.ts';
import type { PlaceLayer } from './legend/gauges.ts';

const MARKERS: Readonly<Record<Marker, string>> = {
	crashed: 'Crashed',
	repairing: 'Under repair',
	unprotected: 'Up, agent down',
	compromised: 'Compromised',
	recovered: 'Recovered',
	fetching: 'Fetching it now',
	healthy: 'Healthy',
	asleep: 'Off or asleep'
};

const LAYERS: Readonly<Record<PlaceLayer, string>> = {
	airports: 'Airports',
	hospitals: 'Hospitals',
	banks: 'Banks and exchanges',
	vendorShare: 'One vendor’s share'
};

const en = {
	title: 'Patchfall: the map',
	heading: 'The map',
	mapLabel:
		'World map of hosts. Arrow keys move it, plus and minus zoom, 0 shows the world, 1 to 6 a continent, N the next city with hosts down, F freezes it, T opens the table, S the states.',
	starting: 'Reading the world …',
	failed(fault: MapFault) {
		const { what, remedy } = mapFaultText(fault);
		return `${isOfLog(fault) ? 'That log was not opened' : 'The map cannot run here'}: ${what}. ${remedy}`;
	},
	markers: MARKERS,
	utc: 'UTC',
	seriesNames: { own: 'This run', record: 'As it was', none: 'Nobody decides', log: 'The log' },
	series: 'Which run',
	openLog: 'Open a log',
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
	show: 'Show',
	closeShow: 'Done',
	key: 'Key',
	less: 'Less',
	allSeeing: 'The exercise’s view. On the day nobody saw all this.',
	filters: 'Points of',
	pointsOf: (what: string) => `Points of ${what} only`,
	everything: 'Show everything',
	layers: 'Also on the map',
	layer: LAYERS,
	night: 'Night and local hours',
	cities: 'City names',
	goTo: 'Go to',
	closer: 'Closer',
	farther: 'Farther',
	world: 'World',
	wholeWorld: 'Whole world',
	freeze: 'Freeze',
	frozen: 'Frozen',
	flyTo: 'Go to a city',
	views: 'How to see it',
	view: { map: 'Map', table: 'Table', machines: 'States' },
	play: 'Run',
	pause: 'Pause',
	speed: 'Speed',
	speeds: [
		{ pace: 5, label: '5 min/s' },
		{ pace: 30, label: '30 min/s' },
		{ pace: 180, label: '3 h/s' }
	],
	time: 'Time of the run',
	before: 'To the moment before',
	after: 'To the next moment',
	live: 'Back to now',
	released: 'The release goes out',
	past: (time: string) => `The run as it was at ${time}`,
	markerKinds: {
		release: 'Release',
		decision: 'Decision',
		other: 'Decision of others',
		inject: 'Inject'
	},
	onePoint: (hosts: number) => `1 point = ${whole(hosts)} hosts`,
	ringOf: (layer: PlaceLayer, vendor: string) =>
		layer === 'vendorShare'
			? `Dial: share of hosts on ${vendor}`
			: `Dial: demand met at ${LAYERS[layer].toLowerCase()}`,
	rings: {
		open: (open: number, of: number, vendor: string, share: number, since: string) =>
			open < of
				? `Ring ${open} of ${of} is open since ${since}: ${percent(share)} of ${vendor}’s hosts may take its release.`
				: `${form(of, { one: 'The only ring is', other: `All ${of} rings are` })} open since ${since}: all of ${vendor}’s hosts may take its release.`,
		stopped: (open: number, of: number, vendor: string, share: number) =>
			`${vendor}’s release is held at ring ${open} of ${of}, ${percent(share)} of its hosts.`,
		over: (open: number, of: number, vendor: string, share: number) =>
			`${vendor}’s release was stopped at ring ${open} of ${of}, ${percent(share)} of its hosts.`,
		waiting: (share: number) => `${percent(share)} of these wait: their owners take content late.`,
		at: (open: number, of: number, vendor: string, share: number) =>
			`Ring ${open} of ${of} is open: ${percent(share)} of ${vendor}’s hosts here may take its release.`,
		label: 'Rings open',
		count: (open: number, of: number) => `${open} of ${of}`,
		circle: (vendor: string) => `Circles: ${vendor}’s rings, opening from inside out`,
		coming: 'Thin: still to come',
		stoppedCircle: 'Dashed: held, not on offer now',
		gap: 'Gap: hosts whose owners take content late'
	},
	walk: 'Dashed: the next city where hosts come back',
	simple: 'Simple drawing: this browser runs no WebGL, so fewer points are shown.',
	noPicture: {
		noCanvas: 'This browser draws no canvas, so the map’s figures stand here instead.',
		contextLost: 'The graphics of this browser have stopped, so the map’s figures stand here instead.',
		notLoaded: 'The map did not load, so its figures stand here instead.'
	},
	tryAgain: 'Try the map again',
	sunrise: 'Sunrise',
	sunset: 'Sunset',
	down: 'Down',
	downOf: (down: number, hosts: number) => `${whole(down)} down of ${whole(hosts)}`,
	of: (hosts: number) => `down of ${whole(hosts)}`,
	back: 'Back',
	noAgent: 'No agent',
	output: 'Demand met',
	percent,
	splitBy: 'Figures by',
	by: { sector: 'Sector', hostClass: 'Kind', vendor: 'Vendor' },
	close: 'Close',
	allHosts: 'All hosts',
	region: 'Region',
	city: 'City',
	changeSince: (time: string) => `Since ${time}`,
	bySector: 'By sector',
	byRegion: 'By region',
	byCity: 'Cities with most hosts down',
	ofWorld: 'All',
	concentration: {
		caption: 'How much hangs on one vendor',
		note: 'Of the hosts with an agent. Two hosts picked at random that run the same vendor’s agent go down together when it fails: that chance, times 10,000, is the Herfindahl–Hirschman index. Above 1,800, competition authorities call a market highly concentrated.',
		fleet: 'Fleet',
		largest: 'Largest vendor',
		together: 'Two go down together',
		index: 'Index',
		another: 'Another vendor',
		share: (vendor: string, share: string) => `${vendor}, ${share}`
	},
	onMap: (place: string) => `${place}: show on the map`,
	figuresOf: (place: string) => `${place}: all figures`,
	continents: {
		AF: 'Africa',
		AS: 'Asia',
		EU: 'Europe',
		NA: 'North America',
		SA: 'South America',
		OC: 'Oceania'
	} as Readonly<Record<string, string>>,
	calm: (asleep: number) => `No host is down. ${compact(asleep)} are off or asleep.`,
	whose: 'Whose hosts',
	whoseHosts: { own: 'Your hosts', world: 'The whole world' },
	ownCalm: (of: number) => `None of your ${whole(of)} hosts is down.`,
	ownSentence: (down: number, of: number, city: string) =>
		`${whole(down)} of your ${whole(of)} hosts are down; worst: ${city}.`,
	sentence: (down: number, city: string, sector: string) =>
		`${rounded(down)} hosts down; worst: ${city}, ${sector.toLowerCase()}.`
};

export const mapWords = localised({ en });
export type MapWords = typeof en;
