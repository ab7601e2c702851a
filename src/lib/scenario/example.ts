/** A small scenario in one file, for authors to begin with: it parses, runs and plays as it stands. */

const WORDS = /[a-z0-9]+/g;

/** The id that a name of a scenario gives: lower-case words joined by hyphens; null where it has none. */
export function exampleId(name: string): string | null {
	const plain = name
		.normalize('NFKD')
		.replace(/[\u0300-\u036f]/g, '')
		.toLowerCase();
	const id = (plain.match(WORDS) ?? []).join('-').slice(0, 60).replace(/-$/, '');
	return id === '' ? null : id;
}

/** The text of the example under a name of the author's. @throws RangeError for a name without letters or digits */
export function exampleScenario(name: string): string {
	const id = exampleId(name);
	if (id === null) throw new RangeError(`'${name}' has no letter or digit`);
	const title = JSON.stringify(name.trim());
	// Functions: in a text, $& and its like would stand for what is replaced.
	return EXAMPLE.replaceAll('ID_OF_SCENARIO', () => asText(id)).replaceAll('NAME_OF_SCENARIO', () => title);
}

/** An id as YAML reads it as a text: 2024, 1e3, true and null would be something else without quotes. */
function asText(id: string): string {
	return /^[a-z]/.test(id) && !['true', 'false', 'null'].includes(id) ? id : `'${id}'`;
}

