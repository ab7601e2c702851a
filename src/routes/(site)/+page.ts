// The home page needs no server: it is built once and served as a file.
export const prerender = true;
