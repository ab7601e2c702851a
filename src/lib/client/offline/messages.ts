/** What a page tells a service worker of a newer build that waits: the person wants the new version now. */
export const TAKE_OVER = 'takeOver';
