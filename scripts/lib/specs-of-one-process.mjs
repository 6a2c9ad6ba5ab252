/**
 * HTTP and race specs that `npm test -- redis` leaves out, and why each says nothing where several processes are at work. A
 * spec that fails there belongs here only when what it demands is not to be had from several processes.
 */
export const specsOfOneProcess = {};
