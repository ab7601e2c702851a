import * as v from 'valibot';

/** What a Wi-Fi can be called, and its password, in characters: as its standard has them. */
export const WIFI_NAME_LENGTH_MOST = 32;
export const WIFI_PASSWORD_LENGTH_MOST = 63;

const line = (most: number) => v.pipe(v.string(), v.maxLength(most), v.regex(/^[^\p{Cc}]*$/u));

/** Empty: nothing is said of it. */
export const wifiNameField = v.pipe(line(WIFI_NAME_LENGTH_MOST), v.trim());
/** Null: it has none, or it is said aloud. */
export const wifiPasswordField = v.nullable(v.pipe(line(WIFI_PASSWORD_LENGTH_MOST), v.minLength(1)));
