// "server-only" refuses to load outside the React server; a unit test is neither side.
export {};
