/** What a scenario says of its world, of the vendors and of what they release: by path of the key. */
export const world = {
	format: 'The version of this format: 1.',
	id: 'Name of the scenario: lower-case words joined by hyphens. Runs are kept under it.',
	title: 'Name of the scenario, by language; en is always there.',
	summary: 'Two or three sentences for those who choose a scenario.',
	briefing: 'What players read first, before anything happens.',
	marking: 'Stands on everything that is handed out; left out, it says that this is an exercise.',
	handling: 'Who may read what is handed out, and how it is kept.',
	model:
		'Id of the model parameters to build on: standard. They give sectors, habits, dependencies and a value for every lever; what the scenario says goes before them.',
	world: 'earth, the built-in world, or a world of one’s own: one metro will do.',
	'world.countries': 'The countries of a world of one’s own.',
	'world.countries.iso2': 'Two capital letters.',
	'world.countries.name': 'Name of the country.',
	'world.countries.continent': 'Continent, as two letters.',
	'world.countries.hostWeight': 'Share of the world’s managed hosts; the countries’ sum to 1.',
	'world.countries.vendorPresence':
		'How common vendors with a stated number of hosts are here: 1 as on average.',
	'world.countries.servicesShare': 'Share of services in the country’s output.',
	'world.countries.industryShare': 'Share of industry in the country’s output.',
	'world.metros': 'The cities of a world of one’s own.',
	'world.metros.id': 'Name by which sites of organisations refer to it.',
	'world.metros.name': 'Name of the city.',
	'world.metros.country': 'Its country’s two letters.',
	'world.metros.lat': 'Latitude in degrees, north positive.',
	'world.metros.lng': 'Longitude in degrees, east positive.',
	'world.metros.zone': 'Name of its time zone, a key of zones.',
	'world.metros.population': 'Inhabitants.',
	'world.metros.weight': 'Share of its country’s hosts; a country’s metros’ sum to 1.',
	'world.metros.airports': 'Codes of its airports: three capital letters each.',
	'world.metros.flightWeight': 'Share of the world’s flights.',
	'world.zones':
		'Offsets from UTC of each time zone: pairs of a minute since 2000-01-01T00:00Z from which it holds, and the offset in minutes.',
	clock: 'When minute 0 is, how long the exercise lasts, and how fine its steps are.',
	'clock.start': 'Minute 0 in UTC, as 2010-04-21T12:30Z. Local hours, nights and weekends follow from it.',
	'clock.days': 'Length in days; the last minute is the end of the run.',
	'clock.grid':
		'Steps of the world, from fine to coarse: what spreads within minutes needs steps of a minute.',
	'clock.grid.until': 'A time up to which the step holds, or end.',
	'clock.grid.step': 'Minutes of a step.',
	phases:
		'Phases that are played, in this order; left out: all. A scenario without a summit leaves summit and nextOutages out.',
	parts:
		'Names of further files of the scenario, each a part whose lists follow on this one’s: roles for roles.yaml, which begins with format and part.',
	part: 'In the file of a part: the name by which the scenario calls it, that of its file.',
	vendors: 'Makers of what runs on the hosts: at least the one that releases something, and the others.',
	'vendors.text': 'What it makes.',
	'vendors.standsFor':
		'How many vendors of like size the entry stands for; 1 unless said, 0: its hosts have no agent.',
	fleet: 'How many hosts there are, and whose agent they run.',
	'fleet.managedHosts': 'Hosts under central management, worldwide.',
	'fleet.vendors': 'Every vendor once: with a number of hosts, or with a share of what is left.',
	'fleet.vendors.hosts':
		'Hosts that run its agent, worldwide: spread by country, sector and city. Not together with share.',
	'fleet.vendors.sectorIndex': 'By sector: how common it is there; 1 as on average, 2 twice as common.',
	'fleet.vendors.share': 'Share of the hosts that the vendors with a number leave; these shares sum to 1.',
	releases: 'What is released and does harm: one release for each vendor.',
	'releases.at': 'When it is on offer. What is offered spreads as hosts look for it.',
	'releases.defect':
		'What it does once installed. bootCrash: faults while the host starts; agentFailure: faults while it runs; both take the host down from the kernel, and only the agent in user mode (lever update.component). systemFileQuarantined: a false positive takes away a file that the host needs, in either mode. harmless: nothing. In either mode, too: agentStopped: the agent stops and the host goes on; hostIsolated: the agent cuts the host off from every network; recoveryKeyAsked: the host does not start before somebody types its recovery key; payload: an intruder’s build with the vendor’s signature, on hosts that look guarded until some are taken over and some destroyed. controlPlaneDown: no host takes anything; what people sign in with and run their clouds by does not answer.',
	'releases.toEveryHost':
		'true: an update of the platform by its owner, who is this vendor, too. Hosts take it whatever agent they run; such a release stands alone.',
	'releases.expires':
		'true: nothing is fetched. What hosts have had for long expires at that time: at once on those that are on, on the others when they wake. Nothing stops it; once the release is rolled back, what replaces it can be had.',
	'releases.dormantUntil':
		'A time before which the defect waits on hosts that have installed it; from then on it takes effect as update.dormantMin and update.dormantShare say. Left out, it does not wait.',
	'releases.classes': 'Classes of hosts that the defect is in; left out: all.',
	'releases.countries':
		'Countries that the defect is in, as two capital letters each: those of a language, say. Left out: all.',
	'releases.ringPlan': 'Id of a ring plan of its own; left out: the one that rollout.plan names.',
	signal: 'How well the vendor can be made to see in an exercise; left out, nobody is asked.',
	'signal.role': 'The role whose signal it is. It can also be held to the record.',
	'signal.better': 'What is set from the start where the vendor sees better than in the scenario.',
	'signal.blind': 'What is set from the start where the vendor sees next to nothing.',
	trustIn: 'The vendor that trust in expressions is about, where several release something.',
	ringPlans: 'Ways in which a vendor can let a release out; the lever rollout.plan names one of them.',
	'ringPlans.rings': 'The rings, in their order.',
	'ringPlans.rings.share': 'Share of the vendor’s hosts that this ring adds; a plan’s sum to 1.',
	'ringPlans.rings.bakeMin': 'Minutes until the next ring opens.',
	'ringPlans.rings.gatePerMille':
		'Crashes for each thousand installs, as the vendor sees them, at which the rollout pauses itself; left out: nothing stops it.',
	profiles:
		'Demand through the local day: 24 numbers of any scale, by name. They come on top of the model’s.',
	sectors: 'A whole list of sectors in place of the model’s. To add or change some, use ownSectors.',
	'sectors.name': 'The sector.',
	'sectors.unit': 'What its services deliver, in the plural.',
	'sectors.undone':
		'What is left of them undone, in the plural; it says no more than that they were not delivered as due.',
	'sectors.unitsPerDay': 'Units delivered on an ordinary day, worldwide.',
	'sectors.demandByHour': 'Name of a profile.',
	'sectors.hostShare': 'Share of the world’s managed hosts; they sum to 1.',
	'sectors.follows':
		'Where its hosts stand: as services, industry or all hosts of the countries, or as flights of the airports.',
	ownSectors:
		'Sectors that are added to the others, or change one of them. What is left out stays as it was, or as in the sector that it is like; host shares of the others shrink or grow in proportion.',
	'ownSectors.id': 'Id of a sector that there is, which is changed; or a new one.',
	'ownSectors.like':
		'Of a new sector: the one from which it takes everything that is not said, the model’s values for it and what it depends on included.',
	habits:
		'Share of each class of hosts that is on, by local hour, in place of the model’s. All five classes.',
	dependencies: 'Which services lean on which, in place of the model’s.',
	'dependencies.sector': 'The sector that depends.',
	'dependencies.on': 'The sector that it depends on.',
	'dependencies.weight': 'Share of its output that it loses in a city where the other is down.',
	parameters:
		'Values of levers before anything is decided, where they differ from the model’s. Each names facts or says why it is assumed. Which share of the hosts is affected is written here, for everybody, by class, by sector (sectors, or scope) or for one organisation: update.coverage for the median organisation, update.coverageSigma for how far organisations differ (0: not at all), update.affectedShare for what the release itself spares.',
	'parameters.sectors': 'Sectors whose value differs from value.',
	'parameters.range': 'Plausible bounds of one number, in its unit.',
	'parameters.factor': 'Plausible bounds of all its numbers, as factors on each.',
	'parameters.either': 'Plausible choices of a lever that is one of several names.',
	'parameters.note': 'What else is to be known of it.'
} as const;
