export type CouncilSeat = { role: "chair" | "secretary" | "member"; recused: boolean; handed_in: boolean }

export type QuorumTerms = { quorum_members: number; quorum_of: number }

export type Quorum = { needed: number; handed_in: number; of: number; reached: boolean }

/** The secretary keeps the minutes and has no sheet (our reading; the decision leaves it to the council's own rules). */
export function scores(role: CouncilSeat["role"]): boolean {
  return role !== "secretary"
}

/**
 * Whether enough sheets are in to close. Who stepped out stays among the members but not among those present: the
 * cautious reading, or a council of which all but one stepped out could rate by one sheet.
 */
export function quorumOf(seats: readonly CouncilSeat[], terms: QuorumTerms): Quorum {
  const scoring = seats.filter((seat) => scores(seat.role))
  const handed_in = scoring.filter((seat) => !seat.recused && seat.handed_in).length
  const needed = Math.max(1, Math.ceil((scoring.length * terms.quorum_members) / terms.quorum_of))
  return { needed, handed_in, of: scoring.length, reached: handed_in >= needed }
}

/** Somebody must be left who can close: the last of chair and secretary doesn't step out. */
export function mayRecuse(seats: readonly { id: string; role: CouncilSeat["role"]; recused: boolean }[], seatId: string): boolean {
  const seat = seats.find(({ id }) => id === seatId)
  if (!seat || seat.recused) return false
  if (seat.role === "member") return true
  return seats.some(({ id, role, recused }) => id !== seatId && role !== "member" && !recused)
}
