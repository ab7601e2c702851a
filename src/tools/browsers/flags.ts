/**
 * Chromium flags for tests: nothing goes out to the network by itself. The sandbox cannot start as root, which is what
 * containers run as; everywhere else it stays on.
 */
export const chromiumFlags: readonly string[] = [
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])
];

/** Firefox preferences for tests: no update check, no telemetry, no captive-portal probe. */
export const firefoxPreferences: Readonly<Record<string, boolean | string>> = {
	'app.update.disabledForTesting': true,
	'datareporting.policy.dataSubmissionEnabled': false,
	'network.captive-portal-service.enabled': false,
	'network.connectivity-service.enabled': false,
	'toolkit.telemetry.enabled': false
};