const EXAMPLE = `# A scenario of your own. Change one thing, open the file again, and read what it says.
# What every key means, all levers, names for expressions, cities and sectors: /help/scenarios
format: 1
id: ID_OF_SCENARIO
model: standard
world: earth
title: { en: NAME_OF_SCENARIO }
summary:
  en: A security vendor ships an update that crashes the hosts which load it, on a Tuesday morning in Europe.
briefing:
  en: >-
    You begin some weeks before, with a budget. Then it is Tuesday, 08:00 in Berlin: offices open, hosts are switched on,
    and the vendor’s update goes out.

# Minute 0 is 06:00 UTC. What spreads needs steps of a minute; later steps may be long.
clock:
  start: 2027-03-09T06:00Z
  days: 3
  grid:
    - { until: '03:00', step: 1 }
    - { until: '12:00', step: 15 }
    - { until: end, step: 60 }

# Without a summit.
phases: [briefing, preparation, incident, recovery, hotWash, debrief]

vendors:
  - { id: norrland, name: Norrland, text: { en: Endpoint security with a component in the kernel } }
  - { id: others, name: Other vendors, standsFor: 6 }
fleet:
  managedHosts: 60000000
  assumed: A round number
  vendors:
    - { vendor: norrland, hosts: 6000000, sectorIndex: { hospitals: 1.5, retail: 1.2 }, assumed: A round number }
    - { vendor: others, share: 1, assumed: All other hosts }

releases:
  - { vendor: norrland, at: '00:15', defect: bootCrash }

ringPlans:
  - { id: at-once, name: { en: Everybody at once }, rings: [{ share: 1, bakeMin: 0 }] }
  - id: one-per-cent-first
    name: { en: One per cent for an hour }
    rings:
      - { share: 0.01, bakeMin: 60, gatePerMille: 20 }
      - { share: 0.99, bakeMin: 0, gatePerMille: 20 }

# Where the model's values do not fit. Every other lever has the value of the standard model.
parameters:
  - { set: rollout.plan, value: at-once, assumed: The scenario is about this }

roles:
  - id: vendor
    kind: vendor
    vendor: norrland
    name: { en: Norrland (security vendor) }
    text: { en: 'You ship protection to six million hosts. What goes out, and how fast, is yours to decide.' }
    owns: [{ en: The update and its rings }, { en: Every public word about it }]
    budget: { preparationUsd: 3000000, preparationAttention: 4, responseUsd: 1000000, attentionPerRound: 3 }
    goal:
      name: { en: Stop the harm and keep your customers }
      terms:
        - id: crashed-hosts
          name: { en: Hosts that crashed }
          unit: { en: hosts }
          measure: vendor.norrland.everCrashed
          weight: 0.6
        - { id: lost-trust, name: { en: Trust that is gone }, unit: { en: share }, measure: 1 - trust.customers, weight: 0.4 }
  - id: clinic
    kind: customer
    name: { en: Lindenhof Clinics }
    text: { en: You run two hospitals. Care goes on whatever the screens show. }
    owns: [{ en: '3,000 hosts in Berlin and Hamburg' }, { en: The downtime procedures }]
    budget: { preparationUsd: 800000, preparationAttention: 4, responseUsd: 800000, attentionPerRound: 3 }
    goal:
      name: { en: Give the care that was promised }
      terms:
        - id: lost-procedures
          name: { en: Procedures lost (never done) }
          unit: { en: procedures }
          measure: organisation.lindenhof-clinics.lostUnits
          weight: 0.6
        - id: loss-and-spending
          name: { en: Losses and what you spent }
          unit: { en: US$ }
          measure: organisation.lindenhof-clinics.lossUsd + role.clinic.spentUsd
          weight: 0.4

organisations:
  - id: lindenhof-clinics
    name: Lindenhof Clinics
    sector: hospitals
    role: clinic
    vendors: { norrland: 0.8, others: 0.2 }
    sites: [{ metro: berlin-de, hosts: 2000 }, { metro: hamburg-de, hosts: 1000 }]

decisions:
  - id: ring-of-one-per-cent
    role: vendor
    phase: preparation
    title: { en: Give every update to one per cent first }
    text: { en: The rest waits for an hour. Attackers do not. }
    default: { en: Updates go to everybody at once. }
    effects: [{ set: rollout.plan, scope: 'vendor:norrland', value: one-per-cent-first }]
    costUsd: 1500000
    attention: 2
    assumed: Price and length of the ring
  - id: take-it-back
    role: vendor
    phase: incident
    title: { en: Take the update back }
    text: { en: Hosts that have not fetched it are safe; nobody can say yet what was wrong with it. }
    default: { en: Every host that looks for updates gets this one. }
    effects: [{ set: rollout.order, scope: 'vendor:norrland', value: rolledBack }]
    attention: 2
    availableFrom: '00:30'
    assumed: That one order does it
  - id: rehearse-paper
    role: clinic
    phase: preparation
    title: { en: Rehearse a morning on paper }
    text: { en: Wards write by hand for a morning and learn what is missing. }
    default: { en: The binder stays on its shelf. }
    effects: [{ set: service.manualSetupMin, scope: own, value: 20 }]
    costUsd: 120000
    assumed: How much sooner wards are on paper
  - id: leave-it-off
    role: clinic
    phase: incident
    title: { en: Tell staff to leave hosts off that are off }
    text: { en: What is off cannot fetch anything; the morning shift waits for its screens. }
    default: { en: Every shift switches its hosts on. }
    effects:
      - { set: activity.stayOff, scope: own, value: true }
      - { set: activity.stayOff, scope: own, value: false, after: 600 }
    availableFrom: '00:30'
    assumed: That staff who are told do it

injects:
  - id: silent-hosts
    at: '00:28'
    role: vendor
    channel: ticket
    from: Night shift
    title: { en: Hosts fall silent }
    body: { en: Several thousand hosts stopped reporting within minutes. A collector could be broken. }
    expected: { en: Stop delivery before anybody proves why }
  - id: blue-screens
    at: '00:35'
    role: clinic
    channel: phoneCall
    from: Ward 4
    title: { en: All our screens are blue }
    body: { en: The medication plan is gone. Night staff want to know whether to restart. }
    expected: { en: Open the downtime procedures; leave off what is off }
  - id: still-on-offer
    kind: adaptive
    at: '01:00'
    until: '04:00'
    when: not taken('take-it-back') and world.down > 0
    stops: true
    channel: news
    from: Wire service
    title: { en: Shops and clinics in three countries report blue screens }
    body: { en: Nobody has said yet what connects them. }
    expected: { en: Say what is known }

cuts:
  - { id: short, name: { en: Short }, minutes: 15, stops: ['00:30', '01:00', '02:30', '08:00'], recoveryFrom: '08:00' }

objectives:
  - id: stop-the-harm
    name: { en: Stop a release that does harm }
    capability: { en: Cybersecurity }
    roles: [vendor]
    tasks:
      - id: take-it-back-early
        text: { en: Take the release back once hosts fall silent }
        met: { P: "takenBy('take-it-back', 45)", S: "takenBy('take-it-back', 90)", M: taken('take-it-back') }

record:
  acts:
    - { at: '01:20', role: vendor, does: { en: The update is taken back }, decision: take-it-back, assumed: An invented record }
  measured: []
`;
