/**
 * A sound scenario of one metro and two sectors, as an author would write it: tests change one thing in it and look
 * what the parser says. It builds on the standard model parameters.
 */
export const SMALL = `format: 1
id: small-town
model: standard
title: { en: Small town }
summary: { en: One metro and two sectors. }
world:
  countries:
    - { iso2: AU, name: Australia, continent: OC, hostWeight: 1, vendorPresence: 1, servicesShare: 0.7, industryShare: 0.3 }
  metros:
    - { id: sydney-au, name: Sydney, country: AU, lat: -33.9, lng: 151.2, zone: Australia/Sydney, population: 5000000, weight: 1, airports: [SYD], flightWeight: 1 }
  zones:
    Australia/Sydney: [[0, 660], [12000000, 600]]
clock:
  start: 2024-07-19T04:00Z
  days: 2
  grid:
    - { until: '03:30', step: 1 }
    - { until: end, step: 5 }
profiles:
  flat: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
sectors:
  - id: hospitals
    name: { en: Hospitals }
    unit: { en: procedures }
    unitsPerDay: 1000
    demandByHour: flat
    hostShare: 0.4
    follows: services
    classMix: { server: 0.2, workstation: 0.5, laptop: 0.2, kiosk: 0.1, cloud: 0 }
  - id: airlines
    name: { en: Airlines }
    unit: { en: flights }
    unitsPerDay: 500
    demandByHour: flat
    hostShare: 0.6
    follows: flights
    classMix: { server: 0.2, workstation: 0.3, laptop: 0.1, kiosk: 0.3, cloud: 0.1 }
dependencies:
  - { sector: airlines, on: hospitals, weight: 0.1 }
vendors:
  - { id: corvane, name: Corvane }
  - { id: other, name: Other vendors }
fleet:
  managedHosts: 10000
  vendors:
    - { vendor: corvane, hosts: 4000, sectorIndex: { airlines: 1.5 } }
    - { vendor: other, share: 1 }
releases:
  - { vendor: corvane, at: 9, defect: bootCrash }
ringPlans:
  - { id: everyone, rings: [{ share: 1, bakeMin: 0 }] }
  - { id: phased, rings: [{ share: 0.1, bakeMin: 60, gatePerMille: 10 }, { share: 0.9, bakeMin: 0 }] }
parameters:
  - { set: rollout.plan, value: everyone, assumed: The author says so }
roles:
  - { id: vendor, kind: vendor, vendor: corvane, name: { en: Vendor }, text: { en: You ship. } }
  - { id: hospital, kind: customer, name: { en: Hospital }, text: { en: You treat. } }
organisations:
  - id: harbour-hospital
    name: Harbour Hospital
    sector: hospitals
    role: hospital
    vendors: { corvane: 0.5, other: 0.5 }
    sites: [{ metro: sydney-au, hosts: 101 }]
decisions:
  - id: roll-back
    role: vendor
    phase: incident
    title: { en: Take it back }
    text: { en: The vendor withdraws the update. }
    effects: [{ set: rollout.order, scope: 'vendor:corvane', value: rolledBack, after: 3 }]
    leadMin: 2
    availableFrom: 9
  - id: paper
    role: hospital
    phase: incident
    title: { en: Go to paper }
    text: { en: Wards write by hand. }
    effects: [{ set: service.manualShare, scope: own, value: 0.8 }]
    requires: [roll-back]
injects:
  - { id: first-call, at: '00:40', channel: phoneCall, from: Ward 3, role: hospital, title: { en: Blue }, body: { en: The screens are blue. } }
record:
  acts:
    - { at: 2024-07-19T05:27Z, role: vendor, does: { en: Reverts }, decision: roll-back, facts: [f-revert] }
  measured:
    - { id: crashed, quantity: { en: Hosts crashed }, value: 2500, unit: hosts, facts: [f-revert] }
facts:
  - { id: f-revert, quantity: Revert, value: 2024-07-19T05:27Z, source: example.org }
`;

/** The small scenario with one text in the place of another, which must be there. */
export function smallWith(from: string, to: string): string {
	if (!SMALL.includes(from)) throw new Error(`the small scenario has no "${from}"`);
	return SMALL.replace(from, () => to);
}
